import { Refusal } from '../http.ts';

interface PgError {
  code: string;
  message: string;
  detail?: string;
  hint?: string;
}

const isPgError = (error: unknown): error is PgError =>
  typeof error === 'object' && error !== null && 'code' in error && 'message' in error;

/** The statuses that PostgREST documents for PostgreSQL's codes. */
const statusOf = (code: string, isAnonymous: boolean): number => {
  if (code === '42501') return isAnonymous ? 401 : 403;
  if (code === '23503' || code === '23505') return 409;
  if (code === '25006') return 405;
  if (code === '42883' || code === '42P01') return 404;
  if (code === '21000') return code === '21000' ? 500 : 400;
  if (/^(?:08|53|54|55|57|58)/.test(code)) return 500;
  return 400;
};

export const refusalOf = (error: unknown, isAnonymous: boolean): Refusal => {
  if (error instanceof Refusal) return error;
  if (!isPgError(error)) return new Refusal(500, { code: 'XX000', message: 'internal', details: null, hint: null });
  const { code, message, detail, hint } = error;
  return new Refusal(statusOf(code, isAnonymous), { code, details: detail ?? null, hint: hint ?? null, message });
};
