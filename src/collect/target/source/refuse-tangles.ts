import { SourceError } from './literal.ts';

/**
 * More than any config needs, and far less than what overflows the parser's stack, which would end the process: brackets inside
 * brackets, and words and signs in a row, since `- - - 1`, `a=>b=>c` and `else if` nest without any bracket.
 */
const MOST = 1000;

const ENDS_LINE = /[\n\r\u2028\u2029]/g;
const WORD = /[\p{ID_Continue}$\u200c\u200d]+/uy;

/**
 * Throws SourceError where the text nests deeper than a parser can follow. `text` is JSON, or a module of JavaScript or TypeScript
 * without JSX.
 */
export const refuseTangles = (text: string, kind: 'json' | 'js' | 'ts'): void => {
  /** Words and signs so far at each open bracket, since its last comma; how many of them there are in all. */
  const links = [0];
  let all = 0;
  const link = (at: number): void => {
    links[links.length - 1] = (links.at(-1) ?? 0) + 1;
    if (++all + links.length > MOST) throw new SourceError('the file nests too deep', at);
  };
  for (let at = kind !== 'json' && text.startsWith('#!') ? lineEnd(text, 0) : 0; at < text.length;) {
    const char = text[at] ?? '';
    if (/\s/.test(char)) at++;
    else if (char === '/') at = commentEnd(text, at);
    else if (char === '"' || char === "'" || char === '`') at = textEnd(text, at, char);
    else {
      link(at);
      if (char === '{' || char === '[' || char === '(') links.push(0);
      else if (char === '}' || char === ']' || char === ')') {
        // The bracket itself stays a link of what is around it.
        all -= links.length > 1 ? (links.pop() ?? 0) : 0;
      } else if (char === ',' && links.length > 1) {
        all -= links.at(-1) ?? 0;
        links[links.length - 1] = 0;
      }
      WORD.lastIndex = at;
      const word = WORD.exec(text)?.[0];
      // These nest across commas.
      if (char === '<' || word === 'else') all++;
      at += word?.length ?? 1;
    }
  }
};

const lineEnd = (text: string, from: number): number => {
  ENDS_LINE.lastIndex = from;
  return ENDS_LINE.exec(text)?.index ?? text.length;
};

const commentEnd = (text: string, at: number): number => {
  if (text[at + 1] === '/') return lineEnd(text, at);
  if (text[at + 1] !== '*') throw new SourceError('an expression may not stand here', at);
  const end = text.indexOf('*/', at + 2);
  return end === -1 ? text.length : end + 2;
};

const textEnd = (text: string, at: number, quote: string): number => {
  let end = at + 1;
  for (; end < text.length && text[end] !== quote; end++) {
    if (quote === '`' && text.startsWith('${', end)) throw new SourceError('a text may not have ${…} in it', end + 2);
    if (quote !== '`' && (text[end] === '\n' || text[end] === '\r')) return end;
    if (text[end] === '\\') end++;
  }
  return end + 1;
};
