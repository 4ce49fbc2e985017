/** What a project's config.toml says of one edge function. */
export interface FunctionConfig {
  values: ReadonlyMap<string, { value: string | boolean; line: number }>;
}

const NAME = String.raw`(?:[\w-]+|"[^"]*"|'[^']*')`;
const TABLE = new RegExp(String.raw`^\[\s*(${NAME}(?:\s*\.\s*${NAME})*)\s*\]`);
const PAIR = new RegExp(String.raw`^(${NAME}(?:\s*\.\s*${NAME})*)\s*=\s*(.+)$`);

const partsOf = (key: string): string[] =>
  [...key.matchAll(/"([^"]*)"|'([^']*)'|([\w-]+)/g)].map(([, a, b, c]) => a ?? b ?? c ?? '');

const valueOf = (text: string): string | boolean | undefined => {
  const word = /^(true|false)\b/.exec(text)?.[1];
  if (word !== undefined) return word === 'true';
  return /^"([^"]*)"/.exec(text)?.[1] ?? /^'([^']*)'/.exec(text)?.[1];
};

/**
 * Reads the tables `[functions.name]` line by line, so that a mistake elsewhere in a file that nobody but Supabase's own tool ever parses does not
 * hide them. A value that is neither a text nor true or false is left out.
 */
export const readFunctionConfigs = (text: string): Map<string, FunctionConfig> => {
  const found = new Map<string, Map<string, { value: string | boolean; line: number }>>();
  const put = (path: readonly string[], given: string, line: number): void => {
    const [root, name, key, ...more] = path;
    if (root !== 'functions' || name === undefined || more.length > 0) return;
    const inline = key === undefined ? /^\{(.*)\}/.exec(given)?.[1] : undefined;
    for (const pair of inline?.split(',') ?? []) {
      const [, inner, value] = PAIR.exec(pair.trim()) ?? [];
      if (inner !== undefined && value !== undefined) put([root, name, ...partsOf(inner)], value, line);
    }
    const value = key === undefined ? undefined : valueOf(given);
    if (key === undefined || value === undefined) return;
    const values = found.get(name) ?? new Map<string, { value: string | boolean; line: number }>();
    found.set(name, values.set(key, { value, line }));
  };
  let table: string[] = [];
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    if (line.startsWith('[')) table = partsOf(TABLE.exec(line)?.[1] ?? '');
    const [, key, value] = PAIR.exec(line) ?? [];
    if (key !== undefined && value !== undefined) put([...table, ...partsOf(key)], value, index + 1);
  }
  return new Map([...found].map(([name, values]) => [name, { values }]));
};
