import type { Expr, Module } from '../../code/ir.ts';
import { textOf } from '../../code/visit.ts';
import { type Chain, callbackOf, chainOf, type Link, textsOf, valueSql } from './chain.ts';
import {
  addSql,
  alterSql,
  type BuiltColumn,
  createSql,
  dropSql,
  foreignSql,
  named,
  primarySql,
  quoted,
  relation,
  renameSql,
  uniqueSql,
} from './ddl.ts';

const NOTHING = /^(?:execute|compile|ifExists|ifNotExists|cascade|addIndex|dropIndex|\$call|modifyEnd|dropConstraint)$/;

/** What `db.schema.….execute()` does, as SQL; null for what is put together when it runs. */
export const kyselySql = (module: Module, { links }: Chain): (string | null)[] => {
  const [first, ...more] = links.filter(({ name }) => name !== 'withSchema');
  const name = textOf(first?.args[0]);
  if (first === undefined || name === undefined) return [null];
  const has = (link: string): boolean => more.some((one) => one.name === link);
  switch (first.name) {
    case 'createTable': {
      const parts = partsOf(module, more);
      return [parts === undefined ? null : createSql(name, parts.columns, parts.constraints, has('ifNotExists'))];
    }
    case 'alterTable':
      return more.flatMap((link) => alterOf(module, name, link));
    case 'dropTable':
      return [`drop table ${has('ifExists') ? 'if exists ' : ''}${relation(name)}${has('cascade') ? ' cascade' : ''}`];
    case 'createType': {
      const values = textsOf(more.find((link) => link.name === 'asEnum')?.args[0]);
      return [values === undefined ? null : `create type ${relation(name)} as enum (${values.map(quoted).join(', ')})`];
    }
    case 'dropType':
      return [`drop type ${has('ifExists') ? 'if exists ' : ''}${relation(name)}`];
    case 'createIndex':
    case 'dropIndex':
      return [];
    default:
      return [null];
  }
};

interface Parts {
  columns: BuiltColumn[];
  constraints: string[];
}

const partsOf = (module: Module, links: readonly Link[]): Parts | undefined => {
  const parts: Parts = { columns: [], constraints: [] };
  for (const link of links) {
    if (NOTHING.test(link.name)) continue;
    const column = link.name === 'addColumn' ? columnOf(module, link) : undefined;
    const constraint = column === undefined ? constraintOf(module, link) : undefined;
    if (column !== undefined) parts.columns.push(column);
    else if (constraint !== undefined) parts.constraints.push(constraint);
    else return undefined;
  }
  return parts;
};

const constraintOf = (module: Module, { name, args }: Link): string | undefined => {
  const columns = textsOf(args[1]);
  if (columns === undefined) return undefined;
  if (name === 'addPrimaryKeyConstraint') return primarySql(columns);
  if (name === 'addUniqueConstraint') return uniqueSql(columns);
  const table = textOf(args[2]);
  const keys = textsOf(args[3]);
  if (name !== 'addForeignKeyConstraint' || table === undefined || keys === undefined) return undefined;
  const rules = args[4] === undefined ? [] : (rulesOf(module, args[4]) ?? []);
  return foreignSql(columns, table, keys, textOf(rules.find((rule) => rule.name === 'onDelete')?.args[0]));
};

const alterOf = (module: Module, table: string, link: Link): (string | null)[] => {
  const { name, args } = link;
  const column = textOf(args[0]);
  if (NOTHING.test(name)) return [];
  if (name === 'addColumn') {
    const built = columnOf(module, link);
    return [built === undefined ? null : addSql(table, built)];
  }
  if (column === undefined) return [null];
  if (name === 'dropColumn') return [dropSql(table, column)];
  if (name === 'renameTo') return [alterSql(table, `rename to ${named(column)}`)];
  if (name === 'renameColumn')
    return [textOf(args[1]) === undefined ? null : renameSql(table, column, textOf(args[1]) ?? '')];
  if (name === 'alterColumn') {
    const [rule] = rulesOf(module, args[1]) ?? [];
    const type = rule?.name === 'setDataType' ? typeOf(rule.args[0]) : undefined;
    const what =
      rule?.name === 'setNotNull'
        ? 'set not null'
        : rule?.name === 'dropNotNull'
          ? 'drop not null'
          : rule?.name === 'dropDefault'
            ? 'drop default'
            : type === undefined
              ? undefined
              : `type ${type}`;
    return [what === undefined ? null : alterSql(table, `alter column ${named(column)} ${what}`)];
  }
  const constraint = constraintOf(module, link);
  return [constraint === undefined ? null : alterSql(table, `add ${constraint}`)];
};

const typeOf = (e: Expr | undefined): string | undefined =>
  textOf(e) ?? (e?.k === 'tpl' && e.tag !== undefined ? valueSql(e) : undefined);

/** The calls of `(col) => col.notNull().defaultTo(…)`. */
const rulesOf = (module: Module, e: Expr | undefined): readonly Link[] | undefined => {
  const callback = callbackOf(module, e);
  const chain = callback?.gives === undefined ? undefined : chainOf(callback.gives);
  return chain !== undefined && chain.root === callback?.param ? chain.links : undefined;
};

const columnOf = (module: Module, { args }: Link): BuiltColumn | undefined => {
  const name = textOf(args[0]);
  const type = typeOf(args[1]);
  const rules = args[2] === undefined ? [] : rulesOf(module, args[2]);
  if (name === undefined || type === undefined || rules === undefined) return undefined;
  const column: BuiltColumn = { name, type: type === 'datetime' ? 'timestamp' : type };
  for (const rule of rules) {
    if (rule.name === 'notNull') column.notNull = true;
    else if (rule.name === 'primaryKey') column.primary = true;
    else if (rule.name === 'unique') column.unique = true;
    else if (rule.name === 'generatedAlwaysAsIdentity' || rule.name === 'generatedByDefaultAsIdentity')
      column.type = `${column.type} generated by default as identity`;
    else if (rule.name === 'defaultTo') {
      const value = valueSql(rule.args[0]);
      if (value === undefined) return undefined;
      column.default = value;
    } else if (rule.name === 'references') {
      const parts = (textOf(rule.args[0]) ?? '').split('.');
      const key = parts.pop() ?? '';
      if (parts.length === 0) return undefined;
      const onDelete = textOf(rules.find((one) => one.name === 'onDelete')?.args[0]);
      column.references = { table: parts.join('.'), column: key, ...(onDelete === undefined ? {} : { onDelete }) };
    } else if (!/^(?:onDelete|onUpdate|unsigned|autoIncrement)$/.test(rule.name)) return undefined;
  }
  return column;
};
