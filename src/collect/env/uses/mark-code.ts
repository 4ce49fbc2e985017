/** What a character belongs to. */
export const CODE = 0;
export const COMMENT = 1;
export const STRING = 2;

export type Language = 'javascript' | 'markup' | 'python' | 'go' | 'hash';

/**
 * One byte a character: code, comment or string. No parser: it knows quotes, template literals with their `${}`, regular
 * expressions by what stands before them, and comments. Text that only looks like a quote (JSX, prose in Vue files) costs at
 * most its own line.
 */
export const markCode = (text: string, language: Language): Uint8Array => {
  const marks = new Uint8Array(text.length);
  if (language === 'python' || language === 'hash') markHash(text, marks, language === 'python');
  else markScript(text, marks, language);
  return marks;
};

const markHash = (text: string, marks: Uint8Array, triple: boolean): void => {
  let i = 0;
  while (i < text.length) {
    const letter = text[i];
    if (letter === '#') i = fill(marks, i, lineEnd(text, i), COMMENT);
    else if (letter === '"' || letter === "'") {
      const fence = letter.repeat(3);
      if (triple && text.startsWith(fence, i)) {
        const close = text.indexOf(fence, i + 3);
        i = fill(marks, i, close === -1 ? text.length : close + 3, STRING);
      } else i = fill(marks, i, quoteEnd(text, i, letter), STRING);
    } else i++;
  }
};

const markScript = (text: string, marks: Uint8Array, language: Language): void => {
  /** For each open template literal, how many braces are open inside its current `${}`. */
  const templates: number[] = [];
  let before = '';
  let i = 0;
  while (i < text.length) {
    const letter = text[i] ?? '';
    const next = text[i + 1];
    if (letter === '/' && next === '/' && !(language === 'markup' && text[i - 1] === ':'))
      i = fill(marks, i, lineEnd(text, i), COMMENT);
    else if (letter === '/' && next === '*') i = fill(marks, i, after(text, '*/', i + 2), COMMENT);
    else if (language === 'markup' && text.startsWith('<!--', i))
      i = fill(marks, i, after(text, '-->', i + 4), COMMENT);
    else if (letter === '"' || letter === "'") {
      i = fill(marks, i, quoteEnd(text, i, letter), STRING);
      before = letter;
    } else if (letter === '`') {
      if (language === 'go') i = fill(marks, i, after(text, '`', i + 1), STRING);
      else i = template(text, marks, i + 1, i, templates);
      before = '`';
    } else if (letter === '}' && templates.at(-1) === 0) {
      templates.pop();
      i = template(text, marks, i + 1, i, templates);
      before = '`';
    } else if (letter === '/' && language !== 'go' && startsRegex(before, text, i)) {
      i = fill(marks, i, regexEnd(text, i), STRING);
      before = '/';
    } else {
      const open = templates.length - 1;
      if (open >= 0 && letter === '{') templates[open] = (templates[open] ?? 0) + 1;
      if (open >= 0 && letter === '}') templates[open] = (templates[open] ?? 0) - 1;
      if (letter > ' ') before = letter;
      i++;
    }
  }
};

/** Marks template text from `at` to its end or its next `${`; an unclosed backtick is taken for a stray one. */
const template = (text: string, marks: Uint8Array, at: number, from: number, templates: number[]): number => {
  for (let i = at; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '`') return fill(marks, from, i + 1, STRING);
    else if (text[i] === '$' && text[i + 1] === '{') {
      templates.push(0);
      return fill(marks, from, i + 2, STRING);
    }
  }
  return at;
};

const fill = (marks: Uint8Array, from: number, to: number, mark: number): number => {
  marks.fill(mark, from, to);
  return to;
};

const lineEnd = (text: string, from: number): number => {
  const found = text.indexOf('\n', from);
  return found === -1 ? text.length : found;
};

const after = (text: string, end: string, from: number): number => {
  const found = text.indexOf(end, from);
  return found === -1 ? text.length : found + end.length;
};

/** Index after the closing quote, or after the line when it does not close there: then only the quote itself is skipped. */
const quoteEnd = (text: string, from: number, quote: string): number => {
  for (let i = from + 1; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === quote) return i + 1;
    else if (text[i] === '\n') break;
  }
  return from + 1;
};

const startsRegex = (before: string, text: string, at: number): boolean => {
  if ('(,=:[!&|?{;+*%~^'.includes(before) && before !== '') return true;
  return /(?:^|[^\w$.])(?:return|typeof|case|in|of|void|delete|throw|await)\s*$/.test(
    text.slice(Math.max(0, at - 12), at),
  );
};

const regexEnd = (text: string, from: number): number => {
  let inClass = false;
  for (let i = from + 1; i < text.length && text[i] !== '\n'; i++) {
    const letter = text[i];
    if (letter === '\\') i++;
    else if (letter === '[') inClass = true;
    else if (letter === ']') inClass = false;
    else if (letter === '/' && !inClass) return i + 1;
  }
  return from + 1;
};
