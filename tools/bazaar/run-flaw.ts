import { join } from 'node:path';
import type { Review } from '../../src/model/review.ts';
import type { StageId } from '../../src/model/stage.ts';
import { applyFlaw, changesDatabase, checkApplies } from './apply-flaw.ts';
import { bootCopy, type RunningCopy } from './boot-copy.ts';
import { buildClient, copyApp, original, WORKSHOP } from './copy-app.ts';
import type { Flaw, OwedBy } from './flaw.ts';
import { openWorld } from './edge/open-world.ts';
import { probeEnvironment, writeProbeConfig } from './probe-config.ts';
import { run } from './shell.ts';

export interface FlawResult {
  id: string;
  title: string;
  roadmap: readonly string[];
  state: 'caught' | 'pending' | 'failed';
  /** The checks that raised a finding, in order. */
  raised: readonly string[];
  /** Place and first line of the proof of the first finding. */
  proof: string;
  /** Why it failed. */
  reason?: string;
  owedBy?: OwedBy;
}

const PROGRAM = join(import.meta.dirname, '../../bin/launch-ready.js');

interface ReviewRequest {
  folder: string;
  stages?: readonly StageId[];
  /** The app as it runs, for the stages that ask it. */
  running?: RunningCopy;
}

/** The review of a folder, by the program as a user runs it. */
export const reviewOf = async ({ folder, stages = [], running }: ReviewRequest): Promise<Review> => {
  const config = `${folder}.config.json`;
  if (running !== undefined) writeProbeConfig(config, running);
  const args = [
    PROGRAM,
    'review',
    folder,
    '--json',
    '--no-save',
    '--no-cache',
    '--quiet',
    ...stages.flatMap((stage) => ['--stage', stage]),
    ...(running === undefined ? [] : ['--config', config, '--sign-up', '--yes']),
  ];
  const env = running === undefined ? {} : probeEnvironment(running);
  return reviewBy(args, env);
};

const reviewBy = async (args: readonly string[], env: Readonly<Record<string, string>>): Promise<Review> => {
  const { stdout, stderr, code } = await run(process.execPath, args, { env });
  if (code === 2) throw new Error(`the review failed: ${stderr.trim()}`);
  return JSON.parse(stdout) as Review;
};

/** The review of the public surface that a copy describes, served on loopback. */
export const edgeReviewOf = async (folder: string): Promise<Review> => {
  const world = await openWorld(folder);
  try {
    const config = ['--config', join(folder, 'edge/launch-ready.config.json')];
    const plain = ['--json', '--no-save', '--no-cache', '--quiet', '--no-history'];
    return await reviewBy(
      [PROGRAM, 'edge', 'bazaar.test', ...world.options, '--code', folder, ...config, ...plain],
      world.env,
    );
  } finally {
    await world.close();
  }
};

/** One flaw in a copy of its own: exactly the expected checks must raise a finding. A pending one must only apply. */
export const runFlaw = async (flaw: Flaw): Promise<FlawResult> => {
  const base = { id: flaw.id, title: flaw.title, roadmap: flaw.roadmap, raised: [], proof: '' };
  try {
    if (flaw.pending !== undefined) {
      await checkApplies(await original(), flaw);
      return { ...base, state: 'pending', owedBy: flaw.pending };
    }
    const copy = await copyApp(join(WORKSHOP, flaw.id));
    await applyFlaw(copy, flaw);
    if (flaw.build) await buildClient(copy);
    return { ...base, ...judge(flaw, await reviewBroken(copy, flaw)) };
  } catch (error) {
    return { ...base, state: 'failed', reason: (error as Error).message };
  }
};

const reviewBroken = async (copy: string, flaw: Flaw): Promise<Review> => {
  if (flaw.stages.includes('edge')) return edgeReviewOf(copy);
  if (!flaw.stages.includes('boundary')) return reviewOf({ folder: copy, stages: flaw.stages });
  const running = await bootCopy(copy, changesDatabase(flaw));
  try {
    return await reviewOf({ folder: copy, stages: flaw.stages, running });
  } finally {
    await running.stop();
  }
};

type Judgement = Pick<FlawResult, 'state' | 'raised' | 'proof' | 'reason'>;

const judge = ({ expect, unproven }: Flaw, review: Review): Judgement => {
  const raised = review.findings.map((finding) => finding.check).sort();
  const missing = without(expect, raised);
  const extra = without(raised, expect);
  const open = review.unproven.filter((item) => unproven.includes(item.check));
  const proven = without(
    unproven,
    open.map((item) => item.check),
  );
  const proof = proofOf(review) || (open[0]?.reason ?? '');
  if (missing.length + extra.length + proven.length === 0) {
    return { state: 'caught', raised: [...raised, ...unproven], proof };
  }
  const parts = [
    ...(missing.length > 0 ? [`not raised: ${missing.join(', ')}`] : []),
    ...(proven.length > 0 ? [`not left unproven: ${proven.join(', ')}`] : []),
    ...(extra.length > 0 ? [`raised too: ${extra.join(', ')}`] : []),
  ];
  return { state: 'failed', raised, proof, reason: parts.join('; ') };
};

/** Place and first line of the proof of the worst finding. */
const proofOf = ({ findings: [first] }: Review): string => {
  if (first === undefined) return '';
  const { where, proof } = first;
  const line = where.line === undefined ? '' : `:${where.line}`;
  return `${where.url ?? where.path ?? where.host ?? ''}${line} ${proof.text.split('\n')[0] ?? ''}`.trim();
};

/** What is left of a list when the other's members are taken out, each once. */
const without = (list: readonly string[], taken: readonly string[]): string[] => {
  const rest = [...list];
  for (const one of taken) {
    const at = rest.indexOf(one);
    if (at >= 0) rest.splice(at, 1);
  }
  return rest;
};
