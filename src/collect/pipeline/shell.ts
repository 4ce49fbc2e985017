import type { ScriptLine } from './script-lines.ts';

export interface Command {
  line: number;
  /** Commands joined by `|`, without leading words like `sudo` and `if`. */
  pipeline: readonly string[];
  /** Its output goes into a file, or a block around it does. */
  redirected: boolean;
  /** The line as written. */
  source: string;
}

const LEADING = /^(?:(?:if|then|else|elif|do|while|until|!|sudo|time|exec|command|\{|\()\s+)+/;

/** Splits shell lines into simple commands. Continued lines are joined; here-documents are left out. */
export const commandsIn = (lines: readonly ScriptLine[]): Command[] => {
  const joined = joinLines(lines);
  const hidden = redirectedBlocks(joined);
  return joined.flatMap(({ line, text }, i) =>
    split(text, /^(?:&&|\|\||;|&(?!>|\d))/).flatMap((part): Command[] => {
      const pipeline = split(part, /^\|(?!\|)&?/).map((command) => command.trim().replace(LEADING, '').trim());
      const last = pipeline.at(-1) ?? '';
      if ((pipeline[0] ?? '') === '' || text.startsWith('#')) return [];
      return [
        {
          line,
          pipeline: pipeline.map((command) => command.replace(/\s+(?:2>&1|2>\/dev\/null|>&2|1>&2)\s*/g, ' ').trim()),
          redirected: hidden.has(i) || pipeline.slice(0, -1).some(writes) || writes(last),
          source: text,
        },
      ];
    }),
  );
};

const joinLines = (lines: readonly ScriptLine[]): ScriptLine[] => {
  const joined: { line: number; text: string }[] = [];
  let continued = false;
  let until: string | null = null;
  for (const { line, text } of lines) {
    if (until !== null) {
      if (text.trim() === until) until = null;
      continue;
    }
    const last = joined.at(-1);
    if (continued && last !== undefined) last.text = `${last.text.slice(0, -1).trimEnd()} ${text}`.slice(0, 8000);
    else joined.push({ line, text });
    continued = /(?:^|[^\\])\\$/.test(text);
    until = /<<-?\s*\\?["']?([A-Za-z_]\w*)["']?/.exec(text)?.[1] ?? null;
  }
  return joined;
};

/** Rows of `{ … } >> file`, `( … ) > file`, `done > file`, `fi > file`, and of everything after `exec > file`. */
const redirectedBlocks = (rows: readonly ScriptLine[]): ReadonlySet<number> => {
  const hidden = new Set<number>();
  const open: number[] = [];
  const moved = rows.findIndex(({ text }) => /^exec\s+[\d&]*>/.test(text));
  if (moved !== -1) for (let row = moved; row < rows.length; row++) hidden.add(row);
  for (const [i, { text }] of rows.entries()) {
    if (/^(?:\{|\()$|(?:^|\s)\{$|^(?:for|while|until|if|case)\b/.test(text) && !/\b(?:done|fi|esac)\b/.test(text))
      open.push(i);
    const close = /^(?:\}|\)|(?:done|fi|esac)\b)\s*(.*)$/.exec(text);
    if (close === null) continue;
    const from = open.pop();
    if (from !== undefined && /^(?:>|1>|&>|\|)/.test(close[1]?.trim() ?? ''))
      for (let row = from; row <= i; row++) hidden.add(row);
  }
  return hidden;
};

const writes = (command: string): boolean =>
  /(?:^|[^2<>&])(?:1|&)?>>?(?!&[12])\s*(?!\/dev\/(?:stdout|stderr|tty)\b)[^\s>]/.test(unquoted(command));

/** Quoted text and `${{ }}` replaced, so that operators inside them do not count. */
const unquoted = (text: string): string =>
  text
    .replace(/\$\{\{[^}]*\}\}/g, 'X')
    .replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, 'Q')
    .replace(/\$\((?:[^()]|\([^()]*\))*\)/g, 'S');

/** Splits at operators outside of quotes, `$( )` and `${{ }}`. */
const split = (text: string, operator: RegExp): string[] => {
  const parts: string[] = [];
  let quote = '';
  let depth = 0;
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const letter = text[i] ?? '';
    if (letter === '\\' && quote !== "'") i++;
    else if (quote !== '') quote = letter === quote ? '' : quote;
    else if (letter === '"' || letter === "'") quote = letter;
    else if (text.startsWith('${{', i)) i = Math.max(i, text.indexOf('}}', i) + 1);
    else if (text.startsWith('$(', i) || text.startsWith('${', i)) {
      depth++;
      i++;
    } else if (depth > 0 && (letter === ')' || letter === '}')) depth--;
    else if (depth === 0) {
      const found = operator.exec(text.slice(i, i + 3));
      if (found === null) continue;
      parts.push(text.slice(from, i));
      i += found[0].length - 1;
      from = i + 1;
    }
  }
  return [...parts, text.slice(from)];
};
