import type { Finding } from '../model/finding.ts';
import type { StageResult } from '../model/review.ts';
import { STAGES } from '../model/stage.ts';
import type { CheckRun } from './run-checks.ts';
import { isOpen } from './verdict/policy.ts';

const stateOf = (
  runs: readonly CheckRun[],
  counts: Pick<StageResult, 'failed' | 'unproven' | 'passed'>,
): StageResult['state'] => {
  if (runs.every((run) => run.outcome === 'not-run')) return 'not-run';
  if (counts.failed > 0) return 'failed';
  const partly = runs.some((run) => run.outcome === 'not-run' || run.unproven !== null);
  const shown = runs.some((run) => run.outcome === 'pass' || run.outcome === 'fail');
  return counts.unproven === 0 && !partly && shown ? 'passed' : 'unproven';
};

/**
 * The seven stages in order. `failed` counts checks with an open finding, so one whose findings are all waived does not
 * fail its stage; a crashed check counts as unproven.
 */
export const stageResults = (runs: readonly CheckRun[], findings: readonly Finding[]): readonly StageResult[] => {
  const failing = new Set(findings.filter(isOpen).map((finding) => finding.check));
  return STAGES.map(({ id, number, title }) => {
    const own = runs.filter((run) => run.check.stage === id);
    const having = (...outcomes: readonly CheckRun['outcome'][]): number =>
      own.filter((run) => outcomes.includes(run.outcome)).length;
    const counts = {
      passed: having('pass'),
      failed: own.filter((run) => run.outcome === 'fail' && failing.has(run.check.id)).length,
      unproven: having('unproven', 'crashed'),
      notApplicable: having('not-applicable'),
    };
    return { id, number, title, state: stateOf(own, counts), ...counts };
  });
};
