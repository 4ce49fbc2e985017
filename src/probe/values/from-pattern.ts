import { randomInt } from 'node:crypto';

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';
const WORD = `${LOWER}${LOWER.toUpperCase()}${DIGITS}_`;
const ESCAPES: Readonly<Record<string, string>> = {
  d: DIGITS,
  w: WORD,
  s: ' ',
  D: LOWER,
  W: '-',
  S: LOWER,
  t: '\t',
  n: '\n',
  r: '\r',
};
/** Anything that a negated class may be made of. */
const ANY = `${LOWER}${DIGITS}`;
const MOST = 200;

interface Reader {
  readonly text: string;
  at: number;
}

class GivesUp extends Error {}

const one = (set: string): string => set[randomInt(set.length)] ?? '';

/** A text that a simple pattern allows: classes, escapes, alternatives, counts. Undefined when it is not simple. Check the result. */
export const textFromPattern = (pattern: string, minLength = 0): string | undefined => {
  if (pattern.length > 500) return undefined;
  const reader: Reader = { text: pattern, at: 0 };
  try {
    const made = alternatives(reader, 0, Math.max(minLength, 8));
    return reader.at === pattern.length ? made.slice(0, 2 * MOST) : undefined;
  } catch (error) {
    if (error instanceof GivesUp) return undefined;
    throw error;
  }
};

/** The first of `a|b|c`; the others are read over. */
const alternatives = (reader: Reader, depth: number, wish: number): string => {
  if (depth > 10) throw new GivesUp();
  const first = sequence(reader, depth, wish);
  while (reader.text[reader.at] === '|') {
    reader.at++;
    sequence(reader, depth, wish);
  }
  return first;
};

const sequence = (reader: Reader, depth: number, wish: number): string => {
  let made = '';
  while (reader.at < reader.text.length) {
    const char = reader.text[reader.at];
    if (char === '|' || char === ')') return made;
    const start = reader.at;
    const piece = atom(reader, depth, wish);
    const after = reader.at;
    const [min, max] = count(reader);
    const times = Math.min(max, MOST, Math.max(min, piece.wide ? Math.min(wish, Math.max(min, 1) * 8) : min));
    const end = reader.at;
    for (let n = 0; n < times && made.length < 2 * MOST; n++) {
      if (n === 0) made += piece.text;
      else {
        const again: Reader = { text: reader.text.slice(0, after), at: start };
        made += atom(again, depth, wish).text;
      }
    }
    reader.at = end;
  }
  return made;
};

/** `wide`: a class, which is repeated for length and chance; others as often as they must. */
const atom = (reader: Reader, depth: number, wish: number): { text: string; wide: boolean } => {
  const char = reader.text[reader.at++] ?? '';
  switch (char) {
    case '^':
    case '$':
      return { text: '', wide: false };
    case '.':
      return { text: one(ANY), wide: true };
    case '[':
      return { text: one(classOf(reader)), wide: true };
    case '(': {
      const head = /^\?(?::|<\w+>)/.exec(reader.text.slice(reader.at, reader.at + 40))?.[0];
      if (head === undefined && reader.text[reader.at] === '?') throw new GivesUp();
      reader.at += head?.length ?? 0;
      const text = alternatives(reader, depth + 1, wish);
      if (reader.text[reader.at++] !== ')') throw new GivesUp();
      return { text, wide: false };
    }
    case '\\': {
      const set = escapeOf(reader);
      return { text: one(set), wide: set.length > 1 };
    }
    case '*':
    case '+':
    case '?':
    case '{':
      throw new GivesUp();
    default:
      return { text: char, wide: false };
  }
};

const escapeOf = (reader: Reader): string => {
  const char = reader.text[reader.at++] ?? '';
  if (char === 'p' || char === 'P') {
    const end = reader.text.indexOf('}', reader.at);
    const name = end === -1 ? '' : reader.text.slice(reader.at + 1, end);
    if (char === 'P' || !/^(?:L|Letter|Ll|Alphabetic|Lu|N|Nd)$/.test(name)) throw new GivesUp();
    reader.at = end + 1;
    return name === 'Lu' ? LOWER.toUpperCase() : name.startsWith('N') ? DIGITS : LOWER;
  }
  if (/[1-9bBkxuc]/.test(char)) {
    if (char === 'b' || char === 'B') return '';
    throw new GivesUp();
  }
  return ESCAPES[char] ?? char;
};

const classOf = (reader: Reader): string => {
  const isNegated = reader.text[reader.at] === '^';
  if (isNegated) reader.at++;
  let set = '';
  let isFirst = true;
  for (;;) {
    const char = reader.text[reader.at++];
    if (char === undefined) throw new GivesUp();
    if (char === ']' && !isFirst) break;
    isFirst = false;
    if (char === '\\' && isNegated && /[pP]/.test(reader.text[reader.at] ?? '')) {
      reader.at = reader.text.indexOf('}', reader.at) + 1;
      if (reader.at === 0) throw new GivesUp();
      continue;
    }
    const from = char === '\\' ? escapeOf(reader) : char;
    if (reader.text[reader.at] === '-' && reader.text[reader.at + 1] !== ']' && from.length === 1) {
      reader.at++;
      const next = reader.text[reader.at++] ?? '';
      const to = next === '\\' ? escapeOf(reader) : next;
      if (to.length !== 1) throw new GivesUp();
      for (let code = from.charCodeAt(0); code <= to.charCodeAt(0) && set.length < 300; code++)
        set += String.fromCharCode(code);
    } else set += from;
  }
  const usable = isNegated
    ? ANY.split('')
        .filter((char) => !set.includes(char))
        .join('')
    : set;
  // Letters and digits are taken by more than the pattern says.
  const plain = usable
    .split('')
    .filter((char) => /[a-z0-9]/i.test(char))
    .join('');
  if (usable === '') throw new GivesUp();
  return plain === '' ? usable : plain;
};

const count = (reader: Reader): [min: number, max: number] => {
  const match = /^(?:([*+?])|\{(\d{1,5})(?:(,)(\d{0,5}))?\})\??/.exec(reader.text.slice(reader.at, reader.at + 20));
  if (match === null) return [1, 1];
  reader.at += match[0].length;
  const [, sign, min = '', comma, max] = match;
  if (sign !== undefined) return sign === '?' ? [0, 0] : [sign === '+' ? 1 : 0, MOST];
  const least = Number(min);
  return [least, comma === undefined ? least : max === '' || max === undefined ? MOST : Number(max)];
};
