import type { Review, UnprovenItem } from '../../../model/review.ts';
import { checkNames } from '../../arrange/check-names.ts';
import { groupUnlocks, type UnlockGroup } from '../../arrange/unlocks.ts';
import { BAR_SIGNS } from '../../words/bar.ts';
import { heading } from '../heading.ts';
import type { Paper } from '../paper.ts';

const reasons = (paper: Paper, items: readonly UnprovenItem[]): readonly string[] => {
  const lead = `  ${paper.sign(BAR_SIGNS.unproven)} `;
  const byReason = [...Map.groupBy(items, (item) => item.reason)];
  return byReason.flatMap(([reason, same]) =>
    paper.hang(lead, `${checkNames(same.map((item) => item.check)).join(', ')}: ${reason}`, { lead: paper.ink.yellow }),
  );
};

const groupLines = (paper: Paper, { unlock, items }: UnlockGroup): readonly string[] => [
  ...reasons(paper, items),
  ...(unlock === '' ? [] : paper.hang('    unlock  ', unlock, { lead: paper.ink.cyan, text: paper.ink.dim })),
];

/** What was not shown either way, with what settles it; said once where it is the same. */
export const unprovenSection = (paper: Paper, { unproven }: Review): readonly string[] => [
  ...heading(paper, 'UNPROVEN', unproven.length === 0 ? '0' : `${unproven.length} · not shown either way`),
  ...groupUnlocks(unproven).flatMap((group) => groupLines(paper, group)),
];
