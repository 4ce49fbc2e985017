import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { DataProof, DataProofs, DataSchema } from '../../model/evidence/data.ts';
import { buildSchema } from './build-schema.ts';
import { runSandbox } from './sandbox/run.ts';
import { BOMBS, CLOSED, MARKET, OPEN } from './testing/market.ts';

const TIME = 240_000;
const signal = new AbortController().signal;

const build = async (texts: Readonly<Record<string, string>>): Promise<{ schema: DataSchema; proofs: DataProofs }> => {
  const built = await buildSchema(Object.keys(texts).toSorted(), (path) => texts[path] ?? null, signal);
  if (!built.schema.ok || !built.proofs.ok) throw new Error(JSON.stringify(built));
  return { schema: built.schema.value, proofs: built.proofs.value };
};

const open = (proofs: readonly DataProof[]): string[] =>
  [
    ...new Set(
      proofs
        .filter(({ outcome }) => outcome === 'open')
        .map(({ subject, verb, actor }) => `${subject} ${verb} ${actor}`),
    ),
  ].toSorted();

const MIGRATIONS = 'supabase/migrations/';

test('the closed twin: what is for sale can be read, and nothing else is reached', { timeout: TIME }, async () => {
  const { schema, proofs } = await build({
    [`${MIGRATIONS}1_market.sql`]: MARKET,
    [`${MIGRATIONS}2_rules.sql`]: CLOSED,
    'src/app.ts': `import { createClient } from '@supabase/supabase-js';\nconst supabase = createClient(url, key);\nawait supabase.from('orders').select();\nawait supabase.from('payout_requests').select();\nArray.from('nothing');`,
  });
  expect(schema.troubles).toEqual([]);
  expect(proofs.withoutRow).toEqual([]);
  expect(open(proofs.proofs)).toEqual([
    'avatars read other account',
    'avatars read visitor',
    'public.categories read other account',
    'public.categories read visitor',
    'public.contact_messages add other account',
    'public.contact_messages add visitor',
    'public.listings read other account',
    'public.listings read visitor',
  ]);
  expect(proofs.proofs.filter(({ outcome }) => outcome === 'unproven')).toEqual([]);
  // `is_admin()` reads the role of a profile; nothing reads the role of a seat.
  const asked = schema.tables.flatMap(({ name, columns }) =>
    columns.filter((column) => column.asked === true).map((column) => `${name}.${column.name}`),
  );
  expect(asked).toEqual(['public.profiles.role']);
  expect(schema.missing).toEqual([{ name: 'public.payout_requests', place: { path: 'src/app.ts', line: 4 } }]);
  expect(schema.tables.find(({ name }) => name === 'public.orders')).toMatchObject({
    rls: true,
    place: { path: `${MIGRATIONS}1_market.sql` },
    privacy: { kind: 'private' },
  });
});

test('the open twin: each way in is shown by a row', { timeout: TIME }, async () => {
  const { schema, proofs } = await build({ [`${MIGRATIONS}1_market.sql`]: MARKET, [`${MIGRATIONS}2_rules.sql`]: OPEN });
  expect(schema.troubles).toEqual([]);
  const found = open(proofs.proofs);
  const by = (subject: string, actor: string): string =>
    found
      .filter((one) => one.startsWith(`${subject} `) && one.endsWith(actor))
      .map((one) => one.slice(subject.length + 1, -actor.length - 1))
      .join(' ');
  expect(by('public.orders', 'visitor')).toBe('change delete forge read');
  expect(by('public.order_items', 'visitor')).toBe('add change delete read');
  expect(by('public.messages', 'visitor')).toBe('');
  expect(by('public.messages', 'other account')).toBe('change delete forge read');
  expect(by('public.payouts', 'visitor')).toBe('change delete forge read');
  expect(by('public.profiles', 'visitor')).toBe('read');
  expect(by('public.profiles', 'other account')).toBe('promote read');
  expect(by('public.user_roles', 'other account')).toBe('promote');
  expect(by('public.contact_list', 'visitor')).toBe('read');
  expect(by('public.messages_of(p_user uuid)', 'visitor')).toBe('read');
  expect(by('public.set_balance(p_user_id uuid, p_amount numeric)', 'visitor')).toBe('change');
  expect(by('invoices', 'visitor')).toBe('change delete forge read');
  const read = proofs.proofs.find(
    ({ subject, verb, actor }) => subject === 'public.orders' && verb === 'read' && actor === 'visitor',
  );
  expect(read?.shown).toContain('shipping_address = lr-a.orders.shipping_address');
});

test('tables that a schema builder makes are there, and tried', { timeout: TIME }, async () => {
  const { schema, proofs } = await build({
    'migrations/20240101_orders.js': `exports.up = async (knex) => {
  await knex.schema.createTable('orders', (t) => {
    t.uuid('id').primary().defaultTo(knex.fn.uuid());
    t.uuid('buyer_id').notNullable();
    t.string('shipping_address').notNullable();
    t.enu('status', ['open', 'paid']).notNullable().defaultTo('open');
    t.timestamps(true, true);
  });
  await knex.schema.createTable('order_items', (t) => {
    t.increments();
    t.uuid('order_id').notNullable().references('orders.id').onDelete('CASCADE');
    t.integer('quantity').notNullable();
  });
  await knex.schema.createTable(NAME, (t) => t.increments());
};`,
    'migrations/20240102_rules.js': `exports.up = async (knex) => {
  await knex.raw('alter table orders enable row level security');
  await knex.raw('create policy own on orders for select to authenticated using (buyer_id = auth.uid())');
};`,
  });
  expect(schema.troubles.map(({ kind, place }) => `${kind} ${place.line}`)).toEqual(['not literal 14']);
  expect(schema.tables.map(({ name, rls }) => `${name} ${rls}`)).toEqual([
    'public.order_items false',
    'public.orders true',
  ]);
  expect(open(proofs.proofs).filter((one) => one.includes('visitor'))).toEqual([
    'public.order_items add visitor',
    'public.order_items change visitor',
    'public.order_items delete visitor',
    'public.order_items read visitor',
  ]);
});

const folder = mkdtempSync(join(tmpdir(), 'data-replay-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('what only hurts is bounded, left out and named; the rest is replayed', { timeout: TIME }, async () => {
  const text = BOMBS.replaceAll('/tmp/launch-ready-was-here', join(folder, 'was-here'));
  const ran = await runSandbox(
    {
      files: [{ path: 'bombs.sql', set: 0, text, line: 1 }],
      sets: [{ kind: 'supabase', folder: '.' }],
      replay: true,
      schemas: ['public'],
    },
    signal,
    { statement: 4_000, start: 90_000, all: 220_000 },
  );
  if (!ran.ok) throw new Error(ran.reason);
  expect(ran.value.troubles.map(({ kind, place }) => `${place.line} ${kind}`)).toEqual([
    '3 refused',
    '4 refused',
    '5 failed',
    '6 endless',
    '7 failed',
  ]);
  expect(ran.value.tables.map(({ name }) => name)).toEqual(['public.first_one', 'public.last_one']);
  expect(ran.value.proofs.proofs.filter(({ on }) => on === 'function')).toMatchObject([
    { subject: 'public.forever()', outcome: 'unproven', reason: 'it took too much time or memory' },
  ]);
  expect(existsSync(join(folder, 'was-here'))).toBe(false);
});

test('a database behind a server is read, and not started', { timeout: TIME }, async () => {
  const { schema } = await build({ 'migrations/0001_a.sql': 'create table a (id int);\nupdate a set id = 1 limit 3;' });
  expect(schema).toMatchObject({
    direct: null,
    tables: [],
    sets: [{ kind: 'sql', files: 1, statements: 2, parsed: 1, replayed: 0 }],
  });
  expect(schema.troubles).toMatchObject([{ kind: 'syntax', place: { path: 'migrations/0001_a.sql', line: 2 } }]);
});

test('without migrations nothing is started', async () => {
  const { schema } = await build({ 'src/index.ts': 'export {};' });
  expect(schema).toMatchObject({ sets: [], direct: null, tables: [] });
});
