import { CODE } from '../mark-code.ts';
import { closing, firstWord, type Marked, parts, type Span } from './nesting.ts';

export interface SchemaEntry {
  name: string;
  at: number;
  value: Span;
}

export interface ObjectSchema {
  /** Index of the call: `z.object(`, `.extend(`. */
  at: number;
  /** Index after the call. */
  end: number;
  entries: readonly SchemaEntry[];
  /** Constants spread into it: `...base.shape`. */
  spreads: readonly string[];
}

const MOST_SCHEMAS = 200;
const OBJECT =
  /(?:\b(?:[A-Za-z_$][\w$]{0,20})\s*\.\s*(?:object|strictObject|looseObject|interface|Object|keys)|\)\s*\.\s*(?:extend|safeExtend|keys|append)|\b[A-Za-z_$][\w$]{0,60}\s*\.\s*(?:extend|safeExtend|append)|(?<![\w.$])(?:object|strictObject|looseObject))\s*\(\s*\{/g;
const KEY = /^(['"]?)([A-Za-z_$][\w$]{0,120})\1\s*:\s*/;

/** The calls of a validation library that describe an object by its keys, inner ones included. */
export const objectSchemasIn = (file: Marked): ObjectSchema[] => {
  const found: ObjectSchema[] = [];
  for (const match of file.text.matchAll(OBJECT)) {
    if (found.length >= MOST_SCHEMAS) break;
    const brace = match.index + match[0].length - 1;
    if (file.marks[match.index] !== CODE || file.marks[brace] !== CODE) continue;
    const close = closing(file, brace);
    const open = file.text.lastIndexOf('(', brace);
    const end = close === -1 ? -1 : closing(file, open);
    if (end === -1) continue;
    found.push({ at: match.index, end: end + 1, ...entriesIn(file, { from: brace + 1, to: close }) });
  }
  return found;
};

/** The keys of an object literal between its braces. */
export const entriesIn = (file: Marked, body: Span): { entries: SchemaEntry[]; spreads: string[] } => {
  const entries: SchemaEntry[] = [];
  const spreads: string[] = [];
  for (const part of parts(file, body)) {
    const at = firstWord(file, part.from, part.to);
    const head = file.text.slice(at, Math.min(part.to, at + 200));
    const key = KEY.exec(head);
    const spread = /^\.\.\.\s*([A-Za-z_$][\w$]*)/.exec(head)?.[1];
    if (spread !== undefined) spreads.push(spread);
    else if (key !== null)
      entries.push({
        name: key[2] ?? '',
        at: at + (key[1] ?? '').length,
        value: { from: at + key[0].length, to: part.to },
      });
    else {
      const short = /^([A-Za-z_$][\w$]*)\s*$/.exec(head)?.[1];
      if (short !== undefined) entries.push({ name: short, at, value: { from: at, to: part.to } });
    }
  }
  return { entries, spreads };
};

/** Nearly all of its keys are written as environment variables are. */
export const hasVariableKeys = ({ entries }: { entries: readonly SchemaEntry[] }): boolean => {
  const upper = entries.filter((entry) => /^[A-Z][A-Z0-9_]+$/.test(entry.name)).length;
  return upper > 0 && upper >= entries.length * 0.8;
};
