import { BAR, type BarId, type BarState } from '../../model/bar.ts';
import type { Finding } from '../../model/finding.ts';
import type { UnprovenItem } from '../../model/review.ts';
import { bound, LIMITS } from '../bound.ts';
import type { CheckRun } from '../run-checks.ts';
import type { Waived } from '../waivers.ts';
import { counted, titled, unstopped } from '../words.ts';
import { isOpen } from './policy.ts';
import { doubtOf } from './doubt.ts';

export interface BarJudgement {
  states: Record<BarId, BarState>;
  reasons: Record<BarId, string>;
  /** Bar items that are unproven without a check's own entry saying so. */
  unproven: readonly UnprovenItem[];
  /** Bar items that a filter left out, in whole or in part. */
  leftOut: readonly BarId[];
}

interface Item {
  state: BarState;
  reason: string;
  entry?: UnprovenItem;
  leftOut?: true;
}

const broken = (open: readonly Finding[], worst: Finding): Item => {
  const more = open.length > 1 ? `, and ${counted(open.length - 1, 'more finding', 'more findings')}` : '';
  return { state: 'broken', reason: `Broken by: ${titled(worst)}${more}.` };
};

const held = (naming: readonly CheckRun[], open: number): Item => {
  const passed = naming.filter((run) => run.outcome === 'pass').length;
  const waiting = open > 0 ? `; ${counted(open, 'finding')} can wait` : '';
  return { state: 'held', reason: `${counted(passed, 'check')} passed${waiting}.` };
};

const waivedBy = (waiver: { owner: string; until: string; reason: string }, findings = 0): Item => ({
  state: 'waived',
  reason: `Waived by ${waiver.owner} until ${waiver.until}: ${unstopped(waiver.reason)}${
    findings > 1 ? `; ${counted(findings, 'finding is', 'findings are')} waived in all` : ''
  }.`,
});

const judge = (
  id: BarId,
  runs: readonly CheckRun[],
  findings: readonly Finding[],
  waived: Waived,
  partial: boolean,
): Item => {
  const naming = runs.filter((run) => run.check.bar.includes(id));
  const concerning = findings.filter((finding) => finding.bar.includes(id));
  const open = concerning.filter(isOpen);
  const blocking = open.filter((finding) => finding.mustFix);
  if (blocking[0] !== undefined) return broken(blocking, blocking[0]);

  const doubt = doubtOf(id, naming, open.length, partial);
  const answered = doubt === null || doubt.kind === 'no pass';
  const accepted = concerning.filter(
    (finding) => !isOpen(finding) && (finding.mustFix || (doubt !== null && open.length === 0)),
  );
  const byFinding = accepted[0]?.waiver;
  // A waived finding accepts that one defect, so a check that could not tell still leaves the item unproven.
  if (byFinding !== undefined && answered) return waivedBy(byFinding, accepted.length);
  if (doubt === null) return held(naming, open.length);
  const own = waived.bar.get(id);
  if (own !== undefined) return waivedBy(own);
  const ended = waived.endedBar.get(id);
  const reason = ended === undefined ? doubt.reason : `${doubt.reason} ${ended}`;
  // Where a check could not tell, its own entry in `unproven` says so.
  if (doubt.kind === 'no answer') return { state: 'unproven', reason };
  const entry = { check: id, reason, unlock: doubt.unlock, bar: [id] };
  return { state: 'unproven', reason, entry, ...(doubt.kind === 'not run' ? { leftOut: true } : {}) };
};

/** Judges each item of the minimum bar. `findings` are ranked and waived already; `runs` are those of `runChecks`. */
export const judgeBar = (
  runs: readonly CheckRun[],
  findings: readonly Finding[],
  waived: Waived,
  restricted: boolean,
): BarJudgement => {
  // Runs that were left out show that all checks are known, so an item that none of them names has no check.
  const unknown = restricted && !runs.some((run) => run.outcome === 'not-run');
  const items = BAR.map(({ id }) => ({ id, item: judge(id, runs, findings, waived, unknown) }));
  return {
    states: Object.fromEntries(items.map(({ id, item }) => [id, item.state])) as Record<BarId, BarState>,
    reasons: Object.fromEntries(items.map(({ id, item }) => [id, bound(item.reason, LIMITS.sentence)])) as Record<
      BarId,
      string
    >,
    unproven: items.flatMap(({ item }) => (item.entry === undefined ? [] : [item.entry])),
    leftOut: items.flatMap(({ id, item }) => (item.leftOut === true ? [id] : [])),
  };
};
