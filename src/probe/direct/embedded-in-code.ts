const LONGEST = 2_000;
/** `author:profiles!author_id(name)` in the text of a select. */
const EMBEDDED = /(?:^|[,(])\s*(?:[\w$]{1,63}\s*:\s*)?([A-Za-z_]\w{0,62})\s*(?:!\w{1,63}\s*){0,2}\(/g;
const AGGREGATES = new Set(['count', 'sum', 'avg', 'min', 'max']);

/** Tables that a select takes along, from the bracket behind `select` on. A column that is followed in the same way gives its own name. */
export const embeddedAt = (code: string, from: number): string[] => {
  const [begin = '', quote = ''] = /^\s*\(\s*(["'`])/.exec(code.slice(from, from + 100)) ?? [];
  if (quote === '') return [];
  const text = code.slice(from + begin.length, from + LONGEST);
  const end = text.indexOf(quote);
  if (end === -1) return [];
  const names = [...text.slice(0, end).matchAll(EMBEDDED)].map(([, name = '']) => name);
  return [...new Set(names)].filter((name) => !AGGREGATES.has(name));
};
