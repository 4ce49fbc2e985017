import type { Expr } from '../../code/ir.ts';
import { propOf, textOf } from '../../code/visit.ts';
import { type Chain, chainOf, isTrue, numberOf, textsOf, valueSql } from './chain.ts';
import { addSql, alterSql, type BuiltColumn, checkOf, createSql, dropSql, named, relation, renameSql } from './ddl.ts';

/** Sequelize's types in PostgreSQL. Source: sequelize/lib/dialects/postgres/data-types. */
const TYPES: Readonly<Record<string, string>> = {
  STRING: 'varchar(255)',
  CHAR: 'char(255)',
  TEXT: 'text',
  CITEXT: 'text',
  TINYINT: 'smallint',
  SMALLINT: 'smallint',
  INTEGER: 'integer',
  BIGINT: 'bigint',
  FLOAT: 'double precision',
  REAL: 'real',
  DOUBLE: 'double precision',
  DECIMAL: 'numeric',
  NUMERIC: 'numeric',
  BOOLEAN: 'boolean',
  DATE: 'timestamptz',
  DATEONLY: 'date',
  TIME: 'time',
  NOW: 'timestamptz',
  UUID: 'uuid',
  JSON: 'json',
  JSONB: 'jsonb',
  BLOB: 'bytea',
  INET: 'inet',
  ENUM: 'text',
};

/** What `queryInterface.…` does, as SQL; null for what is put together when it runs. */
export const sequelizeSql = ({ links: [link] }: Chain): (string | null)[] => {
  const table = textOf(link?.args[0]);
  if (link === undefined || table === undefined) return [null];
  const column = textOf(link.args[1]);
  switch (link.name) {
    case 'createTable': {
      const given = link.args[1];
      const columns =
        given?.k === 'obj'
          ? given.props.map(({ n, v }) => (typeof n === 'string' ? columnOf(n, v) : undefined))
          : [undefined];
      return [columns.every((one) => one !== undefined) ? createSql(table, columns, [], true) : null];
    }
    case 'dropTable':
      return [`drop table if exists ${relation(table)}`];
    case 'renameTable':
      return [column === undefined ? null : alterSql(table, `rename to ${named(column)}`)];
    case 'addColumn': {
      const built = column === undefined || link.args[2] === undefined ? undefined : columnOf(column, link.args[2]);
      return [built === undefined ? null : addSql(table, built)];
    }
    case 'removeColumn':
      return [column === undefined ? null : dropSql(table, column)];
    case 'renameColumn': {
      const to = textOf(link.args[2]);
      return [column === undefined || to === undefined ? null : renameSql(table, column, to)];
    }
    case 'addIndex':
    case 'removeIndex':
    case 'removeConstraint':
      return [];
    default:
      return [null];
  }
};

const columnOf = (name: string, e: Expr): BuiltColumn | undefined => {
  const options = e.k === 'obj' ? e : undefined;
  const given = options === undefined ? e : propOf(options, 'type');
  const type = typeOf(given);
  if (type === undefined) return undefined;
  const column: BuiltColumn = { name, type: type.sql };
  if (type.values !== undefined) column.check = checkOf(name, type.values);
  if (options === undefined) return column;
  if (isTrue(propOf(options, 'primaryKey'))) column.primary = true;
  if (isTrue(propOf(options, 'autoIncrement'))) column.type = column.type === 'bigint' ? 'bigserial' : 'serial';
  if (isTrue(propOf(options, 'unique'))) column.unique = true;
  const allow = propOf(options, 'allowNull');
  if (allow?.k === 'lit' && allow.v === false) column.notNull = true;
  const value = propOf(options, 'defaultValue');
  // `Sequelize.UUIDV4` is made by the app and `Sequelize.NOW` by the database.
  const asked = value?.k === 'mem' && typeof value.p === 'string' ? value.p : undefined;
  if (asked === 'NOW') column.default = 'now()';
  else if (value !== undefined && asked === undefined) {
    const sql = valueSql(value);
    if (sql === undefined) return undefined;
    if (sql !== 'null') column.default = sql;
  }
  const references = propOf(options, 'references');
  if (references !== undefined) {
    const model = propOf(references, 'model');
    const to = textOf(model) ?? textOf(propOf(model, 'tableName'));
    if (to === undefined) return undefined;
    const onDelete = textOf(propOf(options, 'onDelete'));
    column.references = {
      table: to,
      column: textOf(propOf(references, 'key')) ?? 'id',
      ...(onDelete === undefined ? {} : { onDelete }),
    };
  }
  return column;
};

const typeOf = (e: Expr | undefined): { sql: string; values?: string[] } | undefined => {
  if (e?.k === 'mem' && typeof e.p === 'string') return sqlOf(e.p);
  const call = e?.k === 'call' ? chainOf(e)?.links.at(-1) : undefined;
  if (call === undefined) return undefined;
  if (call.name === 'ENUM') {
    const values = call.args.length === 1 ? textsOf(call.args[0]) : call.args.flatMap((one) => textOf(one) ?? []);
    return values === undefined ? undefined : { sql: 'text', values };
  }
  if (call.name === 'ARRAY') {
    const inner = typeOf(call.args[0]);
    return inner === undefined ? undefined : { sql: `${inner.sql}[]` };
  }
  const [size, scale] = call.args.map(numberOf);
  const base = sqlOf(call.name);
  if (base === undefined || size === undefined) return base;
  return { sql: `${base.sql.replace(/\(\d+\)/, '')}(${size}${scale === undefined ? '' : `, ${scale}`})` };
};

const sqlOf = (name: string): { sql: string } | undefined => {
  const sql = TYPES[name];
  return sql === undefined ? undefined : { sql };
};
