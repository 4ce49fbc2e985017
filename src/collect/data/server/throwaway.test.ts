import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DataProofs, DataSchema } from '../../../model/evidence/data.ts';
import {
  postgresPrograms,
  startPostgres,
  type PostgresServer,
} from '../../../../examples/bazaar/test/support/postgres-server.ts';
import { buildSchema } from '../build-schema.ts';
import { MARKET, OPEN } from '../testing/market.ts';

const TIME = 240_000;
const { signal } = new AbortController();

const build = async (
  texts: Readonly<Record<string, string>>,
  url?: string,
): Promise<{ schema: DataSchema; proofs: DataProofs } | string> => {
  const built = await buildSchema(Object.keys(texts).toSorted(), (path) => texts[path] ?? null, signal, url);
  if (!built.schema.ok) return built.schema.reason;
  if (!built.proofs.ok) return built.proofs.reason;
  return { schema: built.schema.value, proofs: built.proofs.value };
};

describe.skipIf(postgresPrograms() === undefined)('a server that was given to be thrown away', () => {
  let server: PostgresServer;
  const folder = mkdtempSync(join(tmpdir(), 'throwaway-'));
  beforeAll(async () => {
    server = await startPostgres();
  }, TIME);
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const ask = async (sql: string): Promise<string[]> => {
    const client = new Client({ connectionString: server.url });
    await client.connect();
    try {
      const { rows } = await client.query<{ one: string }>(sql);
      return rows.map(({ one }) => one);
    } finally {
      await client.end();
    }
  };
  const left = (): Promise<string[]> =>
    ask(
      `select datname as one from pg_database union all select rolname from pg_roles where rolname !~ '^pg_' order by 1`,
    );

  test('shows what the embedded database shows, and is as it was', { timeout: TIME }, async () => {
    const before = await left();
    const texts = { 'supabase/migrations/1_market.sql': MARKET, 'supabase/migrations/2_rules.sql': OPEN };
    const [embedded, given] = [await build(texts), await build(texts, server.url)];
    if (typeof embedded === 'string') throw new Error(embedded);
    if (typeof given === 'string') throw new Error(given);
    const outcomes = ({ proofs }: DataProofs): string[] =>
      proofs.map(({ subject, verb, actor, outcome }) => `${subject} ${verb} ${actor} ${outcome}`);
    expect(outcomes(given.proofs)).toEqual(outcomes(embedded.proofs));
    expect(given.schema.tables).toEqual(embedded.schema.tables);
    expect(given.schema.troubles).toEqual([]);
    expect(await left()).toEqual(before);
  });

  // Words are put together, so that the look at the text before does not catch them.
  test('SQL of the repository gets no right over the server', { timeout: TIME }, async () => {
    const before = await left();
    const file = join(folder, 'was-here');
    const hostile = `
create table public.orders (id uuid primary key default gen_random_uuid(), buyer_id uuid not null);
alter table public.orders enable row level security;
create policy own on public.orders using (buyer_id = auth.uid());
do $$ begin execute 'co' || 'py (select 1) to pro' || 'gram ''touch ${file}'''; end $$;
do $$ begin execute 'create role evil superuser'; end $$;
do $$ begin execute 'alter role postgres password ''x'''; end $$;
create function public.escape() returns void language plpgsql security invoker as $$ begin execute 'reset role'; execute 'co' || 'py (select 1) to ''${file}'''; end $$;
do $$ begin execute 'create database evil'; end $$;
`;
    const given = await build({ 'supabase/migrations/1.sql': hostile }, server.url);
    if (typeof given === 'string') throw new Error(given);
    expect(given.schema.troubles.map(({ kind, place }) => `${kind} ${place.line}`)).toEqual([
      'failed 5',
      'failed 6',
      'failed 7',
      'failed 9',
    ]);
    expect(given.schema.tables.map(({ name }) => name)).toEqual(['public.orders']);
    expect(existsSync(file)).toBe(false);
    expect(await left()).toEqual(before);
  });

  test(
    'one that holds a table, or does not answer, is refused, and nothing is made there',
    { timeout: TIME },
    async () => {
      const texts = { 'supabase/migrations/1_market.sql': MARKET };
      await ask('create table customers (id int)');
      try {
        const before = await left();
        expect(await build(texts, server.url)).toContain('it is not empty: it holds public.customers');
        expect(await left()).toEqual(before);
      } finally {
        await ask('drop table customers');
      }
      expect(await build(texts, 'postgres://postgres@127.0.0.1:1/postgres')).toContain('it does not answer');
    },
  );
});
