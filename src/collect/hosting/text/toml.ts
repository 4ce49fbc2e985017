import type { Setting } from './settings.ts';

const NAME = String.raw`(?:[\w-]+|"[^"\n]*"|'[^'\n]*')`;
const KEY = String.raw`${NAME}(?:\s*\.\s*${NAME})*`;
const TABLE = new RegExp(String.raw`^\[(\[?)\s*(${KEY})\s*\]`);
const PAIR = new RegExp(String.raw`(${KEY})\s*=\s*("(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[\w.+-]+|\{|\[)`, 'g');
const STRING = /"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)'/g;
const MOST_LINES = 20_000;

/**
 * Texts, numbers and flags of a TOML file, line by line, so that one mistake does not hide the rest. An inline table's members
 * get the key before it; a list's entries get numbers; entries of `[[table]]` are numbered too.
 */
export const tomlSettings = (text: string): Setting[] => {
  const found: Setting[] = [];
  const counts = new Map<string, number>();
  let table: readonly string[] = [];
  /** The key of a list that goes on over lines, and how many entries it has. */
  let open = null as { keys: readonly string[]; next: number } | null;
  for (const [index, raw] of text.split('\n', MOST_LINES).entries()) {
    const line = withoutComment(raw).trim();
    const at = index + 1;
    if (open === null) {
      const [, list, name] = TABLE.exec(line) ?? [];
      if (name !== undefined) {
        const keys = keysOf(name);
        const count = counts.get(name) ?? 0;
        if (list !== '') counts.set(name, count + 1);
        table = list === '' ? keys : [...keys, String(count)];
        continue;
      }
    }
    const list: readonly string[] | null = open?.keys ?? listKey(line, table);
    const pairs = pairsIn(line);
    if (list !== null) {
      const next: number = open?.next ?? 0;
      const inner = pairs.filter(({ value }) => value !== '[');
      const entries = inner.length > 0 ? [] : textsIn(open === null ? line.slice(line.indexOf('[')) : line);
      found.push(
        ...inner.map(({ keys, value }) => ({ keys: [...list, String(next), ...keys], value, line: at })),
        ...entries.map((value, n) => ({ keys: [...list, String(next + n)], value, line: at })),
      );
      open = /\]\s*$/.test(line)
        ? null
        : { keys: list, next: next + Math.max(entries.length, inner.length > 0 ? 1 : 0) };
      continue;
    }
    let above: readonly string[] = table;
    for (const { keys, value } of pairs) {
      if (value === '{') above = [...table, ...keys];
      else found.push({ keys: [...above, ...keys], value, line: at });
    }
  }
  return found;
};

const keysOf = (text: string): string[] =>
  [...text.matchAll(/"([^"]*)"|'([^']*)'|([\w-]+)/g)].map(([, a, b, c]) => a ?? b ?? c ?? '');

const unquoted = (value: string): string =>
  /^["']/.test(value) ? value.slice(1, -1).replaceAll(String.raw`\"`, '"') : value;

const pairsIn = (line: string): { keys: string[]; value: string }[] =>
  [...line.matchAll(PAIR)].map(([, key = '', value = '']) => ({ keys: keysOf(key), value: unquoted(value) }));

const textsIn = (line: string): string[] => [...line.matchAll(STRING)].map(([, a, b]) => a ?? b ?? '');

const listKey = (line: string, table: readonly string[]): readonly string[] | null => {
  const key = new RegExp(String.raw`^(${KEY})\s*=\s*\[`).exec(line)?.[1];
  return key === undefined ? null : [...table, ...keysOf(key)];
};

const withoutComment = (line: string): string =>
  line.replace(/("(?:[^"\\]|\\.)*"|'[^']*')|#.*$/g, (_, string: string | undefined) => string ?? '');
