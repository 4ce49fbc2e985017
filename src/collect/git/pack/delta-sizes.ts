export interface DeltaSizes {
  base: number;
  result: number;
  /** Where the instructions begin. */
  at: number;
}

const MOST_SHIFT = 46;

/** The two sizes that a delta begins with; null when they are cut off or past counting. Source: gitformat-pack. */
export const deltaSizes = (delta: Uint8Array): DeltaSizes | null => {
  let at = 0;
  const sizes = [0, 0];
  for (let i = 0; i < 2; i++) {
    let byte = 128;
    for (let shift = 0; byte >= 128; shift += 7) {
      if (at >= delta.length || shift > MOST_SHIFT) return null;
      byte = delta[at++] ?? 0;
      sizes[i] = (sizes[i] ?? 0) + (byte & 127) * 2 ** shift;
    }
  }
  return { base: sizes[0] ?? 0, result: sizes[1] ?? 0, at };
};
