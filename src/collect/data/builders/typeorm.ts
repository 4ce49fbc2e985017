import type { Expr } from '../../code/ir.ts';
import { propOf, textOf } from '../../code/visit.ts';
import { type Chain, isTrue, numberOf, textsOf } from './chain.ts';
import {
  addSql,
  alterSql,
  type BuiltColumn,
  checkOf,
  createSql,
  dropSql,
  foreignSql,
  named,
  relation,
  renameSql,
  uniqueSql,
} from './ddl.ts';

/** What `queryRunner.…` does, as SQL; null for what is put together when it runs. */
export const typeormSql = ({ links: [link] }: Chain): (string | null)[] => {
  if (link === undefined) return [null];
  const [first, second] = link.args;
  const table = tableName(first);
  switch (link.name) {
    case 'createTable':
      return [tableOf(optionsOf(first), isTrue(second))];
    case 'dropTable':
      return [table === undefined ? null : `drop table ${relation(table)}`];
    case 'renameTable':
      return [
        table === undefined || textOf(second) === undefined
          ? null
          : alterSql(table, `rename to ${named(textOf(second) ?? '')}`),
      ];
    case 'addColumn':
    case 'addColumns': {
      const given = second?.k === 'arr' ? second.e : second === undefined ? [] : [second];
      return given.map((one) => {
        const column = columnOf(optionsOf(one));
        return table === undefined || column === undefined ? null : addSql(table, column);
      });
    }
    case 'dropColumn':
      return [table === undefined || textOf(second) === undefined ? null : dropSql(table, textOf(second) ?? '')];
    case 'renameColumn':
      return [
        table === undefined || textOf(second) === undefined || textOf(link.args[2]) === undefined
          ? null
          : renameSql(table, textOf(second) ?? '', textOf(link.args[2]) ?? ''),
      ];
    case 'createForeignKey': {
      const constraint = foreignOf(optionsOf(second));
      return [table === undefined || constraint === undefined ? null : alterSql(table, `add ${constraint}`)];
    }
    case 'createIndex':
    case 'createIndices':
    case 'dropIndex':
    case 'dropForeignKey':
      return [];
    default:
      return [null];
  }
};

/** `new Table({…})` or the options themselves. */
const optionsOf = (e: Expr | undefined): Expr | undefined => (e?.k === 'call' && e.isNew === true ? e.a[0] : e);

const tableName = (e: Expr | undefined): string | undefined => textOf(e) ?? textOf(propOf(optionsOf(e), 'name'));

const tableOf = (options: Expr | undefined, unlessThere: boolean): string | null => {
  const name = textOf(propOf(options, 'name'));
  const given = propOf(options, 'columns');
  const columns = given?.k === 'arr' ? given.e.map((one) => columnOf(optionsOf(one))) : [undefined];
  const keys = propOf(options, 'foreignKeys');
  const uniques = propOf(options, 'uniques');
  const constraints = [
    ...(keys?.k === 'arr' ? keys.e.map((one) => foreignOf(optionsOf(one))) : []),
    ...(uniques?.k === 'arr' ? uniques.e.map((one) => uniqueOf(optionsOf(one))) : []),
  ];
  return name !== undefined &&
    columns.every((one) => one !== undefined) &&
    constraints.every((one) => one !== undefined)
    ? createSql(name, columns, constraints, unlessThere)
    : null;
};

const uniqueOf = (options: Expr | undefined): string | undefined => {
  const columns = textsOf(propOf(options, 'columnNames'));
  return columns === undefined ? undefined : uniqueSql(columns);
};

const foreignOf = (options: Expr | undefined): string | undefined => {
  const columns = textsOf(propOf(options, 'columnNames'));
  const table = textOf(propOf(options, 'referencedTableName'));
  const keys = textsOf(propOf(options, 'referencedColumnNames'));
  return columns === undefined || table === undefined || keys === undefined
    ? undefined
    : foreignSql(columns, table, keys, textOf(propOf(options, 'onDelete')));
};

const columnOf = (options: Expr | undefined): BuiltColumn | undefined => {
  const name = textOf(propOf(options, 'name'));
  const type = textOf(propOf(options, 'type'));
  if (name === undefined || type === undefined) return undefined;
  const length = textOf(propOf(options, 'length')) ?? numberOf(propOf(options, 'length'));
  const values = textsOf(propOf(options, 'enum'));
  const isGenerated = propOf(options, 'isGenerated') !== undefined;
  const strategy = textOf(propOf(options, 'generationStrategy')) ?? (isGenerated ? 'increment' : undefined);
  const given = propOf(options, 'default');
  const value = given === undefined ? undefined : (textOf(given) ?? (given.k === 'lit' ? String(given.v) : null));
  if (value === null) return undefined;
  const generated = strategy === 'uuid' ? 'gen_random_uuid()' : undefined;
  return {
    name,
    type:
      values !== undefined
        ? 'text'
        : strategy === 'increment'
          ? 'serial'
          : `${type}${length === undefined ? '' : `(${length})`}${isTrue(propOf(options, 'isArray')) ? '[]' : ''}`,
    notNull: !isTrue(propOf(options, 'isNullable')),
    primary: isTrue(propOf(options, 'isPrimary')),
    unique: isTrue(propOf(options, 'isUnique')),
    ...(values === undefined ? {} : { check: checkOf(name, values) }),
    ...((value ?? generated) === undefined ? {} : { default: value ?? generated ?? '' }),
  };
};
