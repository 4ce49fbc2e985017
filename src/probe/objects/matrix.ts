import type { AccessCell } from '../../model/evidence/boundary.ts';

const STRONGER: readonly AccessCell['outcome'][] = ['not-tested', 'unknown', 'refused', 'open', 'own', 'odd', 'leak'];

/** One cell for each operation and role: what says most of it. A leak outweighs everything, an own answer a refusal of somebody else's. */
export const matrixOf = (cells: readonly AccessCell[]): readonly AccessCell[] => {
  const best = new Map<string, AccessCell>();
  for (const cell of cells) {
    const key = `${cell.operation}\n${cell.role}`;
    const known = best.get(key);
    if (known === undefined || STRONGER.indexOf(cell.outcome) > STRONGER.indexOf(known.outcome)) best.set(key, cell);
  }
  return [...best.values()];
};

/** What somebody saw of an operation who should not have. */
export const leakCell = (operation: string, role: string, status: number | null, exchange: string): AccessCell => ({
  operation,
  role,
  outcome: 'leak',
  status,
  exchange,
});
