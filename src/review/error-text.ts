import { bound } from './bound.ts';

/** Name and message of whatever was thrown, bounded; never throws itself. */
export const errorText = (error: unknown): string => {
  if (error instanceof Error) return bound(`${error.name}: ${error.message}`, 1_000);
  return typeof error === 'string' ? bound(error, 1_000) : `a thrown ${typeof error}`;
};
