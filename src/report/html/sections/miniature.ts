import type { MatrixCell, MatrixRow } from '../../../model/review.ts';
import { tallyOf } from '../../arrange/matrix.ts';
import { markup, type Html } from '../../escape/html.ts';
import { outcomeCount } from '../../words/outcome.ts';

type Outcome = MatrixCell['outcome'];

const SIZE = 10;
const MOST = 40;

/** Each outcome has a shape of its own within a square of ten, so that the picture can be read without colour. */
const SHAPES: Readonly<Record<Outcome, string>> = {
  leak: 'm1 1l8 8m0-8l-8 8',
  odd: 'm5 1v5m0 2v1',
  unknown: 'm5 2l3 3l-3 3l-3-3z',
  'not-tested': 'm4 5h2',
  refused: 'm2 2h6v6h-6z',
  own: 'm5 2a3 3 0 1 1-.01 0z',
  open: 'm5 2.5a2.5 2.5 0 1 1-.01 0z',
};

const pathOf = (outcome: Outcome, rows: readonly MatrixRow[]): string =>
  rows
    .flatMap((row, x) =>
      row.cells.flatMap((cell, y) => (cell.outcome === outcome ? [`M${x * SIZE} ${y * SIZE}${SHAPES[outcome]}`] : [])),
    )
    .join('');

/** Operations from left to right, roles from top to bottom. */
export const miniature = (rows: readonly MatrixRow[]): Html => {
  const shown = rows.slice(0, MOST);
  const height = Math.max(1, ...shown.map((row) => row.cells.length)) * SIZE;
  const tally = tallyOf(rows);
  const label = tally.map(([outcome, count]) => outcomeCount(outcome, count)).join(', ');
  return markup`<svg class="mini" viewBox="0 0 ${shown.length * SIZE} ${height}" width="${shown.length * SIZE}" height="${height}" role="img" aria-label="${label}">${tally.map(
    ([outcome]) => markup`<path class="${outcome}" d="${pathOf(outcome, shown)}"/>`,
  )}</svg>`;
};
