import { randomUUID } from 'node:crypto';
import type { Column } from './description.ts';
import { isOwnerColumn, isPrivateColumn } from './privacy.ts';
import type { DataError } from './rest.ts';

/** A row that is being made. */
export interface Draft {
  table: string;
  values: Record<string, unknown>;
  /** The text that stands nowhere else. */
  canary: string;
  /** Id of the one whose row it will be. */
  owner: string;
}

/** What is still needed after the database complained. */
export type Repair =
  | { kind: 'retry'; values: Record<string, unknown> }
  | { kind: 'refers'; column: string; table: string }
  | { kind: 'give up' };

const TEXT = /^(?:text|character varying|varchar|citext|character|char|name|string)/;

/** A value for a column by its type, else by its name. */
export const valueFor = (column: Pick<Column, 'name' | 'format' | 'choices'>, draft: Draft): unknown => {
  const { name, format = '', choices } = column;
  if (choices !== undefined && choices.length > 0) return choices[0];
  if (format.endsWith('[]')) return [];
  if (/^uuid/.test(format)) return isOwnerColumn(name) || name === 'id' ? draft.owner : randomUUID();
  if (/^(?:smallint|integer|bigint|int\d?|numeric|real|double|decimal|money|float)/.test(format)) return 1;
  if (/^bool/.test(format)) return false;
  if (/^timestamp/.test(format)) return new Date().toISOString();
  if (/^date/.test(format)) return new Date().toISOString().slice(0, 10);
  if (/^time/.test(format)) return '12:00:00';
  if (/^json/.test(format)) return {};
  if (format !== '' && !TEXT.test(format)) return draft.canary;
  if (isOwnerColumn(name)) return draft.owner;
  if (/e_?mail$/i.test(name)) return `${draft.canary}@example.com`;
  if (TEXT.test(format)) return draft.canary;
  if (/(?:^|_)(?:price|amount|total|qty|quantity|count|stars|rating|number|stock|cents|age|sort|position)$/i.test(name))
    return 1;
  if (/^(?:is|has|can)_|_(?:enabled|visible|active|published)$|^(?:published|active|read)$/i.test(name)) return false;
  if (/_at$|date$/i.test(name)) return new Date().toISOString();
  if (/_(?:id|uuid)$|[a-z]Id$/.test(name)) return randomUUID();
  return draft.canary;
};

const MOST_COLUMNS = 40;

/** The first try: what is needed, who owns it, and a private text to know it by. */
export const firstDraft = (table: string, columns: readonly Column[], owner: string, canary: string): Draft => {
  const draft: Draft = { table, values: {}, canary, owner };
  const isTyped = columns.some(({ format }) => format !== undefined);
  for (const column of columns.slice(0, MOST_COLUMNS)) {
    const { name, required, hasDefault, isKey, format } = column;
    const isText = format === undefined || TEXT.test(format);
    const wanted = isTyped
      ? (required && !hasDefault && !(isKey && /int/.test(format ?? ''))) ||
        (isText && !hasDefault && isPrivateColumn(table, name)) ||
        (isOwnerColumn(name) && !isKey)
      : !isKey;
    if (wanted) draft.values[name] = valueFor(column, draft);
  }
  if (isTyped && canaryColumn(draft) === undefined) {
    const free = columns.find(
      ({ name, format = '', hasDefault, isKey, choices, refersTo }) =>
        TEXT.test(format) &&
        !hasDefault &&
        !isKey &&
        choices === undefined &&
        refersTo === undefined &&
        !(name in draft.values),
    );
    if (free !== undefined) draft.values[free.name] = draft.canary;
  }
  return draft;
};

/** The column that the canary stands in; a private one before others. */
export const canaryColumn = ({ values, canary, table }: Draft): string | undefined => {
  const holding = Object.keys(values).filter((name) => String(values[name]).startsWith(canary));
  return holding.find((name) => isPrivateColumn(table, name)) ?? holding[0];
};

const without = (values: Readonly<Record<string, unknown>>, name: string): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([key]) => key !== name));

const quoted = (text: string, pattern: RegExp): string => pattern.exec(text)?.[1] ?? '';

/** What to change after an error of PostgreSQL or PostgREST. Pure. */
export const repair = (draft: Draft, { code, message, details }: DataError, columns: readonly Column[]): Repair => {
  const { values } = draft;
  const retry = (next: Record<string, unknown>): Repair =>
    JSON.stringify(next) === JSON.stringify(values) ? { kind: 'give up' } : { kind: 'retry', values: next };
  const columnNamed = (name: string): Column =>
    columns.find((one) => one.name === name) ?? { name, required: true, hasDefault: false, isKey: false };
  switch (code) {
    case '23502': {
      const name = quoted(message, /column "([^"]{1,63})"/);
      return name === '' ? { kind: 'give up' } : retry({ ...values, [name]: valueFor(columnNamed(name), draft) });
    }
    case 'PGRST204':
      return retry(without(values, quoted(message, /the '([^']{1,63})' column/)));
    case '42703':
    case '428C9':
      return retry(without(values, quoted(message, /column "?(?:\w{1,63}\.)?(\w{1,63})"?/)));
    case '22P02':
    case '22007':
    case '22008': {
      const [, type = '', value = ''] = /for (?:type|enum) ([\w ]{1,60}): "(.{0,300})"/s.exec(message) ?? [];
      const wrong = Object.keys(values).filter((name) => String(values[name]) === value);
      if (wrong.length === 0) return { kind: 'give up' };
      const isEnum = message.includes('enum');
      const next = { ...values };
      for (const name of wrong) {
        if (isEnum) delete next[name];
        else next[name] = valueFor({ name, format: type }, draft);
      }
      return retry(next);
    }
    case '22001': {
      const most = Number(quoted(message, /\((\d{1,5})\)/) || 10);
      return retry(
        Object.fromEntries(
          Object.entries(values).map(([name, value]) => [
            name,
            typeof value === 'string' ? value.slice(0, most) : value,
          ]),
        ),
      );
    }
    case '23503': {
      const table = quoted(details, /in table "(\w{1,63})"/);
      // Where row-level security is on, PostgreSQL does not say which key: its constraint does.
      const constraint = quoted(message, /foreign key constraint "([^"]{1,63})"/);
      const column =
        quoted(details, /Key \((\w{1,63})\)=/) ||
        (columns.find((one) => one.refersTo === table && one.name in values)?.name ??
          Object.keys(values).find((one) => constraint.includes(`_${one}_`)) ??
          '');
      return column === '' || table === '' ? { kind: 'give up' } : { kind: 'refers', column, table };
    }
    case '23514': {
      const constraint = quoted(message, /check constraint "([^"]{1,63})"/);
      const name = Object.keys(values).find((one) => constraint.includes(one));
      return name === undefined ? { kind: 'give up' } : retry(without(values, name));
    }
    default:
      return { kind: 'give up' };
  }
};

/** PostgreSQL looks at policies before constraints: one of these says that the policies let it pass. */
export const isPastPolicies = ({ code }: DataError): boolean => ['23502', '23503', '23505', '23514'].includes(code);
