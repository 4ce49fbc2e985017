export interface Statement {
  text: string;
  /** Of its first word, from 1. */
  line: number;
}

/** Index behind the quoted text that starts at `at`; `escapes` for E'…'. */
const behindQuote = (text: string, at: number, quote: string, escapes: boolean): number => {
  let i = at + 1;
  while (i < text.length) {
    if (escapes && text[i] === '\\') i += 2;
    else if (text[i] !== quote) i++;
    else if (text[i + 1] === quote) i += 2;
    else return i + 1;
  }
  return text.length;
};

/** Index behind the comment that starts at `at`; those in C's style nest. */
const behindComment = (text: string, at: number): number => {
  if (text[at] === '-') {
    const end = text.indexOf('\n', at);
    return end < 0 ? text.length : end;
  }
  let depth = 0;
  for (let i = at; i < text.length; i++) {
    if (text.startsWith('/*', i)) {
      depth++;
      i++;
    } else if (text.startsWith('*/', i)) {
      depth--;
      i++;
      if (depth === 0) return i + 1;
    }
  }
  return text.length;
};

const DOLLAR = /\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/y;

/** Index behind what cannot hold the end of a statement; `at` itself when nothing of the kind starts there. */
const behindPart = (text: string, at: number): number => {
  const letter = text[at];
  if (letter === "'") {
    const before = text[at - 1];
    return behindQuote(text, at, "'", (before === 'E' || before === 'e') && !/\w/.test(text[at - 2] ?? ''));
  }
  if (letter === '"') return behindQuote(text, at, '"', false);
  if (text.startsWith('--', at) || text.startsWith('/*', at)) return behindComment(text, at);
  if (letter === '$' && !/\w/.test(text[at - 1] ?? '')) {
    DOLLAR.lastIndex = at;
    const tag = DOLLAR.exec(text)?.[0];
    if (tag !== undefined) {
      const end = text.indexOf(tag, at + tag.length);
      return end < 0 ? text.length : end + tag.length;
    }
  }
  return at;
};

/** Blanks for the lines that only psql reads (`\connect`) and for the rows below `COPY … FROM stdin`, so that the lines stay the same. */
export const withoutPsql = (text: string): string =>
  text
    .replace(
      /^(COPY\b[^;\n]{0,2000}\bFROM\s+stdin\b[^;\n]{0,200};)\n([\s\S]*?)^\\\.$/gim,
      (_, head: string, rows: string) => `${' '.repeat(head.length)}\n${rows.replace(/[^\n]/g, '')}`,
    )
    .replace(/^\\[^\n]*$/gm, '');

/** Cuts a file of SQL into its statements, also where one of them has a mistake. */
export const splitStatements = (text: string): Statement[] => {
  const found: Statement[] = [];
  let start = -1;
  let depth = 0;
  let line = 1;
  let counted = 0;
  const lineOf = (at: number): number => {
    for (; counted < at; counted++) if (text.charCodeAt(counted) === 10) line++;
    return line;
  };
  const close = (end: number): void => {
    if (start >= 0) found.push({ text: text.slice(start, end), line: lineOf(start) });
    start = -1;
    depth = 0;
  };
  for (let i = 0; i < text.length;) {
    const next = behindPart(text, i);
    if (next > i) {
      if (start < 0 && !/^(?:--|\/\*)/.test(text.slice(i, i + 2))) start = i;
      i = next;
      continue;
    }
    const letter = text[i] ?? '';
    if (letter === ';' && depth <= 0) close(i);
    else if (letter === '(') depth++;
    else if (letter === ')') depth--;
    if (start < 0 && letter !== ';' && /\S/.test(letter)) start = i;
    i++;
  }
  close(text.length);
  return found;
};
