/**
 * Bytes before and after an anchor that a finder's answer hangs on. Where one hangs on more, the finder says so
 * (`Text.lookedFar`). Elsewhere a version of a text can differ only this near to a change.
 */
export const NEAR = { before: 512, after: 640 } as const;

/**
 * Stretches in which an anchor's last byte must stand for its surroundings to hold a change: pairs of places, ascending, made from
 * pairs that name the changes. `longest` is the length of the longest anchor.
 */
export const nearChanges = (changes: readonly number[], length: number, longest: number): number[] => {
  const stretches: number[] = [];
  for (let i = 0; i < changes.length; i += 2) {
    const from = Math.max(0, (changes[i] ?? 0) - NEAR.after);
    const to = Math.min(length, (changes[i + 1] ?? 0) + NEAR.before + longest);
    const last = stretches.length - 1;
    if (last > 0 && from <= (stretches[last] ?? 0)) stretches[last] = Math.max(to, stretches[last] ?? 0);
    else if (from < to) stretches.push(from, to);
  }
  return stretches;
};
