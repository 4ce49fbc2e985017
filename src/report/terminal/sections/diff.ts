import type { Review } from '../../../model/review.ts';
import { dateText } from '../../words/time.ts';
import { heading } from '../heading.ts';
import type { Paper } from '../paper.ts';

const MOST = 5;

const titles = (paper: Paper, word: string, items: readonly { title: string }[]): readonly string[] => {
  const shown = paper.verbose ? items : items.slice(0, MOST);
  const rest = items.length - shown.length;
  return [
    ...shown.flatMap((item) => paper.hang(`  ${word.padEnd(10)}`, item.title, { lead: paper.ink.dim })),
    ...(rest > 0 ? paper.hang('  ', `… and ${rest} more ${word}`, { text: paper.ink.dim }) : []),
  ];
};

/** Against the run before: what is new, fixed and still open. */
export const diffSection = (paper: Paper, { diff }: Review): readonly string[] => {
  if (diff === null) return heading(paper, 'SINCE LAST RUN', '– this is the first run');
  const { since, fixed, open, unknown } = diff;
  const unanswered = unknown.length > 0 ? ` · ${unknown.length} without an answer this time` : '';
  return [
    ...heading(
      paper,
      'SINCE LAST RUN',
      `${dateText(since)} · ${diff.new.length} new · ${fixed.length} fixed · ${open.length} still open${unanswered}`,
    ),
    ...titles(paper, 'fixed', fixed),
    ...titles(paper, 'no answer', unknown),
  ];
};
