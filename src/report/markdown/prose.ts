import { markdownCode, markdownText } from '../escape/markdown.ts';

/** One line of text in which what stands between two backticks is code. */
export const prose = (text: string): string =>
  text
    .split(/`([^`\r\n]+)`/)
    .map((part, index) => (index % 2 === 1 ? markdownCode(part) : part.trim() === '' ? part : kept(part)))
    .join('');

/** Markdown's start-of-line rules only concern text that starts a line; spaces around it stay. */
const kept = (part: string): string => {
  const [, before = '', body = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(part) ?? [];
  return `${before === '' ? '' : ' '}${markdownText(body)}${after === '' ? '' : ' '}`;
};

/** Several lines, as a Markdown block in which each stays a line of its own. */
export const proseLines = (text: string): string =>
  text
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .map((line) => prose(line.trim()))
    .join('  \n');
