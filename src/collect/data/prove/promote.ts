import type { DataColumn, DataProof } from '../../../model/evidence/data.ts';
import { type Database, named, namedRelation, quoted } from '../sandbox/database.ts';
import { failed, OF_THIS_TRIAL, proof } from './proof.ts';
import type { Rows } from './rows.ts';
import { choicesOf, type Structure } from './structure.ts';
import { attempt, shown } from './trial.ts';
import { ADMIN, baseOf } from './values.ts';

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
