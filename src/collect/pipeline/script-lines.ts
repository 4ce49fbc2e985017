export interface ScriptLine {
  line: number;
  text: string;
}

export interface Script {
  lines: readonly ScriptLine[];
  /** Name to text of every `env:`, `environment:` or `variables:` entry in force: of the step, the job and the file. */
  env: ReadonlyMap<string, string>;
}

interface Row {
  line: number;
  indent: number;
  text: string;
}

const ENV_KEY = /^(?:- )?(?:env|environment|variables):\s*$/;
const MOST_ROWS = 20_000;
/** No CI file of people has more; the work grows with their product. */
const MOST_SCRIPTS = 400;
const MOST_ENVS = 200;

/**
 * The shell scripts of a CI file (`run:`, `script:`, `command:` …) with the variables each can see. Reads YAML by its
 * indentation only: aliases, flow collections and tags are not followed, so what it returns is certain and may be incomplete.
 */
export const scriptsIn = (text: string, keys: readonly string[]): Script[] => {
  const rows = rowsOf(text);
  const starts = new RegExp(`^(?:- )*(?:["']?(?:${keys.join('|')})["']?):\\s*(.*)$`);
  const scripts: Script[] = [];
  const envKeys = rows.flatMap((row, i) => (ENV_KEY.test(row.text) ? [i] : [])).slice(0, MOST_ENVS);
  for (const [i, row] of rows.entries()) {
    if (scripts.length >= MOST_SCRIPTS) break;
    const found = starts.exec(row.text);
    if (found === null) continue;
    const keyIndent = row.indent + (/^(?:- )+/.exec(row.text)?.[0].length ?? 0);
    const lines = scalarLines(rows, i, keyIndent, found[1] ?? '');
    if (lines.length > 0) scripts.push({ lines, env: envFor(rows, envKeys, i, keyIndent) });
  }
  return scripts;
};

const rowsOf = (text: string): Row[] =>
  text
    .split(/\r?\n/)
    .slice(0, MOST_ROWS)
    .map((row, i) => ({ line: i + 1, indent: row.length - row.trimStart().length, text: row.trim().slice(0, 4000) }));

/** Lines of a plain scalar, a block scalar or a list of scalars. */
const scalarLines = (rows: readonly Row[], at: number, keyIndent: number, value: string): ScriptLine[] => {
  const start = rows[at];
  if (start === undefined) return [];
  if (value !== '' && !/^[|>][-+\d]*\s*(?:#.*)?$/.test(value)) return [{ line: start.line, text: unquote(value) }];
  const isBlock = value !== '';
  const lines: ScriptLine[] = [];
  for (const row of rows.slice(at + 1)) {
    if (row.text === '') continue;
    const isItem = row.text.startsWith('- ');
    if (row.indent < keyIndent || (row.indent === keyIndent && (isBlock || !isItem))) break;
    if (isBlock) lines.push({ line: row.line, text: row.text });
    else if (isItem && !/^- [|>][-+\d]*$/.test(row.text))
      lines.push({ line: row.line, text: unquote(row.text.slice(2).trim()) });
    else if (!isItem && !/^[\w-]+:(?:\s|$)/.test(row.text)) lines.push({ line: row.line, text: row.text });
    else if (!isItem) break;
  }
  return lines;
};

const unquote = (value: string): string => /^(["'])(.*)\1$/.exec(value)?.[2] ?? value;

/** Entries under `env:` keys that stand in this step or in what encloses it. */
const envFor = (
  rows: readonly Row[],
  envKeys: readonly number[],
  at: number,
  keyIndent: number,
): ReadonlyMap<string, string> => {
  const env = new Map<string, string>();
  for (const i of envKeys) {
    const row = rows[i];
    if (row === undefined) continue;
    const indent = row.indent + (row.text.startsWith('- ') ? 2 : 0);
    if (indent > keyIndent || !sameBlock(rows, Math.min(i, at), Math.max(i, at), indent)) continue;
    for (const entry of rows.slice(i + 1)) {
      if (entry.text === '' || entry.text.startsWith('#')) continue;
      if (entry.indent <= indent) break;
      const pair = /^(?:- )?["']?([A-Za-z_]\w*)["']?\s*:\s*(.*)$/.exec(entry.text);
      if (pair !== null) env.set(pair[1] ?? '', pair[2] ?? '');
    }
  }
  return env;
};

/** No row between the two leaves the mapping that the `env:` key belongs to, and none starts another item of its list. */
const sameBlock = (rows: readonly Row[], from: number, to: number, indent: number): boolean =>
  rows
    .slice(from + 1, to + 1)
    .every(
      (row) =>
        row.text === '' || row.text.startsWith('#') || row.indent >= indent || row.indent > (rows[from]?.indent ?? 0),
    );
