import { visible } from '../../report/escape/visible.ts';

/** Text from outside (a path, an argument, a git message) made safe for a terminal and bounded. */
export const printable = (text: string, max = 300): string =>
  visible(text.length > max ? `${text.slice(0, max)}…` : text);

/** The same for text of several lines, which stay. */
export const printableLines = (text: string, max = 10_000): string =>
  text
    .slice(0, max)
    .split('\n')
    .map((line) => printable(line, 1000))
    .join('\n');
