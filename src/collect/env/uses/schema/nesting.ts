import { CODE, COMMENT } from '../mark-code.ts';

/** A text with what each of its characters belongs to. */
export interface Marked {
  text: string;
  marks: Uint8Array;
}

/** A part of the text: from `from` up to, not with, `to`. */
export interface Span {
  from: number;
  to: number;
}

/** No statement is read further than this. */
const LONGEST = 60_000;
const brackets = new WeakMap<Marked, Int32Array>();

/** For each opening bracket the index of the one that closes it; -1 where none does. Built once a file. */
const pairsOf = (file: Marked): Int32Array => {
  const known = brackets.get(file);
  if (known !== undefined) return known;
  const { text, marks } = file;
  const pairs = new Int32Array(text.length).fill(-1);
  const open: number[] = [];
  for (let i = 0; i < text.length; i++) {
    if (marks[i] !== CODE) continue;
    const letter = text[i] ?? '';
    if ('([{'.includes(letter)) open.push(i);
    else if (')]}'.includes(letter)) {
      const at = open.pop();
      if (at !== undefined) pairs[at] = i;
    }
  }
  brackets.set(file, pairs);
  return pairs;
};

/** Index of the bracket that closes the one at `open`; -1 where none does. */
export const closing = (file: Marked, open: number): number => pairsOf(file)[open] ?? -1;

/** The parts between the commas of a bracket's own level. */
export const parts = (file: Marked, { from, to }: Span): Span[] => {
  const found: Span[] = [];
  let start = from;
  for (let i = from; i < to; i++) {
    if (file.marks[i] !== CODE) continue;
    const letter = file.text[i] ?? '';
    if ('([{'.includes(letter)) {
      const close = closing(file, i);
      if (close === -1) break;
      i = close;
    } else if (letter === ',') {
      found.push({ from: start, to: i });
      start = i + 1;
    }
  }
  if (start < to) found.push({ from: start, to });
  return found;
};

/** Index of the first character from `at` that is neither white space nor in a comment. */
export const firstWord = ({ text, marks }: Marked, at: number, to: number): number => {
  let i = at;
  while (i < to && (marks[i] === COMMENT || /\s/.test(text[i] ?? ''))) i++;
  return i;
};

/** From the start of an expression to the end of its statement: a semicolon, a comma or a line that does not go on. */
export const statementEnd = (file: Marked, from: number): number => {
  const { text, marks } = file;
  const last = Math.min(text.length, from + LONGEST);
  for (let i = from; i < text.length; i++) {
    if (i >= last) return last;
    if (marks[i] !== CODE) continue;
    const letter = text[i] ?? '';
    if ('([{'.includes(letter)) {
      const close = closing(file, i);
      if (close === -1) return i;
      i = close;
    } else if (')]};,'.includes(letter)) return i;
    else if (letter === '\n' && i > from && !goesOn(text, from, i)) return i;
  }
  return last;
};

const goesOn = (text: string, from: number, lineBreak: number): boolean =>
  /^\s*(?:\/\/[^\n]*\n\s*){0,20}(?:[.?:|&)]|\?\?)/.test(text.slice(lineBreak, lineBreak + 600)) ||
  /(?:=>|[=(,?:|&.])\s*$/.test(text.slice(Math.max(from, lineBreak - 20), lineBreak)) ||
  text.slice(from, Math.min(lineBreak, from + 500)).trim() === '';
