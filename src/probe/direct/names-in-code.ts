import { channelsIn, type ChannelUse } from './channels-in-code.ts';
import { embeddedAt } from './embedded-in-code.ts';

/** What client code calls by name at a database that it talks to directly. */
export interface CodeNames {
  /** Table → columns that the code writes. */
  tables: Map<string, Set<string>>;
  /** Function → names of its arguments. */
  functions: Map<string, Set<string>>;
  buckets: Set<string>;
  /** `room-{}` ends with an id. */
  channels: Map<string, ChannelUse>;
  edge: Set<string>;
}

const MOST_NAMES = 120;
const MOST_OBJECTS = 2_000;
const MOST_CHARS = 8 * 1024 * 1024;
const LITERAL = String.raw`["'\`]([A-Za-z_][\w.-]{0,62})["'\`]`;
const ARGUMENT = String.raw`\(\s*(?:${LITERAL}|([A-Za-z_$][\w$]{0,40}))\s*`;
/** Minifiers leave the names of members alone. TypeScript sources may name a type before the brackets. */
const FROM = new RegExp(
  String.raw`(\.storage\s*)?\.\s*from\s*(?:<[^<>()]{1,80}>)?${ARGUMENT}\)\s*\??\.\s*(\w{3,20})`,
  'g',
);
const CALLED = new RegExp(String.raw`\.\s*rpc\s*(?:<[^<>()]{1,80}>)?${ARGUMENT}(,)?`, 'g');
/** `postgres_changes` names the table that it hears of. */
const HEARD = new RegExp(String.raw`schema:\s*["'\`]public["'\`]\s*,\s*table:\s*${LITERAL}`, 'g');
const INVOKED = new RegExp(String.raw`\.functions\s*\.\s*invoke\s*(?:<[^<>()]{1,80}>)?${ARGUMENT}`, 'g');
const ON_TABLE = new Set(['select', 'insert', 'update', 'upsert', 'delete']);
const ON_FILES = new Set([
  'upload',
  'update',
  'download',
  'list',
  'remove',
  'move',
  'copy',
  'getPublicUrl',
  'createSignedUrl',
  'createSignedUrls',
  'createSignedUploadUrl',
  'uploadToSignedUrl',
]);

export const noNames = (): CodeNames => ({
  tables: new Map(),
  functions: new Map(),
  buckets: new Set(),
  channels: new Map(),
  edge: new Set(),
});

/** Adds what a piece of code names. Plain text search: it works on minified code and costs nothing on the rest. */
export const collectNames = (whole: string, names: CodeNames): void => {
  const code = whole.slice(0, MOST_CHARS);
  const constants = new Map<string, string | undefined>();
  const named = (literal: string | undefined, variable: string | undefined): string | undefined => {
    if (literal !== undefined || variable === undefined) return literal;
    if (!constants.has(variable) && constants.size < MOST_NAMES) constants.set(variable, constantIn(code, variable));
    return constants.get(variable);
  };
  let objects = 0;
  const keys = (at: number): string[] => (objects++ < MOST_OBJECTS ? keysAt(code, at) : []);
  for (const found of code.matchAll(FROM)) {
    const [all, storage, literal, variable, method = ''] = found;
    const name = named(literal, variable);
    if (name === undefined) continue;
    if (storage !== undefined || (ON_FILES.has(method) && !ON_TABLE.has(method))) addTo(names.buckets, name);
    else if (ON_TABLE.has(method)) {
      const columns = columnsOf(names.tables, name);
      const after = found.index + all.length;
      if (method === 'select') for (const table of embeddedAt(code, after)) columnsOf(names.tables, table);
      else if (method !== 'delete') for (const key of keys(after)) addTo(columns, key);
    }
  }
  for (const found of code.matchAll(CALLED)) {
    const [all, literal, variable, comma] = found;
    const name = named(literal, variable);
    if (name === undefined) continue;
    const args = columnsOf(names.functions, name);
    if (comma !== undefined) for (const key of keys(found.index + all.length - 1)) addTo(args, key);
  }
  for (const [, table = ''] of code.matchAll(HEARD)) columnsOf(names.tables, table);
  for (const { name, talks, isPrivate } of channelsIn(code)) {
    const known = names.channels.get(name);
    if (known !== undefined || names.channels.size < MOST_NAMES)
      names.channels.set(name, {
        talks: talks || known?.talks === true,
        isPrivate: isPrivate || known?.isPrivate === true,
      });
  }
  for (const [, literal, variable] of code.matchAll(INVOKED)) {
    const name = named(literal, variable);
    if (name !== undefined) addTo(names.edge, name);
  }
};

const addTo = (set: Set<string>, name: string): void => {
  if (set.size < MOST_NAMES) set.add(name);
};

const columnsOf = (map: Map<string, Set<string>>, name: string): Set<string> => {
  const known = map.get(name) ?? new Set<string>();
  if (map.size < MOST_NAMES) map.set(name, known);
  return known;
};

/** The text of a constant that is given once. */
const constantIn = (code: string, variable: string): string | undefined => {
  const given = new RegExp(
    String.raw`[\s,;]${variable.replaceAll('$', String.raw`\$`)}\s*=\s*${LITERAL}(?=\s*[,;\n])`,
    'g',
  );
  const values = new Set([...code.matchAll(given)].slice(0, 3).map(([, value = '']) => value));
  const [only] = values;
  return values.size === 1 ? only : undefined;
};

const LONGEST_OBJECT = 4_000;

/** The keys of the object (or of the first of a list) that begins at the first argument from here on. */
export const keysAt = (code: string, from: number): string[] => {
  const text = code.slice(from, from + LONGEST_OBJECT);
  const start = /^\s*[(,]?\s*\[?\s*\{/.exec(text)?.[0].length;
  if (start === undefined) return [];
  const keys: string[] = [];
  let depth = 0;
  let quote = '';
  let atKey = true;
  for (let at = start; at < text.length; at++) {
    const sign = text[at] ?? '';
    if (quote !== '') {
      if (sign === '\\') at++;
      else if (sign === quote) quote = '';
      continue;
    }
    if (depth === 0 && atKey && /[\w$"']/.test(sign)) {
      const [whole = '', name] = /^["']?([A-Za-z_][\w]{0,62})["']?(?=\s*[:,}])/.exec(text.slice(at, at + 80)) ?? [];
      if (name !== undefined) keys.push(name);
      at += Math.max(whole.length - 1, 0);
      atKey = false;
      continue;
    }
    if (sign === '"' || sign === "'" || sign === '`') quote = sign;
    else if (sign === '.' && depth === 0) atKey = false;
    else if ('{[('.includes(sign)) depth++;
    else if ('}])'.includes(sign)) {
      if (depth === 0) break;
      depth--;
    } else if (sign === ',' && depth === 0) atKey = true;
  }
  return keys;
};
