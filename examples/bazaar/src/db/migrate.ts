import { join } from 'node:path';
import { readConfig } from '../platform/config.ts';
import { openDatabase, type Database } from './client.ts';

const migrationsFolder = join(import.meta.dirname, '../../migrations');

/** Brings the database to the newest schema. Running it again changes nothing. */
export const migrate = async (db: Database, embedded: boolean): Promise<void> => {
  const migrator = embedded
    ? await import('drizzle-orm/pglite/migrator')
    : await import('drizzle-orm/node-postgres/migrator');
  // Both take the same kind of database; their types name the driver.
  await migrator.migrate(db as never, { migrationsFolder });
};

if (import.meta.main) {
  const config = readConfig(process.env);
  const { db, close } = await openDatabase(config);
  try {
    await migrate(db, config.DATABASE_URL === undefined);
  } finally {
    await close();
  }
}
