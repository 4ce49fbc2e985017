import type { Database } from '../sandbox/database.ts';
import { MAKE_ACCOUNTS } from './actors.ts';
import { Rows } from './rows.ts';
import type { Structure } from './structure.ts';
import type { Actor } from './trial.ts';

export interface Proving {
  /** Subjects that ended an earlier attempt. */
  skip: ReadonlySet<string>;
  begins(step: string): void;
}

export const ACTORS: readonly Actor[] = ['visitor', 'other account'];
/** A transaction with both accounts in it, and the profiles that belong to them. */
export const inTransaction = async (
  database: Database,
  structures: ReadonlyMap<string, Structure>,
  work: (rows: Rows) => Promise<void>,
): Promise<void> => {
  await database.run('begin');
  try {
    await makeAccounts(database);
    const rows = new Rows(database, structures);
    for (const { table, key, foreign } of structures.values())
      if (
        foreign.some(
          ({ columns, to }) => to === 'auth.users' && columns.length === 1 && columns[0] === key[0] && key.length === 1,
        )
      )
        await rows.of(table.name, 'b');
    await work(rows);
  } catch (error) {
    proofFailure(error);
  } finally {
    await database.run('rollback');
  }
};

/** A trial cleans up after itself; what is left here is a transaction that PostgreSQL has given up, and the next begins anew. */
const proofFailure = (error: unknown): void => {
  if (!(error instanceof Error)) throw new Error('The throwaway database failed', { cause: error });
};

const makeAccounts = async (database: Database): Promise<void> => {
  await database.run('savepoint accounts');
  try {
    await database.run(MAKE_ACCOUNTS);
  } catch {
    await database.run(
      `rollback to savepoint accounts; set local session_replication_role = replica; ${MAKE_ACCOUNTS}; set local session_replication_role = origin`,
    );
  }
};
