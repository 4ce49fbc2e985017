/** Deeper than people write, and far from what the parser’s stack holds: it ends the whole process where it overflows. */
const MOST_BRACKETS = 500;
/** Of what goes on to the right without a bracket: `a => a => …`, `a ? b : a ? …`, `new new …`. */
const MOST_CHAINED = 5_000;
/** `else if` stands below the `if` before it. */
const MOST_ELSE = 5_000;

const NEWLINE = 10;
const DOLLAR = 36;
const STAR = 42;
const SLASH = 47;
const COLON = 58;
const SEMICOLON = 59;
const GREATER = 62;
const QUESTION = 63;
const BACKSLASH = 92;
const BACKTICK = 96;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;

const KIND = {
  none: 0,
  opening: 1,
  closing: 2,
  chaining: 3,
  ending: 4,
  quote: 5,
  slash: 6,
  backtick: 7,
  word: 8,
} as const;

const kinds = new Uint8Array(128);
const put = (letters: string, kind: number): void => {
  for (const letter of letters) kinds[letter.charCodeAt(0)] = kind;
};
put('([{', KIND.opening);
put(')]}', KIND.closing);
put('=!~<*?:', KIND.chaining);
put(';,', KIND.ending);
put(`"'`, KIND.quote);
put('/', KIND.slash);
put('`', KIND.backtick);
put('abcdefghijklmnopqrstuvwxyz', KIND.word);

/** Before a slash these say that an expression begins: it is a regular expression and no division. */
const BEFORE_EXPRESSION = new Set(Buffer.from('(,=:[!&|?{};+-*%~^<>'));
const CHAINING_WORD = new Set([
  'new',
  'await',
  'typeof',
  'void',
  'delete',
  'yield',
  'if',
  'for',
  'while',
  'do',
  'class',
]);

/** Statements begin with these: what went on before ends here, or stands in brackets that are still open. */
const BEGINNING_WORD = new Set(['const', 'var', 'export', 'return', 'throw']);

/** Whether a text nests deeper than it may be parsed. Looks at what stands outside of strings, comments and regular expressions, in one pass. */
export const isTooDeep = (text: string): boolean => {
  let depth = 0;
  let chained = 0;
  let elses = 0;
  /** Colons without a bracket or comma between them: `a: b: c: …`. */
  let labels = 0;
  let before = NEWLINE;
  /** Depths at which `${` stand open. */
  const templates: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code <= 32) continue;
    const kind = code < 128 ? kinds[code] : KIND.none;
    if (kind === KIND.word) {
      const start = at;
      while (kinds[text.charCodeAt(at + 1)] === KIND.word) at++;
      if (at - start > 5) continue;
      const word = text.slice(start, at + 1);
      if (word === 'else') elses++;
      else if (CHAINING_WORD.has(word)) chained++;
      else if (BEGINNING_WORD.has(word)) chained = 0;
    } else if (kind === KIND.quote) at = endOfLine(text, at, code);
    else if (kind === KIND.backtick || (code === CLOSE_BRACE && templates.at(-1) === depth)) {
      if (code === CLOSE_BRACE) templates.pop();
      at = endOfText(text, at);
      if (text.charCodeAt(at) === OPEN_BRACE) templates.push(depth);
    } else if (kind === KIND.slash) {
      const next = text.charCodeAt(at + 1);
      if (next === SLASH) at = endAt(text, '\n', at);
      else if (next === STAR) at = endAt(text, '*/', at + 2) + 1;
      else if (next !== GREATER && BEFORE_EXPRESSION.has(before)) at = endOfLine(text, at, SLASH);
    } else if (kind === KIND.opening) {
      depth++;
      labels = 0;
    } else if (kind === KIND.closing) depth = Math.max(0, depth - 1);
    else if (code === COLON) labels++;
    // Members that may be missing, `?.` and `??` nest nothing.
    else if (code === QUESTION && /[.:?]/.test(text.charAt(at + 1))) at++;
    else if (kind === KIND.chaining) chained++;
    else if (kind === KIND.ending) {
      labels = 0;
      if (code === SEMICOLON) chained = 0;
    }
    if (
      depth + templates.length > MOST_BRACKETS ||
      chained > MOST_CHAINED ||
      labels > MOST_CHAINED ||
      elses > MOST_ELSE
    )
      return true;
    before = code;
  }
  return false;
};

const endAt = (text: string, end: string, from: number): number => {
  const found = text.indexOf(end, from);
  return found < 0 ? text.length : found;
};

/** Where a string or regular expression ends; neither goes over the end of a line. */
const endOfLine = (text: string, from: number, end: number): number => {
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === end || code === NEWLINE) return at;
    if (code === BACKSLASH) at++;
  }
  return text.length;
};

/** The backtick at which a template ends, or the brace of the next `${` in it. */
const endOfText = (text: string, from: number): number => {
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKTICK) return at;
    if (code === BACKSLASH) at++;
    else if (code === DOLLAR && text.charCodeAt(at + 1) === OPEN_BRACE) return at + 1;
  }
  return text.length;
};
