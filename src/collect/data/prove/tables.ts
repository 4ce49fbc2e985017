import type { ClientRole, DataColumn, DataProof, DataTable } from '../../../model/evidence/data.ts';
import { type Database, named, namedRelation, quoted } from '../sandbox/database.ts';
import { tellingColumns } from '../sandbox/meaning.ts';
import { IDS } from './actors.ts';
import type { Made, Rows } from './rows.ts';
import { choicesOf, type Structure } from './structure.ts';
import { type Actor, attempt, shown, type Tried } from './trial.ts';
import { ADMIN, baseOf } from './values.ts';

export const ROLE: Readonly<Record<Actor, ClientRole>> = { visitor: 'anon', 'other account': 'authenticated' };

export const proof = (
  base: Pick<DataProof, 'subject' | 'verb' | 'actor' | 'sql'> & Partial<DataProof>,
  outcome: DataProof['outcome'],
): DataProof => ({ on: 'table', shown: null, columns: [], reason: null, ...base, outcome });

/** What ended an earlier attempt is not tried again, and not forgotten. */
export const tooMuch = (base: Pick<DataProof, 'subject' | 'on'>): DataProof =>
  proof({ ...base, verb: 'read', actor: 'visitor', sql: '', reason: 'it took too much time or memory' }, 'unproven');

const failed = (tried: Extract<Tried, { ok: false }>): { outcome: DataProof['outcome']; reason: string } => ({
  outcome: tried.denied ? 'closed' : 'unproven',
  reason: tried.reason,
});

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

/** Rows written since this transaction began. A savepoint has a number of its own, so that equality would miss them. */
const OF_THIS_TRIAL = 't.xmin::text::bigint >= pg_current_xact_id()::text::bigint';

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

/** Rights, badges and money that an account could give itself. */
const BADGE =
  /^(?:is_verified|verified|is_approved|approved|is_premium|is_featured|subscription_(?:tier|status|plan)|plan|tier|verification_status|commission_rate|trust_score)$/i;

/** Points of a game or of a product are no money of an account. */
const HOLDS_MONEY = /profile|user|account|wallet|balance|member|customer|credit|point|affiliate|partner|vendor|seller/i;

const granted = (structure: Structure, column: DataColumn): string | undefined => {
  if (column.meaning === 'money' && !HOLDS_MONEY.test(structure.table.name)) return undefined;
  if (column.meaning !== 'power' && column.meaning !== 'money' && !BADGE.test(column.name)) return undefined;
  const choices = choicesOf(structure, column);
  if (choices.length > 0) {
    const best = choices.find((choice) =>
      column.meaning === 'power'
        ? ADMIN.test(choice)
        : /premium|pro|verified|approved|active|gold|enterprise/i.test(choice),
    );
    return best === undefined ? undefined : `${quoted(best)}::${column.type}`;
  }
  const base = baseOf(column.type);
  if (base === 'boolean') return 'true';
  if (/^(?:smallint|integer|bigint|numeric|real|double precision)$/.test(base))
    return column.meaning === 'power' ? '9' : '1000';
  return /^(?:text|character varying)$/.test(base)
    ? quoted(column.meaning === 'power' ? 'admin' : 'premium')
    : undefined;
};

/** What account B can give itself in its own row. */
export const tryPromote = async (database: Database, structure: Structure, rows: Rows): Promise<DataProof[]> => {
  const { table } = structure;
  if (!table.columns.some(({ meaning }) => meaning === 'owner')) return [];
  const columns = table.columns.flatMap((column) => {
    const value = granted(structure, column);
    return value === undefined ? [] : [{ column, value }];
  });
  if (columns.length === 0) return [];
  const making = await rows.of(table.name, 'b', 'a');
  if (!making.ok) return [];
  const { where, values } = making.made;
  const found: DataProof[] = [];
  for (const { column, value } of columns.slice(0, 8)) {
    const sql = `update ${namedRelation(table.name)} set ${named(column.name)} = ${value} where ${where}`;
    const base = {
      subject: table.name,
      verb: 'promote' as const,
      actor: 'other account' as const,
      sql,
      columns: [column.name],
    };
    const tried = await attempt(database, {
      actor: 'other account',
      sql,
      after: `select to_jsonb(t) -> ${quoted(column.name)} as now from ${namedRelation(table.name)} t where ${where}`,
    });
    if (!tried.ok) {
      const { outcome, reason } = failed(tried);
      found.push(proof({ ...base, reason }, outcome));
      continue;
    }
    const now = tried.after[0]?.['now'];
    const isChanged = tried.after.length > 0 && JSON.stringify(now) !== JSON.stringify(values[column.name]);
    found.push(
      proof({ ...base, shown: isChanged ? shown({ [column.name]: now }) : null }, isChanged ? 'open' : 'closed'),
    );
  }
  return found;
};

/** Whether B can give itself a role by adding a row. */
export const tryGrant = async (database: Database, structure: Structure, rows: Rows): Promise<DataProof[]> => {
  const { table } = structure;
  const power = table.columns.find((column) => column.meaning === 'power');
  const value = power === undefined ? undefined : granted(structure, power);
  if (power === undefined || value === undefined || !/roles?$|admins?$|permissions?$|members?$/i.test(table.name))
    return [];
  const making = await rows.of(table.name, 'b', 'a');
  if (!making.ok) return [];
  const values = new Map([...making.made.written, [power.name, value] as const]);
  const name = namedRelation(table.name);
  const sql = `insert into ${name} (${[...values.keys()].map(named).join(', ')}) values (${[...values.values()].join(', ')})`;
  const base = {
    subject: table.name,
    verb: 'promote' as const,
    actor: 'other account' as const,
    sql,
    columns: [power.name],
  };
  const tried = await attempt(database, {
    before: `delete from ${name} where ${making.made.where}`,
    actor: 'other account',
    sql,
    after: `select to_jsonb(t) as row from ${name} t where ${named(power.name)} = ${value} and ${OF_THIS_TRIAL}`,
  });
  if (!tried.ok) {
    const { outcome, reason } = failed(tried);
    return [proof({ ...base, reason }, outcome)];
  }
  const [row] = tried.after;
  return [
    row === undefined
      ? proof(base, 'closed')
      : proof({ ...base, shown: shown(row['row'] as Record<string, unknown>, [power.name]) }, 'open'),
  ];
};
