import { BAR } from '../../../model/bar.ts';
import type { Review } from '../../../model/review.ts';
import { markdownText } from '../../escape/markdown.ts';
import { BAR_SIGNS } from '../../words/bar.ts';
import { table } from '../table.ts';

/** The thirteen bar items with state and reason. */
export const barBlocks = ({ bar, barReasons }: Review): readonly string[] => [
  '## Minimum bar',
  table(
    ['', 'A launch needs', 'State', 'Why'],
    BAR.map(({ id, title }) => [
      id,
      title,
      `${BAR_SIGNS[bar[id]].shape} ${BAR_SIGNS[bar[id]].word}`,
      markdownText(barReasons[id]),
    ]),
  ),
];
