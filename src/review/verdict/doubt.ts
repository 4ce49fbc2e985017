import type { BarId } from '../../model/bar.ts';
import type { CheckRun } from '../run-checks.ts';
import { counted, unstopped } from '../words.ts';

/** Why a bar item is not shown to hold. */
export interface Doubt {
  /** `no pass`: its checks came to an answer, but none of them is a pass. */
  kind: 'no check' | 'not run' | 'no answer' | 'no pass';
  reason: string;
  unlock: string;
}

/** The full review settles what a filter left out. */
export const FULL_REVIEW = 'Run `npx launch-ready review` in the app’s folder, without --only and --stage.';

const attest = (id: BarId): string =>
  `If you have made sure of it yourself, add a waiver for ${id} with an owner and an end date to the waivers in launch-ready.config.`;

const noAnswer = (naming: readonly CheckRun[], silent: readonly CheckRun[]): Doubt => {
  // What leaves most open says most; it is also what the next command is about.
  const first = silent.toSorted((a, b) => b.check.bar.length - a.check.bar.length)[0];
  const why = first?.unproven?.reason ?? `${first?.check.id ?? 'a check'} crashed, which is a fault of this program`;
  const share = `${silent.length} of ${counted(naming.length, 'check')} could not tell`;
  return { kind: 'no answer', reason: `${share}: ${unstopped(why)}.`, unlock: first?.unproven?.unlock ?? '' };
};

const noPass = (id: BarId, open: number): Doubt =>
  open > 0
    ? {
        kind: 'no pass',
        reason: `No check that proves it passed: ${counted(open, 'finding')} that can wait ${open === 1 ? 'is' : 'are'} open.`,
        unlock: `Fix what is open, or accept it: ${attest(id)}`,
      }
    : { kind: 'no pass', reason: 'Nothing was found that its checks could look at.', unlock: attest(id) };

/**
 * Null when at least one check of the item passed and every one of them came to an answer. `naming` are the runs of its
 * checks, `open` its open findings; `partial` tells that further checks may exist that nobody handed over.
 */
export const doubtOf = (id: BarId, naming: readonly CheckRun[], open: number, partial: boolean): Doubt | null => {
  const left = naming.filter((run) => run.outcome === 'not-run').length;
  const silent = naming.filter((run) => run.unproven !== null || run.outcome === 'crashed');
  if (naming.length === 0 && !partial) {
    return {
      kind: 'no check',
      reason: 'Launch Ready has no check for it yet: make sure of it yourself.',
      unlock: attest(id),
    };
  }
  if (left === naming.length) {
    return { kind: 'not run', reason: 'Not looked at in this run.', unlock: FULL_REVIEW };
  }
  if (silent.length > 0) return noAnswer(naming, silent);
  if (left > 0) {
    const reason = `Not looked at in full: ${left} of ${counted(naming.length, 'check')} did not run.`;
    return { kind: 'not run', reason, unlock: FULL_REVIEW };
  }
  return naming.some((run) => run.outcome === 'pass') ? null : noPass(id, open);
};
