const SMALLEST_CHUNK = 16 * 1024;

/** Room for what claims to be of some size, and a byte more: so its end is found without a second piece. */
export const chunkFor = (claimed: number, limit: number): number =>
  Math.max(SMALLEST_CHUNK, Math.min(claimed, limit) + 1);
