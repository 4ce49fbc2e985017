import type { Review, UnprovenItem } from '../../../model/review.ts';
import { checkNames, countedChecks } from '../../arrange/check-names.ts';
import { byReason, groupUnlocks, type UnlockGroup } from '../../arrange/unlocks.ts';
import { BAR_SIGNS } from '../../words/bar.ts';
import { heading } from '../heading.ts';
import type { Paper } from '../paper.ts';

/** Reasons that name case after case are told in full only when asked. */
const LONGEST = 190;

const brief = (paper: Paper, reason: string): string => {
  if (paper.verbose || reason.length <= LONGEST) return reason;
  const end = Math.max(reason.lastIndexOf(' ', LONGEST), LONGEST / 2);
  return `${reason.slice(0, end).replace(/[\s,;:(]+$/, '')} …`;
};

const reasons = (paper: Paper, items: readonly UnprovenItem[]): readonly string[] => {
  const lead = `  ${paper.sign(BAR_SIGNS.unproven)} `;
  return byReason(items).flatMap(([reason, checks]) => {
    const named = paper.verbose ? countedChecks(checks) : [];
    return [
      ...paper.hang(lead, `${checkNames(checks).join(', ')}: ${brief(paper, reason)}`, { lead: paper.ink.yellow }),
      ...(named.length === 0 ? [] : paper.hang('    these   ', named.join(', '), { text: paper.ink.dim })),
    ];
  });
};

/** Short commands stay on one line, so that they can be copied. */
const unbroken = (text: string): string =>
  text.replace(/`[^`]{1,56}`/g, (command) => command.replaceAll(' ', '\u00a0'));

const groupLines = (paper: Paper, { unlock, items }: UnlockGroup): readonly string[] => [
  ...reasons(paper, items),
  ...(unlock === '' ? [] : paper.hang('    unlock  ', unbroken(unlock), { lead: paper.ink.cyan, text: paper.ink.dim })),
];

/** What was not shown either way, with what settles it; said once where it is the same. */
export const unprovenSection = (paper: Paper, { unproven }: Review): readonly string[] => [
  ...heading(paper, 'UNPROVEN', unproven.length === 0 ? '0' : `${unproven.length} · not shown either way`),
  ...groupUnlocks(unproven).flatMap((group) => groupLines(paper, group)),
  ...(!paper.verbose && unproven.some((item) => item.reason.length > LONGEST)
    ? paper.hang('  ', 'A reason that ends in … is written out with --verbose and in the HTML report.', {
        text: paper.ink.dim,
      })
    : []),
];
