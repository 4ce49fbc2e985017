import { parse } from 'yaml';

/** Larger descriptions are not read. YAML takes a hundred times as long as JSON to read. */
export const MOST_BYTES = 10 * 1024 * 1024;
const MOST_YAML = 3 * 1024 * 1024;
/** A document that means well repeats some anchors; a billion laughs needs many. */
const MOST_ALIASES = 100;

export type Tree = Readonly<Record<string, unknown>>;

export const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export type TextResult = { ok: true; tree: Tree } | { ok: false; reason: string };

/** A description of an API as JSON or YAML. */
export const readDescription = (text: string): TextResult => {
  if (text.length > MOST_BYTES) return { ok: false, reason: 'it is larger than 10 MB' };
  const begin = text.slice(0, 200).trimStart();
  if (begin.startsWith('<')) return { ok: false, reason: 'it is HTML or XML' };
  try {
    const value: unknown = begin.startsWith('{') ? JSON.parse(text.replace(/^\uFEFF/, '')) : readYaml(text);
    return isTree(value) ? { ok: true, tree: value } : { ok: false, reason: 'it is not an object' };
  } catch (error) {
    const said = error instanceof Error ? (error.message.split('\n')[0] ?? '').slice(0, 160) : 'unreadable';
    return { ok: false, reason: said };
  }
};

const readYaml = (text: string): unknown => {
  if (text.length > MOST_YAML) throw new Error('it is YAML and larger than 3 MB');
  return parse(text, { maxAliasCount: MOST_ALIASES, logLevel: 'silent', uniqueKeys: false }) as unknown;
};

/** Whether this is a description of an API at all. */
export const isDescription = (tree: Tree): boolean =>
  isTree(tree['paths']) && (typeof tree['openapi'] === 'string' || tree['swagger'] !== undefined);
