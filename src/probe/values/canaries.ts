import type { CanaryBook } from '../contract/resource.ts';

/** A book without entries. One for each run; canaries of two runs never meet. */
export const createCanaryBook = (): CanaryBook => {
  return { plant: () => '', seenIn: () => [] };
};
