import type { DataProof } from '../../../model/evidence/data.ts';
import { codeOf, type Database, messageOf, type Row } from '../sandbox/database.ts';
import { become } from './actors.ts';

export type Actor = DataProof['actor'];

export interface Trial {
  /** Run by us before, e.g. to make room. */
  before?: string;
  actor: Actor;
  sql: string;
  /** Read by us afterwards; its rows show what became of it. */
  after?: string;
}

export type Tried = { ok: true; rows: Row[]; after: Row[] } | { ok: false; denied: boolean; reason: string };

/** An app's own refusal, raised in a trigger or function. */
const REFUSAL =
  /permission|denied|not allowed|forbidden|unauthori[sz]ed|not authori[sz]ed|authenticat|access|admin|must be|only |own |logged|sign(?:ed)? ?in|privilege|insufficient|cannot (?:change|modify|update|insert)|can't|no rights|protected|immutable/i;

/** One statement as somebody, in a savepoint that is rolled back. */
export const attempt = async (database: Database, { before = '', actor, sql, after }: Trial): Promise<Tried> => {
  try {
    if (before !== '')
      await database.run(
        `savepoint trial; set local session_replication_role = replica; ${before}; set local session_replication_role = origin`,
      );
    else await database.run('savepoint trial');
    const rows = await database.last(`${become(actor)} ${sql}`);
    const seen = after === undefined ? [] : await database.last(`reset role; ${after}`);
    return { ok: true, rows, after: seen };
  } catch (error) {
    const reason = messageOf(error);
    const code = codeOf(error);
    return { ok: false, denied: code === '42501' || (code === 'P0001' && REFUSAL.test(reason)), reason };
  } finally {
    await database.run('rollback to savepoint trial; release savepoint trial; reset role');
  }
};

/** A row as a line of a report: made-up values only. */
export const shown = (row: Row | undefined, columns?: readonly string[]): string => {
  const parts = Object.entries(row ?? {}).filter(
    ([name, value]) => value !== null && (columns === undefined || columns.includes(name)),
  );
  return parts
    .slice(0, 6)
    .map(([name, value]) => `${name} = ${(typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 60)}`)
    .join(', ')
    .slice(0, 400);
};
