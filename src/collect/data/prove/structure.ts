import type { DataColumn, DataTable } from '../../../model/evidence/data.ts';
import type { Database, Row } from '../sandbox/database.ts';

export interface ForeignKey {
  columns: readonly string[];
  /** `schema.table`. */
  to: string;
  at: readonly string[];
}

export interface CheckRule {
  name: string;
  columns: readonly string[];
  definition: string;
}

/** What has to hold of a row, asked of the catalog. */
export interface Structure {
  table: DataTable;
  key: readonly string[];
  foreign: readonly ForeignKey[];
  checks: readonly CheckRule[];
  /** Labels of enums by column. */
  labels: Readonly<Record<string, readonly string[]>>;
}

const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
const text = (row: Row, key: string): string => (typeof row[key] === 'string' ? row[key] : '');

const columnNames = (keys: string, table: string): string =>
  `array(select a.attname::text from unnest(${keys}) with ordinality k(n, i) join pg_attribute a on a.attrelid = ${table} and a.attnum = k.n order by k.i)`;

export const readStructures = async (
  database: Database,
  tables: readonly DataTable[],
): Promise<Map<string, Structure>> => {
  const constraints = await database.rows(
    `select n.nspname || '.' || t.relname as table, c.contype::text as kind, c.conname as name, pg_get_constraintdef(c.oid) as definition,
       ${columnNames('c.conkey', 'c.conrelid')} as columns, fn.nspname || '.' || ft.relname as to, ${columnNames('c.confkey', 'c.confrelid')} as at
     from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace
       left join pg_class ft on ft.oid = c.confrelid left join pg_namespace fn on fn.oid = ft.relnamespace where c.contype in ('p', 'f', 'c') and c.conrelid <> 0`,
  );
  const enums = await database.rows(
    `select n.nspname || '.' || t.relname as table, a.attname as column, array(select e.enumlabel::text from pg_enum e where e.enumtypid = a.atttypid order by e.enumsortorder) as labels
     from pg_attribute a join pg_class t on t.oid = a.attrelid join pg_namespace n on n.oid = t.relnamespace join pg_type y on y.oid = a.atttypid where y.typtype = 'e' and a.attnum > 0 and t.relkind in ('r', 'p')`,
  );
  return new Map(
    tables.map((table) => {
      const own = constraints.filter((row) => row['table'] === table.name);
      return [
        table.name,
        {
          table,
          key: strings(own.find((row) => row['kind'] === 'p')?.['columns']),
          foreign: own
            .filter((row) => row['kind'] === 'f')
            .map((row) => ({ columns: strings(row['columns']), to: text(row, 'to'), at: strings(row['at']) })),
          checks: own
            .filter((row) => row['kind'] === 'c')
            .map((row) => ({
              name: text(row, 'name'),
              columns: strings(row['columns']),
              definition: text(row, 'definition'),
            })),
          labels: Object.fromEntries(
            enums
              .filter((row) => row['table'] === table.name)
              .map((row) => [text(row, 'column'), strings(row['labels'])]),
          ),
        },
      ];
    }),
  );
};

/** The values that a column is held to: labels of its enum or literals of a check on it alone. */
export const choicesOf = (structure: Structure, column: DataColumn): readonly string[] => {
  const labels = structure.labels[column.name];
  if (labels !== undefined && labels.length > 0) return labels;
  const rule = structure.checks.find(
    ({ columns, definition }) =>
      columns.length === 1 && columns[0] === column.name && /= ANY|\bIN \(|= '/.test(definition),
  );
  return rule === undefined
    ? []
    : [...rule.definition.matchAll(/'((?:[^']|'')*)'/g)]
        .map(([, value = '']) => value.replaceAll("''", "'"))
        .filter((value) => value !== '');
};
