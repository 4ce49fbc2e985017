import type { AccessCell, BoundaryActor, BoundaryOperation } from '../../model/evidence/boundary.ts';
import type { MatrixCell, MatrixRow, ReviewBoundary } from '../../model/review.ts';
import { bound } from '../bound.ts';
import { BOUNDARY_LIMITS as MOST } from './limits.ts';

/** What says most about a row comes first where not all rows fit. */
const TELLING: readonly AccessCell['outcome'][] = ['leak', 'odd', 'own', 'refused', 'open', 'unknown', 'not-tested'];

const NOBODY = 'nobody';

/** Nobody first, then from the least to the most powerful as the config has it, then as they came. */
export const rolesOf = (
  cells: readonly AccessCell[],
  actors: readonly BoundaryActor[],
  ranked: readonly string[],
): readonly string[] => {
  const seen = new Set([...actors.map((actor) => actor.role), ...cells.map((cell) => cell.role)]);
  const known = ranked.filter((role) => seen.has(role) && role !== NOBODY);
  const rest = [...seen].filter((role) => role !== NOBODY && !known.includes(role));
  return [NOBODY, ...new Set(known), ...rest].slice(0, MOST.roles);
};

/** The worst of a row: lower tells more. */
const telling = (row: MatrixRow): number =>
  Math.min(...row.cells.map((cell) => TELLING.indexOf(cell.outcome)), TELLING.length);

const byPath = (a: MatrixRow, b: MatrixRow): number => {
  const [one = '', other = ''] = [a, b].map(({ operation }) => operation.replace(/^(.*?)([A-Z]+) (\/.*)$/s, '$1$3 $2'));
  return one < other ? -1 : one > other ? 1 : 0;
};

const cellOf = (role: string, cell: AccessCell | undefined, exchanges: ReadonlySet<string>): MatrixCell => ({
  role,
  outcome: cell?.outcome ?? 'not-tested',
  ...(typeof cell?.status === 'number' ? { status: cell.status } : {}),
  ...(cell?.exchange !== undefined && exchanges.has(cell.exchange) ? { exchange: cell.exchange } : {}),
});

/** A row for each operation that was found, also for those that nobody tried; `exchanges` are those that the Review carries. */
export const matrixOf = (
  cells: readonly AccessCell[],
  operations: readonly BoundaryOperation[],
  roles: readonly string[],
  exchanges: ReadonlySet<string>,
): ReviewBoundary['matrix'] => {
  const byKey = new Map(cells.map((cell) => [`${cell.operation}\n${cell.role}`, cell]));
  const ids = [...new Set([...operations.map(({ id }) => id), ...cells.map(({ operation }) => operation)])];
  const rows = ids.map((id): MatrixRow => ({
    operation: bound(id, MOST.operation),
    cells: roles.map((role) => cellOf(role, byKey.get(`${id}\n${role}`), exchanges)),
  }));
  const kept = rows
    .toSorted((a, b) => telling(a) - telling(b))
    .slice(0, MOST.rows)
    .toSorted(byPath);
  return { roles: roles.map((role) => bound(role, MOST.name)), rows: kept, left: rows.length - kept.length };
};
