import type { DataColumn, DataProof, DataTable } from '../../../model/evidence/data.ts';
import { type Database, named, namedRelation, quoted } from '../sandbox/database.ts';
import { tellingColumns } from '../sandbox/meaning.ts';
import { IDS } from './actors.ts';
import { failed, OF_THIS_TRIAL, proof, ROLE } from './proof.ts';
import type { Made } from './rows.ts';
import { choicesOf, type Structure } from './structure.ts';
import { type Actor, attempt, shown } from './trial.ts';
import { baseOf } from './values.ts';

interface Case {
  database: Database;
  structure: Structure;
  made: Made;
  actor: Actor;
}

/** Reads the row of A. */
export const tryRead = async ({ database, structure: { table }, made, actor }: Case): Promise<DataProof> => {
  const sql = `select ${await readable(database, table, actor)} from ${namedRelation(table.name)} where ${made.where}`;
  const base = { subject: table.name, verb: 'read' as const, actor, sql };
  const tried = await attempt(database, { actor, sql });
  if (!tried.ok) {
    const { outcome, reason } = failed(tried);
    return proof({ ...base, reason }, outcome);
  }
  const [row] = tried.rows;
  if (row === undefined) return proof(base, 'closed');
  const columns = tellingColumns(table).filter((column) => row[column] !== null && row[column] !== undefined);
  return proof({ ...base, columns, shown: shown(row, columns.length > 0 ? columns : undefined) }, 'open');
};

/** All columns, or those that grants leave. */
const readable = async (database: Database, { name, columns }: DataTable, actor: Actor): Promise<string> => {
  const held = await database.rows(
    `select ${columns.map((column, index) => `has_column_privilege('${ROLE[actor]}', ${quoted(namedRelation(name))}, ${quoted(column.name)}, 'select') as c${index}`).join(', ')}`,
  );
  const may = columns.filter((_, index) => held[0]?.[`c${index}`] === true);
  return may.length === 0 || may.length === columns.length ? '*' : may.map((column) => named(column.name)).join(', ');
};

/** Another value of the same kind; undefined where none is easily made. */
const changed = (column: DataColumn): string | undefined => {
  const base = baseOf(column.type);
  if (/^(?:text|character varying|citext)$/.test(base)) return quoted('changed by B');
  if (base === 'boolean') return `not coalesce(${named(column.name)}, false)`;
  if (/^(?:smallint|integer|bigint|numeric|real|double precision)$/.test(base))
    return `coalesce(${named(column.name)}, 0) + 1`;
  if (/^timestamp/.test(base)) return `now() + interval '40 days'`;
  return base === 'jsonb' ? `'{"changed": "by B"}'::jsonb` : undefined;
};

const MOST_COLUMNS = 5;

/** Changes the row of A, one column after the other until one is changed. */
export const tryChange = async ({ database, structure, made, actor }: Case): Promise<DataProof> => {
  const { table, key } = structure;
  const name = namedRelation(table.name);
  const columns = table.columns
    .filter(
      (column) =>
        !column.generated &&
        !key.includes(column.name) &&
        column.meaning !== 'owner' &&
        choicesOf(structure, column).length === 0 &&
        changed(column) !== undefined,
    )
    .toSorted((a, b) => Number(isStamp(a)) - Number(isStamp(b)));
  let last: DataProof | undefined;
  for (const column of columns.slice(0, MOST_COLUMNS)) {
    const sql = `update ${name} set ${named(column.name)} = ${changed(column)} where ${made.where}`;
    const base = { subject: table.name, verb: 'change' as const, actor, sql };
    const tried = await attempt(database, {
      actor,
      sql,
      after: `select to_jsonb(t) -> ${quoted(column.name)} as now from ${name} t where ${made.where}`,
    });
    if (!tried.ok) {
      const { outcome, reason } = failed(tried);
      last = proof({ ...base, reason }, outcome);
      continue;
    }
    const now = tried.after[0]?.['now'];
    if (tried.after.length > 0 && JSON.stringify(now) !== JSON.stringify(made.values[column.name]))
      return proof({ ...base, columns: [column.name], shown: shown({ [column.name]: now }) }, 'open');
    // The policies choose rows, not columns: untouched by one statement, untouched by all.
    return proof(base, 'closed');
  }
  return last ?? tryTouch({ database, structure, made, actor });
};

/** Where no column is easily given another value: whether the row can be written at all. */
const tryTouch = async ({ database, structure: { table }, made, actor }: Case): Promise<DataProof> => {
  const column = named((table.columns.find(({ generated }) => !generated) ?? table.columns[0])?.name ?? '');
  const sql = `update ${namedRelation(table.name)} set ${column} = ${column} where ${made.where} returning 1`;
  const base = { subject: table.name, verb: 'change' as const, actor, sql };
  const tried = await attempt(database, { actor, sql });
  if (!tried.ok) {
    const { outcome, reason } = failed(tried);
    return proof({ ...base, reason }, outcome);
  }
  return tried.rows.length > 0 ? proof({ ...base, shown: 'the row was written' }, 'open') : proof(base, 'closed');
};

const isStamp = ({ name }: DataColumn): boolean => /_at$/.test(name);

export const tryDelete = async ({ database, structure: { table }, made, actor }: Case): Promise<DataProof> => {
  const sql = `delete from ${namedRelation(table.name)} where ${made.where}`;
  const base = { subject: table.name, verb: 'delete' as const, actor, sql };
  const tried = await attempt(database, {
    actor,
    sql,
    after: `select count(*)::int as left from ${namedRelation(table.name)} where ${made.where}`,
  });
  if (!tried.ok) {
    const { outcome, reason } = failed(tried);
    return proof({ ...base, reason }, outcome);
  }
  return tried.after[0]?.['left'] === 0 ? proof({ ...base, shown: 'the row was gone' }, 'open') : proof(base, 'closed');
};

/** Adds a row like that of A: in A's name where a column says whose it is. */
export const tryAdd = async ({ database, structure, made, actor }: Case): Promise<DataProof> => {
  const { table } = structure;
  const name = namedRelation(table.name);
  const written = [...made.written];
  const owners = written.filter(([, value]) => value.includes(IDS.a)).map(([column]) => column);
  const body =
    written.length === 0
      ? 'default values'
      : `(${written.map(([column]) => named(column)).join(', ')}) values (${written.map(([, value]) => value).join(', ')})`;
  const sql = `insert into ${name} ${body}`;
  const base = { subject: table.name, verb: owners.length > 0 ? ('forge' as const) : ('add' as const), actor, sql };
  const mine = owners.map((column) => `${named(column)}::text = ${quoted(IDS.a)}`).join(' and ');
  const tried = await attempt(database, {
    before: `delete from ${name} where ${made.where}`,
    actor,
    sql,
    after: `select to_jsonb(t) as row from ${name} t where ${mine === '' ? 'true' : mine} and ${OF_THIS_TRIAL}`,
  });
  if (!tried.ok) {
    const { outcome, reason } = failed(tried);
    return proof({ ...base, reason }, outcome);
  }
  if (tried.after.length === 0)
    return proof({ ...base, reason: 'the row was not there in A’s name afterwards' }, 'closed');
  return proof(
    { ...base, columns: owners, shown: shown(tried.after.at(-1)?.['row'] as Record<string, unknown>, owners) },
    'open',
  );
};
