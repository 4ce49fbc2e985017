import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import {
  postgresPrograms,
  startPostgres,
  type PostgresServer,
} from '../../examples/bazaar/test/support/postgres-server.ts';

let server: Promise<PostgresServer> | undefined;

/**
 * A database for one copy of the app, empty or as another one is, on a throw-away server: several times as fast as the embedded one.
 * Undefined where PostgreSQL is not installed; the copy then uses the embedded one.
 */
export const makeDatabase = async (like?: string): Promise<string | undefined> => {
  if (postgresPrograms() === undefined) return undefined;
  server ??= startPostgres();
  const { url } = await server;
  const name = `copy_${randomBytes(6).toString('hex')}`;
  const template = like === undefined ? '' : ` template ${new URL(like).pathname.slice(1)}`;
  await statement(url, `create database ${name}${template}`);
  return Object.assign(new URL(url), { pathname: `/${name}` }).href;
};

export const dropDatabase = async (url: string): Promise<void> => {
  if (server === undefined) return;
  await statement((await server).url, `drop database if exists ${new URL(url).pathname.slice(1)} with (force)`);
};

export const stopDatabases = async (): Promise<void> => {
  const running = await server;
  server = undefined;
  await running?.stop();
};

const statement = async (url: string, text: string): Promise<void> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
};
