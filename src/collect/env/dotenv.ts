export interface DotenvEntry {
  name: string;
  value: string;
  /** From 1, of the name. */
  line: number;
  comment?: string;
}

export interface Dotenv {
  entries: readonly DotenvEntry[];
  /** Lines that are neither blank, comment nor `NAME=value`; at most 50. */
  malformed: readonly number[];
}

const NAME = /^[ \t]*(?:export[ \t]+)?([A-Za-z_][A-Za-z0-9_.-]{0,199})[ \t]*=[ \t]*/;
const MOST_ENTRIES = 2000;
const MOST_COMMENT = 200;

/**
 * Reads the dotenv grammar (as dotenv 16 and the shells agree on it): `export`, single, double and backtick quotes over
 * several lines, escapes in double quotes, `#` comments after white space, CRLF, and a byte order mark. A quote that never
 * closes ends at its line, as dotenv has it.
 */
export const parseDotenv = (source: string): Dotenv => {
  const text = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const entries: DotenvEntry[] = [];
  const malformed: number[] = [];
  let above: string[] = [];
  let line = 1;
  let at = 0;
  while (at < text.length && entries.length < MOST_ENTRIES) {
    const end = endOfLine(text, at);
    const row = text.slice(at, end);
    const trimmed = row.trim();
    if (trimmed === '') above = [];
    else if (trimmed.startsWith('#')) above.push(trimmed.replace(/^#+\s?/, ''));
    else {
      const name = NAME.exec(row);
      if (name === null) {
        if (!/^(?:export[ \t]+)?[A-Za-z_]\w*$/.test(trimmed) && malformed.length < 50) malformed.push(line);
        above = [];
      } else {
        const read = readValue(text, at + name[0].length, end);
        const comment = [...above, ...(read.comment === '' ? [] : [read.comment])]
          .filter((words) => /\w/.test(words))
          .join(' ')
          .slice(0, MOST_COMMENT);
        entries.push({ name: name[1] ?? '', value: read.value, line, ...(comment === '' ? {} : { comment }) });
        above = [];
        line += countLines(text, at, read.end);
        at = read.end + 1;
        line++;
        continue;
      }
    }
    at = end + 1;
    line++;
  }
  return { entries, malformed };
};

const endOfLine = (text: string, from: number): number => {
  const found = text.indexOf('\n', from);
  return found === -1 ? text.length : found;
};

const countLines = (text: string, from: number, to: number): number => {
  let lines = 0;
  for (let i = text.indexOf('\n', from); i !== -1 && i < to; i = text.indexOf('\n', i + 1)) lines++;
  return lines;
};

interface Value {
  value: string;
  comment: string;
  /** Index of the line end after it. */
  end: number;
}

const readValue = (text: string, from: number, lineEnd: number): Value => {
  const quote = text[from] ?? '';
  if (quote === '"' || quote === "'" || quote === '`') {
    const close = closingQuote(text, from, quote);
    if (close !== -1) {
      const end = endOfLine(text, close);
      const inner = text.slice(from + 1, close);
      const rest = text.slice(close + 1, end);
      return { value: quote === '"' ? unescape(inner) : inner, comment: commentIn(rest), end };
    }
  }
  const row = text.slice(from, lineEnd);
  const hash = /(?:^|[ \t])#/.exec(row);
  const value = (hash === null ? row : row.slice(0, hash.index)).trim();
  return { value, comment: hash === null ? '' : commentIn(row.slice(hash.index)), end: lineEnd };
};

const closingQuote = (text: string, from: number, quote: string): number => {
  for (let i = from + 1; i < text.length; i++) {
    if (text[i] === '\\' && quote !== "'") i++;
    else if (text[i] === quote) return i;
  }
  return -1;
};

const commentIn = (rest: string): string => /#\s?(.*)$/.exec(rest)?.[1]?.trim() ?? '';

const unescape = (text: string): string =>
  text.replace(/\\([nrt"\\$])/g, (_, letter: string) => ({ n: '\n', r: '\r', t: '\t' })[letter] ?? letter);
