import { join } from 'node:path';
import { CHECKS } from '../../src/checks/registry.generated.ts';
import { BAR } from '../../src/model/bar.ts';
import { STAGES } from '../../src/model/stage.ts';
import type { Review } from '../../src/model/review.ts';
import { bootCopy, type RunningCopy } from './boot-copy.ts';
import { buildClient, copyApp, WORKSHOP } from './copy-app.ts';
import { edgeReviewOf, reviewOf, type FlawResult } from './run-flaw.ts';

/**
 * The unbroken app, built, through every stage that exists: nothing to fix, and GO once all stages do. Until then what is unproven
 * must be owed by stages that do not exist yet.
 */
export const runCleanTwin = async (): Promise<FlawResult> => {
  const base = { id: 'clean twin', title: 'The app as it stands', roadmap: [] };
  try {
    const copy = await copyApp(join(WORKSHOP, 'clean-twin'));
    await buildClient(copy);
    const running = await bootCopy(copy, false);
    const review = await reviewing(copy, running);
    const edge = await edgeReviewOf(copy);
    const raised = [...review.findings, ...edge.findings].map((finding) => finding.check).sort();
    const complaints = raised.length > 0 ? [`raised ${raised.join(', ')}`] : [];
    const expected = missingStages().length === 0 ? 'GO' : 'UNDECIDED';
    if (review.verdict.decision !== expected) complaints.push(`${review.verdict.decision} instead of ${expected}`);
    const unproven = [
      ...review.unproven.filter(({ check }) => !check.startsWith('edge/')),
      ...edge.unproven.filter(({ check }) => check.startsWith('edge/')),
    ];
    const open = unowed(unproven.map((item) => item.check));
    const proof = `${review.verdict.decision}; ${review.counts.passed} checks passed${open.length === 0 ? '' : `; not settled: ${open.join(', ')}`}`;
    return complaints.length === 0
      ? { ...base, state: 'caught', raised, proof }
      : { ...base, state: 'failed', raised, proof, reason: complaints.join('; ') };
  } catch (error) {
    return { ...base, state: 'failed', raised: [], proof: '', reason: (error as Error).message };
  }
};

/** The unbroken public surface alone: nothing to fix. */
export const runCleanEdge = async (): Promise<FlawResult> => {
  const base = { id: 'clean edge', title: 'The public surface as it stands', roadmap: [] };
  try {
    const review = await edgeReviewOf(await copyApp(join(WORKSHOP, 'clean-edge')));
    const raised = review.findings.map((finding) => finding.check).sort();
    const open = review.unproven.map((item) => item.check).filter((check) => check.startsWith('edge/'));
    const proof = `${review.counts.passed} checks passed${open.length === 0 ? '' : `; not settled: ${open.join(', ')}`}`;
    if (raised.length === 0) return { ...base, state: 'caught', raised, proof };
    return { ...base, state: 'failed', raised, proof, reason: `raised ${raised.join(', ')}` };
  } catch (error) {
    return { ...base, state: 'failed', raised: [], proof: '', reason: (error as Error).message };
  }
};

const reviewing = async (folder: string, running: RunningCopy): Promise<Review> => {
  try {
    return await reviewOf({ folder, running });
  } finally {
    await running.stop();
  }
};

const missingStages = (): string[] =>
  STAGES.map((stage) => stage.id).filter((id) => !CHECKS.some((check) => check.stage === id));

/** What is unproven though its stage exists: probes that lacked something, such as an effect that can be read. */
const unowed = (unproven: readonly string[]): string[] => {
  const missing = missingStages();
  return unproven.filter((id) => {
    const bar = BAR.find((item) => item.id === id);
    return bar === undefined ? CHECKS.some((check) => check.id === id) : !missing.includes(bar.stage);
  });
};
