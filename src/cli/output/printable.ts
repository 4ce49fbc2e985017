/** Text from outside (a path, an argument, a git message) made safe for a terminal: no control or direction characters, bounded. */
export const printable = (text: string, max = 300): string => {
  const cut = text.length > max ? `${text.slice(0, max)}…` : text;
  return cut.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, (char) => `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`);
};

/** The same for text of several lines, which stay. */
export const printableLines = (text: string, max = 10_000): string =>
  text
    .slice(0, max)
    .split('\n')
    .map((line) => printable(line, 1000))
    .join('\n');
