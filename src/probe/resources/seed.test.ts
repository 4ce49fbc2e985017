import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cleanUp } from '../ledger/clean-up.ts';
import { openLedger, unfinished, type Ledger } from '../ledger/ledger.ts';
import { createCanaryBook } from '../values/canaries.ts';
import { harvest } from './harvest.ts';
import { seed } from './seed.ts';
import { createStore, type FillableStore } from './store.ts';
import { harvestTold } from './told.ts';
import { openMarket, PEOPLE, type TestMarket } from './test-market.ts';

let market: TestMarket;
let store: FillableStore;
let ledger: Ledger;
let folder: string;
const canaries = createCanaryBook();
const stop = new AbortController();
const parts = () => ({ actors: market.pool, operations: market.operations, send: market.send, signal: stop.signal });
const run = () => seed({ ...parts(), canaries, ledger, now: new Date() }, store);
const [sam, , ann] = PEOPLE as [(typeof PEOPLE)[0], unknown, (typeof PEOPLE)[0]];

beforeEach(async () => {
  market = await openMarket(stop.signal);
  store = createStore(market.operations);
  folder = mkdtempSync(join(tmpdir(), 'launch-ready-seed-'));
  ledger = openLedger(join(folder, 'r1.jsonl'), 'r1', 'http://a.test');
});
afterEach(() => market.close());

test('each actor gets one of what it may make, with private canaries, within few requests', async () => {
  const { unmade, requests } = await run();
  const made = (owner: string, type: string) =>
    store.all().filter((one) => one.ours && one.owner === owner && one.type === type);
  for (const seller of ['sam', 'sue']) {
    // A draft and a published one.
    expect(made(seller, 'product').map((one) => one.public)).toEqual([false, true]);
    expect(made(seller, 'order')).toHaveLength(1);
  }
  // No two tenants of a role deal with the same.
  expect(made('ann', 'order')).toMatchObject([{ parties: ['sam'] }]);
  expect(made('ben', 'order')).toMatchObject([{ parties: ['sue'] }]);
  expect(made('ann', 'message').length).toBeGreaterThan(0);
  expect(made('ann', 'slip')).toHaveLength(0);
  const order = [...market.things.values()].find((one) => one['kind'] === 'order' && one['owner'] === 'ann');
  const seen = canaries.seenIn(JSON.stringify(order));
  expect(seen.map(({ place, owner, parties }) => [place, owner, parties])).toEqual([
    ['order.shippingAddress', 'ann', ['sam']],
    ['order.phone', 'ann', ['sam']],
  ]);
  expect(order?.['status']).toBe('pending');
  const product = [...market.things.values()].find((one) => one['kind'] === 'product' && one['public'] === true);
  expect(canaries.seenIn(JSON.stringify({ ...product, internalNote: '' }))).toEqual([]);
  // What was there is known; what was empty is filled.
  expect(canaries.seenIn('+49 30 1234567').map(({ place, owner }) => [place, owner])).toEqual([
    ['account.phone', 'ann'],
  ]);
  expect(unmade.map(({ type, said }) => [type, said.slice(0, 3)])).toContainEqual(['brokenThing', '500']);
  expect(requests).toBeLessThan(70);
});

test('what a parameter means is known by its path', async () => {
  await run();
  const types = (id: string, name: string, who = ann) =>
    new Set(
      store
        .fitting(id, name, who)
        .filter((one) => one.owner === who.name)
        .map(({ type }) => type),
    );
  expect(types('GET /api/orders/{id}', 'id')).toEqual(new Set(['order']));
  expect(types('GET /api/products/{id}', 'id', sam)).toEqual(new Set(['product']));
  expect(store.fitting('GET /api/products/{id}', 'id', ann).every((one) => one.public)).toBe(true);
  expect(store.fitting('POST /api/orders', 'productId', sam)[0]).toMatchObject({ owner: 'sam', public: false });
  expect(store.fitting('nonsense', 'id', ann)).toEqual([]);
});

test('a fresh one is made by what worked', async () => {
  await run();
  const [a, b] = await Promise.all([store.fresh('order', ann), store.fresh('order', ann)]);
  expect(a?.id).not.toBe(b?.id);
  expect(market.things.get(a?.id ?? '')).toMatchObject({ kind: 'order', owner: 'ann' });
  expect(await store.fresh('spaceship', ann)).toBeUndefined();
});

test('harvest binds what is shown to its owner, and changes nothing', async () => {
  market.things.set('7', { id: 7, kind: 'order', owner: 'ann', seller: 'sam' });
  market.things.set('8', { id: 8, kind: 'product', owner: 'sue', public: true });
  market.things.set('9', { id: 9, kind: 'message', order: '7' });
  const sent = await harvest(parts(), store);
  expect(store.of(ann, 'order')).toMatchObject([{ id: '7', ours: false, public: false, parties: ['sam'] }]);
  expect(store.of(sam, 'order')).toMatchObject([{ id: '7', parties: ['ann'] }]);
  expect(store.publicIds('product')).toEqual(['8']);
  expect(store.of(ann, 'product')).toEqual([]);
  expect(store.of(ann, 'message')).toMatchObject([{ id: '9' }]);
  expect(market.asked.every((line) => line.includes(' GET '))).toBe(true);
  expect(sent).toBeLessThan(30);
});

test('what only the log-in told of is own when its answer names the owner', async () => {
  market.things.set('7', { id: 7, kind: 'order', owner: 'ann' });
  market.things.set('8', { id: 8, kind: 'order', owner: 'ben', seller: 'ann' });
  const told = ['7', '8'].map((value) => ({ kind: 'o', value }));
  const one = { ...ann, ids: new Set(['ann']), told };
  const sent = await harvestTold({ ...parts(), actors: { ...market.pool, all: [one] } }, store);
  expect(store.all()).toMatchObject([{ type: 'order', id: '7', owner: 'ann', ours: false, public: false }]);
  expect(sent).toBe(2);
  // What a list has told needs no second way.
  expect(await harvestTold({ ...parts(), actors: { ...market.pool, all: [one] } }, store)).toBe(0);
});

test('where somebody got no answer, nothing that others are shown is theirs', async () => {
  market.things.set('7', { id: 7, kind: 'order', owner: 'ann', seller: 'sam' });
  market.things.set('8', { id: 8, kind: 'product', owner: 'sue', public: true });
  for (const asked of ['- GET /api/products', 'ben GET /api/products', 'ben GET /api/orders']) market.silent.add(asked);
  await harvest(parts(), store);
  expect(store.of(ann, 'product')).toEqual([]);
  expect(store.of(ann, 'order')).toEqual([]);
});

test('all that was made is written down first, removed at the end and proven gone', async () => {
  await run();
  expect(unfinished(folder, 'http://a.test').length).toBeGreaterThan(6);
  const removed = await cleanUp(unfinished(folder, 'http://a.test'), { ...parts(), ledger });
  const states = Object.groupBy(removed, ({ type, state }) => `${type} ${state}`);
  expect(Object.keys(states).toSorted()).toEqual([
    'account removed',
    'message cannot be removed',
    'order removed',
    'product removed',
    'slip cannot be removed',
  ]);
  expect(removed.find(({ type }) => type === 'message')?.remove).toMatch(/no way to remove message \d+ of \w+/);
  expect([...market.things.values()].filter((one) => one['kind'] === 'product')).toEqual([]);
  expect(
    [...market.things.values()].filter((one) => one['kind'] === 'order').every((one) => one['status'] === 'cancelled'),
  ).toBe(true);
  expect(unfinished(folder, 'http://a.test')).toEqual([]);
});

test('a run that was stopped sends nothing more', async () => {
  const stopped = AbortSignal.abort();
  await seed({ ...parts(), signal: stopped, canaries, ledger, now: new Date() }, store);
  expect(market.asked).toEqual([]);
});
