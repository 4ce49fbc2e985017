import type { Expr, Module } from '../../code/ir.ts';
import { propOf, textOf } from '../../code/visit.ts';
import { type Chain, callbackOf, chainsIn, isTrue, type Link, numberOf, textsOf, valueSql } from './chain.ts';
import {
  addSql,
  alterSql,
  type BuiltColumn,
  checkOf,
  createSql,
  dropSql,
  foreignSql,
  named,
  primarySql,
  relation,
  renameSql,
  uniqueSql,
} from './ddl.ts';

/** Types of columns as Knex makes them for PostgreSQL. Source: knex/lib/dialects/postgres. */
const TYPES: Readonly<Record<string, string>> = {
  increments: 'serial',
  bigIncrements: 'bigserial',
  integer: 'integer',
  tinyint: 'smallint',
  smallint: 'smallint',
  mediumint: 'integer',
  bigInteger: 'bigint',
  bigint: 'bigint',
  text: 'text',
  float: 'real',
  double: 'double precision',
  boolean: 'boolean',
  date: 'date',
  datetime: 'timestamptz',
  dateTime: 'timestamptz',
  timestamp: 'timestamptz',
  time: 'time',
  binary: 'bytea',
  json: 'json',
  jsonb: 'jsonb',
  uuid: 'uuid',
};
/** Indexes, comments and engines change nothing of who may read what. */
const NOTHING =
  /^(?:index|dropIndex|comment|engine|charset|collate|setNullable|dropForeign|dropUnique|dropPrimary|first|after|unsigned|inherits|withKeyName|deferrable|onUpdate|queryContext|check\w*)$/;

/** What `knex.schema.…` does, as SQL; null for what is put together when it runs. */
export const knexSql = (module: Module, { links }: Chain): (string | null)[] =>
  links.flatMap((link) => statementsOf(module, link));

const statementsOf = (module: Module, { name, args }: Link): (string | null)[] => {
  const table = textOf(args[0]);
  if (/^(?:then|catch|finally|withSchema|transacting)$/.test(name)) return [];
  if (table === undefined) return [null];
  switch (name) {
    case 'createTable':
    case 'createTableIfNotExists': {
      const parts = partsOf(module, args[1]);
      return parts === undefined
        ? [null]
        : [
            createSql(table, parts.columns, parts.constraints, name !== 'createTable'),
            ...parts.rest.map((what) => alterSql(table, what)),
          ];
    }
    case 'table':
    case 'alterTable': {
      const parts = partsOf(module, args[1]);
      return parts === undefined
        ? [null]
        : [
            ...parts.columns.map((column) => addSql(table, column)),
            ...parts.constraints.map((one) => alterSql(table, `add ${one}`)),
            ...parts.rest.map((what) => alterSql(table, what)),
          ];
    }
    case 'dropTable':
      return [`drop table ${relation(table)}`];
    case 'dropTableIfExists':
      return [`drop table if exists ${relation(table)}`];
    case 'renameTable':
      return textOf(args[1]) === undefined ? [null] : [alterSql(table, `rename to ${named(textOf(args[1]) ?? '')}`)];
    case 'raw':
      return [table];
    case 'hasTable':
    case 'hasColumn':
      return [];
    default:
      return [null];
  }
};

interface Parts {
  columns: BuiltColumn[];
  constraints: string[];
  /** What else is done to the table. */
  rest: string[];
}

const partsOf = (module: Module, e: Expr | undefined): Parts | undefined => {
  const callback = callbackOf(module, e);
  const chains = callback === undefined ? undefined : chainsIn(callback);
  if (chains === undefined) return undefined;
  const parts: Parts = { columns: [], constraints: [], rest: [] };
  for (const chain of chains) if (!addPart(parts, chain)) return undefined;
  return parts;
};

/** Whether the chain was understood. */
const addPart = (parts: Parts, { links }: Chain): boolean => {
  const [first, ...more] = links;
  if (first === undefined) return false;
  const names = textsOf(first.args[0]);
  const [name] = names ?? [];
  if (NOTHING.test(first.name)) return true;
  if (first.name === 'timestamps') return addTimestamps(parts, first);
  if (/^(?:increments|bigIncrements)$/.test(first.name) && first.args.length === 0) {
    parts.columns.push({ name: 'id', type: TYPES[first.name] ?? '', primary: true });
    return true;
  }
  if (names === undefined || name === undefined) return false;
  switch (first.name) {
    case 'primary':
      parts.constraints.push(primarySql(names));
      return true;
    case 'unique':
      parts.constraints.push(uniqueSql(names));
      return true;
    case 'foreign': {
      const keys = textsOf(linkIn(more, 'references')?.args[0]);
      const table = textOf(linkIn(more, 'inTable')?.args[0]);
      if (keys === undefined || table === undefined) return false;
      parts.constraints.push(foreignSql(names, table, keys, textOf(linkIn(more, 'onDelete')?.args[0])));
      return true;
    }
    case 'dropColumn':
    case 'dropColumns':
      parts.rest.push(...names.map((one) => dropSql('', one).replace(/^alter table "" /, '')));
      return true;
    case 'renameColumn': {
      const to = textOf(first.args[1]);
      if (to !== undefined) parts.rest.push(renameSql('', name, to).replace(/^alter table "" /, ''));
      return to !== undefined;
    }
    case 'dropNullable':
      parts.rest.push(`alter column ${named(name)} set not null`);
      return true;
  }
  const column = columnOf(first, name, more);
  if (column === undefined) return false;
  if (more.some((link) => link.name === 'alter')) parts.rest.push(`alter column ${named(name)} type ${column.type}`);
  else parts.columns.push(column);
  return true;
};

const linkIn = (links: readonly Link[], name: string): Link | undefined => links.find((link) => link.name === name);

const addTimestamps = (parts: Parts, { args }: Link): boolean => {
  const useDefaults = isTrue(args[1]) || isTrue(propOf(args[0], 'defaultToNow'));
  for (const name of ['created_at', 'updated_at'])
    parts.columns.push({
      name,
      type: 'timestamptz',
      notNull: useDefaults,
      ...(useDefaults ? { default: 'now()' } : {}),
    });
  return true;
};

const typeOf = ({ name, args }: Link): string | undefined => {
  if (name === 'string') return `varchar(${numberOf(args[1]) ?? 255})`;
  if (name === 'decimal') return `numeric(${numberOf(args[1]) ?? 8}, ${numberOf(args[2]) ?? 2})`;
  if (name === 'specificType') return textOf(args[1]);
  if (name === 'enu' || name === 'enum') return 'text';
  return TYPES[name];
};

const columnOf = (first: Link, name: string, more: readonly Link[]): BuiltColumn | undefined => {
  const type = typeOf(first);
  if (type === undefined) return undefined;
  const column: BuiltColumn = { name, type };
  if (/ncrements$/.test(first.name)) column.primary = true;
  const values = /^enum?$/.test(first.name) ? textsOf(first.args[1]) : undefined;
  if (values !== undefined) column.check = checkOf(name, values);
  for (const link of more) {
    if (link.name === 'notNullable') column.notNull = true;
    else if (link.name === 'primary') column.primary = true;
    else if (link.name === 'unique') column.unique = true;
    else if (link.name === 'defaultTo') {
      const value = valueSql(link.args[0]);
      if (value === undefined) return undefined;
      column.default = value;
    } else if (link.name === 'references') {
      const [key = '', byDot] = (textOf(link.args[0]) ?? '').split('.').toReversed();
      const table = textOf(linkIn(more, 'inTable')?.args[0]) ?? byDot;
      const onDelete = textOf(linkIn(more, 'onDelete')?.args[0]);
      if (key === '' || table === undefined) return undefined;
      column.references = { table, column: key, ...(onDelete === undefined ? {} : { onDelete }) };
    } else if (!/^(?:nullable|inTable|onDelete|alter)$/.test(link.name) && !NOTHING.test(link.name)) return undefined;
  }
  return column;
};
