import type { UnprovenItem } from '../model/review.ts';
import type { CheckRun } from './run-checks.ts';

/** What a check could not tell, or null. A crash is our fault and says so; it is never a pass. */
const itemOf = (run: CheckRun): UnprovenItem | null => {
  const { id, bar } = run.check;
  if (run.unproven !== null) return { check: id, reason: run.unproven.reason, unlock: run.unproven.unlock, bar };
  if (run.outcome !== 'crashed') return null;
  return {
    check: id,
    reason: `The check crashed, which is a fault of this program: ${run.crash ?? 'no message'}`,
    unlock: 'Report it with the file that --save-evidence writes; run the other checks meanwhile.',
    bar,
  };
};

export const unprovenChecks = (runs: readonly CheckRun[]): readonly UnprovenItem[] =>
  runs.map(itemOf).filter((item) => item !== null);
