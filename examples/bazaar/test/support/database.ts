import { createHash, randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { inject } from 'vitest';
import { openDatabase } from '../../src/db/client.ts';
import { migrate } from '../../src/db/migrate.ts';

export interface TestDatabase {
  settings: { DATA_DIR: string; DATABASE_URL?: string };
  drop: () => Promise<void>;
}

const migrations = join(import.meta.dirname, '../../migrations');

/** An empty, migrated database of its own: on the server that BAZAAR_TEST_DATABASE_URL names, or embedded. */
export const createDatabase = async (): Promise<TestDatabase> => {
  const folder = mkdtempSync(join(tmpdir(), 'bazaar-test-'));
  const server = inject('databaseServer') ?? process.env['BAZAAR_TEST_DATABASE_URL'];
  if (server !== undefined) return onServer(server, folder);
  cpSync(join(await template(), 'database'), join(folder, 'database'), { recursive: true });
  return { settings: { DATA_DIR: folder }, drop: async () => rmSync(folder, { recursive: true, force: true }) };
};

const onServer = async (server: string, folder: string): Promise<TestDatabase> => {
  const name = `bazaar_${randomBytes(6).toString('hex')}`;
  const run = async (statement: string): Promise<void> => {
    const client = new Client({ connectionString: server });
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  };
  await run(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    settings: { DATA_DIR: folder, DATABASE_URL: url.href },
    drop: async () => {
      await run(`drop database if exists ${name} with (force)`);
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** A migrated embedded database, made once for each state of the migrations and copied for each test file. */
const template = async (): Promise<string> => {
  const hash = createHash('sha256');
  for (const name of readdirSync(migrations)
    .filter((file) => file.endsWith('.sql'))
    .sort()) {
    hash.update(name).update(readFileSync(join(migrations, name)));
  }
  const folder = join(tmpdir(), `bazaar-template-${hash.digest('hex').slice(0, 16)}`);
  if (existsSync(folder)) return folder;
  const draft = mkdtempSync(join(tmpdir(), 'bazaar-draft-'));
  const { db, close } = await openDatabase({ DATA_DIR: draft, DATABASE_URL: undefined });
  await migrate(db, true);
  await close();
  mkdirSync(tmpdir(), { recursive: true });
  try {
    renameSync(draft, folder);
  } catch {
    // Another test file was faster.
    rmSync(draft, { recursive: true, force: true });
  }
  return folder;
};
