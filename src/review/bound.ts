/** Longest texts, in UTF-16 units, that a Review carries. Reports rely on them. */
export const LIMITS = {
  title: 200,
  proof: 4_000,
  sentence: 2_000,
  path: 4_096,
  frameLine: 400,
  snippet: 200_000,
} as const;

/** Cuts `text` to at most `max` UTF-16 units, the last of them `…`; never leaves half a surrogate pair. */
export const bound = (text: string, max: number): string => {
  if (text.length <= max) return text;
  const cut = text.slice(0, Math.max(0, max - 1));
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
};

/** Adds a line below `text` so that the line survives when the whole is cut to `max` units. */
export const appendLine = (text: string, line: string, max: number): string =>
  `${bound(text, Math.max(0, max - line.length - 1))}\n${line}`;
