import { BAR, type BarId, type BarState } from '../../model/bar.ts';
import type { Finding } from '../../model/finding.ts';
import type { Review } from '../../model/review.ts';
import { counted, listed, titled, unstopped } from '../words.ts';
import { decide, isOpen } from './policy.ts';

const inState = (bar: Record<BarId, BarState>, state: BarState): readonly (typeof BAR)[number][] =>
  BAR.filter((item) => bar[item.id] === state).toSorted((a, b) => b.points - a.points);

const noGo = (findings: readonly Finding[]): string => {
  const open = findings.filter((finding) => finding.mustFix && isOpen(finding));
  const worst = open[0] === undefined ? '' : unstopped(titled(open[0]));
  return open.length > 1
    ? `${worst}, and ${open.length - 1} more must be fixed before launch.`
    : `${worst} must be fixed before launch.`;
};

const MOST_REASON = 220;

/** A sentence, whole as far as it is short; a list of cases is cut behind one of them. */
const brief = (reason: string): string => {
  const text = unstopped(reason);
  if (text.length <= MOST_REASON) return `${text}.`;
  const cut = text.slice(0, MOST_REASON);
  const end = cut.lastIndexOf('; ');
  return `${cut.slice(0, end > 0 ? end : cut.lastIndexOf(' '))} …`;
};

const undecided = (
  bar: Record<BarId, BarState>,
  reasons: Partial<Record<BarId, string>>,
  leftOut: readonly BarId[],
): string => {
  const missing = inState(bar, 'unproven').filter(({ id }) => !leftOut.includes(id));
  if (missing.length === 0) return partly(bar, leftOut);
  const names = listed(
    missing.map((item) => `${item.id} ${item.title}`),
    2,
  );
  const share = `${missing.length} of ${counted(BAR.length, 'bar item')} ${missing.length === 1 ? 'is' : 'are'} not proven`;
  const [first] = missing;
  const why = first === undefined ? undefined : reasons[first.id];
  const because = why === undefined || first === undefined ? '' : ` ${first.id}: ${brief(why)}`;
  const rest =
    leftOut.length === 0
      ? ''
      : ` ${counted(leftOut.length, 'bar item')} ${leftOut.length === 1 ? 'was' : 'were'} left out of this run.`;
  return `Nothing found that must stop the launch, but ${share}: ${names}.${because}${rest}`;
};

/** What a run of a part can say at best. */
const partly = (bar: Record<BarId, BarState>, leftOut: readonly BarId[]): string => {
  const shown = inState(bar, 'held').length;
  const held = shown === 0 ? '' : `: ${counted(shown, 'bar item')} ${shown === 1 ? 'is' : 'are'} held`;
  return `Nothing found that must stop the launch in the part that was looked at${held}. ${counted(leftOut.length, 'bar item')} ${leftOut.length === 1 ? 'was' : 'were'} left out of this run.`;
};

const go = (bar: Record<BarId, BarState>): string => {
  const waived = inState(bar, 'waived').map((item) => item.id);
  if (waived.length === 0) return `All ${BAR.length} bar items are held and nothing open must be fixed first.`;
  const are = waived.length === 1 ? 'is' : 'are';
  return `Nothing open must be fixed first: ${inState(bar, 'held').length} of ${BAR.length} bar items are held, ${listed(waived, 13)} ${are} waived.`;
};

/**
 * The decision and its biggest reason. `findings` are ranked, waivers applied; `reasons` say why a bar item is where it is; `leftOut` are those that a
 * filter left out.
 */
export const verdict = (
  findings: readonly Finding[],
  bar: Record<BarId, BarState>,
  reasons: Partial<Record<BarId, string>> = {},
  leftOut: readonly BarId[] = [],
): Review['verdict'] => {
  const decision = decide(findings, Object.values(bar));
  const reason =
    decision === 'NO-GO' ? noGo(findings) : decision === 'UNDECIDED' ? undecided(bar, reasons, leftOut) : go(bar);
  return { decision, reason };
};
