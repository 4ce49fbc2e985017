import { BAR, type BarId, type BarState } from '../../../model/bar.ts';
import type { Review } from '../../../model/review.ts';
import { BAR_NAMES, BAR_SIGNS, BAR_STATES } from '../../words/bar.ts';
import { heading } from '../heading.ts';
import type { Style } from '../ink.ts';
import type { Paper } from '../paper.ts';
import { padWidth } from '../text-width.ts';

const styleOf = (paper: Paper, state: BarState): Style =>
  ({ broken: paper.ink.red, unproven: paper.ink.yellow, waived: paper.ink.cyan, held: paper.ink.green })[state];

const CELL = 38;

const cell = (paper: Paper, id: BarId, state: BarState): string => {
  const sign = BAR_SIGNS[state];
  const head = styleOf(paper, state)(`${paper.sign(sign)} ${sign.word.padEnd(8)}`);
  return `${head}  ${padWidth(`${id.padEnd(3)}  ${BAR_NAMES[id]}`, CELL - 12)}`;
};

/** Thirteen cells in two columns, or in one where the paper is narrow. */
export const barSection = (paper: Paper, { bar }: Review): readonly string[] => {
  const tally = BAR_STATES.map(
    (state) => `${BAR.filter((item) => bar[item.id] === state).length} ${BAR_SIGNS[state].word}`,
  );
  const cells = BAR.map((item) => cell(paper, item.id, bar[item.id]));
  const rows = paper.width >= CELL * 2 + 2 ? Math.ceil(cells.length / 2) : cells.length;
  const lines = cells.slice(0, rows).map((left, index) => `${left}  ${cells[rows + index] ?? ''}`.trimEnd());
  return [...heading(paper, 'MINIMUM BAR', tally.join(' · ')), ...lines];
};
