import type { AccessCell } from '../../model/evidence/boundary.ts';

/** What somebody saw of an operation who should not have. */
export const leakCell = (operation: string, role: string, status: number | null, exchange: string): AccessCell => ({
  operation,
  role,
  outcome: 'leak',
  status,
  exchange,
});
