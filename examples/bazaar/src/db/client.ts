import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { drizzle as drizzleServer } from 'drizzle-orm/node-postgres';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { Pool } from 'pg';
import type { Config } from '../platform/config.ts';
import * as schema from './schema.ts';

export type Database = PgDatabase<PgQueryResultHKT, typeof schema>;
/** What a transaction hands to its body; services take either. */
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];

export interface OpenDatabase {
  db: Database;
  close: () => Promise<void>;
}

/** Opens the server that DATABASE_URL names, or the embedded database in DATA_DIR. */
export const openDatabase = async (config: Pick<Config, 'DATABASE_URL' | 'DATA_DIR'>): Promise<OpenDatabase> =>
  config.DATABASE_URL === undefined ? openEmbedded(config.DATA_DIR) : openServer(config.DATABASE_URL);

const openServer = (url: string): OpenDatabase => {
  const pool = new Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 5_000, statement_timeout: 15_000 });
  // An idle connection that the server ends is replaced by the next query; without a listener it would end the app.
  pool.on('error', () => {});
  return { db: drizzleServer(pool, { schema }), close: () => pool.end() };
};

const openEmbedded = async (dataDir: string): Promise<OpenDatabase> => {
  const [{ PGlite }, { drizzle }, { lockFolder }] = await Promise.all([
    import('@electric-sql/pglite'),
    import('drizzle-orm/pglite'),
    import('./lock.ts'),
  ]);
  const folder = join(dataDir, 'database');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const unlock = lockFolder(folder);
  try {
    const client = await PGlite.create(folder);
    return {
      db: drizzle(client, { schema }),
      close: async () => {
        await client.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
};
