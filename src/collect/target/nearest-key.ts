/** The known key that a mistyped one was probably meant to be, or null. */
export const nearestKey = (typed: string, known: readonly string[]): string | null => {
  const wanted = typed.slice(0, 60).toLowerCase();
  const ranked = known
    .map((key) => ({ key, edits: edits(wanted, key.toLowerCase()) }))
    .sort((a, b) => a.edits - b.edits);
  const best = ranked[0];
  return best !== undefined && best.edits <= Math.max(1, wanted.length * 0.4) ? best.key : null;
};

const edits = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
};
