import type { MatrixCell, MatrixRow } from '../../model/review.ts';
import { OUTCOMES } from '../words/outcome.ts';
import { prefixOf } from './operation.ts';

type Outcome = MatrixCell['outcome'];

/** Rows whose paths begin alike. */
export interface RowGroup {
  /** `/api/orders`; empty for what stands alone. */
  prefix: string;
  rows: readonly MatrixRow[];
}

/** Larger groups are divided by one more segment. */
const LARGE = 16;

const divided = (prefix: string, rows: readonly MatrixRow[]): readonly RowGroup[] => {
  if (rows.length <= LARGE) return [{ prefix, rows }];
  return [...Map.groupBy(rows, (row) => prefixOf(row.operation, 2))].map(([finer, some]) => ({
    prefix: finer,
    rows: some,
  }));
};

const has = ({ rows }: RowGroup, outcome: Outcome): boolean =>
  rows.some((row) => row.cells.some((cell) => cell.outcome === outcome));

const rankOf = (group: RowGroup): number => (has(group, 'leak') ? 0 : has(group, 'odd') ? 1 : 2);

/** Groups rows by what their paths are about: those that need a look first, rows that are alone last, together. */
export const groupRows = (rows: readonly MatrixRow[]): readonly RowGroup[] => {
  const groups = [...Map.groupBy(rows, (row) => prefixOf(row.operation))].flatMap(([prefix, some]) =>
    divided(prefix, some),
  );
  const alone = groups.filter((group) => group.rows.length === 1).flatMap((group) => group.rows);
  const shared = groups.filter((group) => group.rows.length > 1);
  const all = alone.length === 0 ? shared : [...shared, { prefix: '', rows: alone }];
  return all.toSorted((a, b) => rankOf(a) - rankOf(b));
};

/** How many cells of each outcome there are, worst first; those without any are left out. */
export const tallyOf = (rows: readonly MatrixRow[]): readonly (readonly [Outcome, number])[] => {
  const counts = Map.groupBy(
    rows.flatMap((row) => row.cells),
    (cell) => cell.outcome,
  );
  return OUTCOMES.flatMap((outcome) => {
    const count = counts.get(outcome)?.length ?? 0;
    return count === 0 ? [] : [[outcome, count] as const];
  });
};

/** Whether something in it needs a look. */
export const isTelling = (rows: readonly MatrixRow[]): boolean =>
  rows.some((row) => row.cells.some(({ outcome }) => outcome === 'leak' || outcome === 'odd'));

const ORDER: readonly Outcome[] = ['leak', 'odd', 'own', 'refused', 'unknown', 'open', 'not-tested'];

const worst = (row: MatrixRow): number =>
  Math.min(ORDER.length, ...row.cells.map(({ outcome }) => ORDER.indexOf(outcome)));

/** The most telling rows first; among equals the order stays. */
export const tellingFirst = (rows: readonly MatrixRow[]): readonly MatrixRow[] =>
  rows.toSorted((a, b) => worst(a) - worst(b));
