/** A table as a schema builder describes it, and the SQL that its library would send to PostgreSQL. */

export interface Reference {
  table: string;
  column: string;
  onDelete?: string;
}

export interface BuiltColumn {
  name: string;
  /** As SQL: `varchar(255)`. */
  type: string;
  notNull?: boolean;
  primary?: boolean;
  unique?: boolean;
  /** As SQL: `now()`, `'open'`. */
  default?: string;
  references?: Reference;
  /** `check (…)` of its own. */
  check?: string;
}

export const named = (name: string): string => `"${name.replaceAll('"', '""')}"`;
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const list = (names: readonly string[]): string => names.map(named).join(', ');

/** `schema.table`, or a table alone. */
export const relation = (name: string): string => name.split('.').map(named).join('.');

const referring = ({ table, column, onDelete }: Reference): string =>
  `references ${relation(table)} (${named(column)})${onDelete !== undefined && /^(?:cascade|set null|set default|restrict|no action)$/i.test(onDelete) ? ` on delete ${onDelete}` : ''}`;

export const columnSql = (column: BuiltColumn): string =>
  [
    named(column.name),
    column.type,
    ...(column.notNull === true && column.primary !== true ? ['not null'] : []),
    ...(column.default === undefined ? [] : [`default ${column.default}`]),
    ...(column.primary === true ? ['primary key'] : []),
    ...(column.unique === true ? ['unique'] : []),
    ...(column.check === undefined ? [] : [`check (${column.check})`]),
    ...(column.references === undefined ? [] : [referring(column.references)]),
  ].join(' ');

/** Several primary columns are one key of the table. */
export const createSql = (
  name: string,
  columns: readonly BuiltColumn[],
  constraints: readonly string[],
  unlessThere: boolean,
): string => {
  const keys = columns.filter(({ primary }) => primary === true);
  const own = keys.length > 1 ? columns.map((column) => ({ ...column, primary: false })) : columns;
  const key = keys.length > 1 ? [primarySql(keys.map((column) => column.name))] : [];
  return `create table ${unlessThere ? 'if not exists ' : ''}${relation(name)} (${[...own.map(columnSql), ...key, ...constraints].join(', ')})`;
};

export const primarySql = (columns: readonly string[]): string => `primary key (${list(columns)})`;
export const uniqueSql = (columns: readonly string[]): string => `unique (${list(columns)})`;
export const foreignSql = (
  columns: readonly string[],
  table: string,
  keys: readonly string[],
  onDelete?: string,
): string =>
  `foreign key (${list(columns)}) references ${relation(table)} (${list(keys)})${onDelete !== undefined && /^(?:cascade|set null|restrict)$/i.test(onDelete) ? ` on delete ${onDelete}` : ''}`;

export const alterSql = (table: string, what: string): string => `alter table ${relation(table)} ${what}`;
export const addSql = (table: string, column: BuiltColumn): string =>
  alterSql(table, `add column ${columnSql(column)}`);
export const dropSql = (table: string, column: string): string => alterSql(table, `drop column ${named(column)}`);
export const renameSql = (table: string, from: string, to: string): string =>
  alterSql(table, `rename column ${named(from)} to ${named(to)}`);
export const checkOf = (column: string, values: readonly string[]): string =>
  `${named(column)} in (${values.map(quoted).join(', ')})`;
