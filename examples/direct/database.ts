import { readFile } from 'node:fs/promises';
import { PGlite, type Transaction } from '@electric-sql/pglite';

/** Who asks, as the token says. */
export interface Claims {
  role: string;
  sub?: string;
  [name: string]: unknown;
}

export interface Database {
  /** Work as the role of the claims, with row-level security as it is; rolled back when it throws or says so. */
  as<T>(
    claims: Claims,
    work: (tx: Transaction) => Promise<T>,
    how?: { readOnly?: boolean; rollback?: boolean },
  ): Promise<T>;
  /** Work as the owner of everything: what the platform's own services do. */
  own<T extends object>(sql: string, values?: unknown[]): Promise<T[]>;
  close(): Promise<void>;
}

const ROLES = new Set(['anon', 'authenticated', 'service_role']);

/** A real PostgreSQL in this process with the given files run in it. */
export const openDatabase = async (files: readonly URL[]): Promise<Database> => {
  const pg = await PGlite.create();
  for (const file of files) await pg.exec(await readFile(file, 'utf8'));
  return {
    as: async (claims, work, { readOnly = false, rollback = false } = {}) => {
      if (!ROLES.has(claims.role))
        throw Object.assign(new Error(`role "${claims.role}" does not exist`), { code: '22023' });
      let result: Awaited<ReturnType<typeof work>> | undefined;
      await pg.transaction(async (tx) => {
        if (readOnly) await tx.exec('set transaction read only');
        await tx.query(`select set_config('request.jwt.claims', $1, true)`, [JSON.stringify(claims)]);
        await tx.exec(`set local role ${claims.role}`);
        result = await work(tx);
        if (rollback) await tx.rollback();
      });
      return result as Awaited<ReturnType<typeof work>>;
    },
    own: async (sql, values = []) => (await pg.query<never>(sql, values)).rows,
    close: () => pg.close(),
  };
};
