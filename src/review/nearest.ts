/** Edits (insert, delete, replace) that turn `a` into `b`. */
export const editDistance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
};

/** Share of a name that differs, 0 to 1. */
const difference = (a: string, b: string): number => editDistance(a, b) / Math.max(1, a.length, b.length);

/** The last part of an id, or of the folder that `folder/*` names. */
const tail = (name: string): string => {
  const whole = name.replace(/\/\*$/, '');
  return whole.slice(whole.lastIndexOf('/') + 1);
};

const MOST_DIFFERENCE = 0.4;

/** At most three of `names` that somebody who typed `wanted` may have meant, nearest first. */
export const nearest = (wanted: string, names: readonly string[]): readonly string[] => {
  const typed = wanted.slice(0, 100).toLowerCase();
  const distance = (name: string): number => {
    const known = name.toLowerCase();
    if (typed.length >= 3 && known.includes(typed)) return 0.1;
    return Math.min(difference(typed, known), difference(tail(typed), tail(known)) + 0.1);
  };
  return names
    .map((name) => ({ name, distance: distance(name) }))
    .filter((one) => one.distance <= MOST_DIFFERENCE)
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, 3)
    .map((one) => one.name);
};
