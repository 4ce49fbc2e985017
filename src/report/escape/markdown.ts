import { visible, visibleLines } from './visible.ts';

const longestRun = (text: string, pattern: RegExp): number =>
  Math.max(0, ...Array.from(text.matchAll(pattern), ([run]) => run.length));

/**
 * Plain text within a Markdown line or table cell: no markup, no HTML, and no mention of a person or an issue.
 * An empty comment between `@` and a name keeps GitHub from notifying anybody.
 */
export const markdownText = (text: string): string =>
  visible(text)
    .replace(/[\\`*_{}[\]<>|~&]/g, (character) =>
      character === '<' ? '&lt;' : character === '&' ? '&amp;' : `\\${character}`,
    )
    .replace(/(^|[^\w])([@#])(?=\w)/g, '$1$2<!-- -->')
    .replace(/^(\s*)([#+\-=]|\d+(?=[.)](?:\s|$)))/, (_, space: string, mark: string) =>
      /\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
    );

/** A code span of one line; its fence is longer than any run of backticks inside. */
export const markdownCode = (text: string): string => {
  const shown = visible(text);
  if (shown === '') return '` `';
  const fence = '`'.repeat(longestRun(shown, /`+/g) + 1);
  const edge = /^[` ]|[` ]$/.test(shown) ? ' ' : '';
  return `${fence}${edge}${shown}${edge}${fence}`;
};

/** A code span inside a table, where a bar would end the cell even in code. */
export const markdownCellCode = (text: string): string => markdownCode(text).replaceAll('|', '\\|');

/** A fenced block; the fence is longer than any run of backticks inside, and the language is one plain word. */
export const markdownFence = (text: string, language = ''): string => {
  const body = visibleLines(text).join('\n');
  const fence = '`'.repeat(Math.max(3, longestRun(body, /`+/g) + 1));
  return `${fence}${language.replace(/[^\w+-]/g, '')}\n${body}\n${fence}`;
};
