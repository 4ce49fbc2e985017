import { describe, expect, test } from 'vitest';
import { tryShop, verdictsOf } from '../access/test-app.ts';
import { operation } from '../accounts/test-context.ts';
import { ann } from '../access/test-shop.ts';
import { identityFromInput } from './identity-from-input.ts';
import { batchesIn } from './described-batches.ts';
import { idTricks } from './id-tricks.ts';
import { listLeak } from './list-leak.ts';
import { objectAction } from './object-action.ts';
import { objectDelete } from './object-delete.ts';
import { objectRead } from './object-read.ts';
import { objectWrite } from './object-write.ts';

const ITEM = 'GET /api/orders/{orderId}';
const PATCH = 'PATCH /api/orders/{orderId}';

describe('object-read', () => {
  test.each([[[]], [['denied by 200']]])(
    'is refuted by an app that refuses, whatever the status: %j',
    async (wrong) => {
      expect(verdictsOf(await tryShop(objectRead, wrong))[ITEM]).toBe('refuted');
    },
  );
  test('sees a neighbour’s order', async () => {
    const tried = await tryShop(objectRead, ['order for anybody']);
    expect(tried.observations.find(({ subject }) => subject === ITEM)).toMatchObject({
      verdict: 'confirmed',
      actor: 'bob',
      owner: 'ann',
    });
    expect(tried.context.cells).toContainEqual(
      expect.objectContaining({ operation: ITEM, role: 'customer', outcome: 'leak' }),
    );
  });
  test('sees an order that nobody logged in for may read', async () => {
    const tried = await tryShop(objectRead, ['order for nobody']);
    expect(tried.observations.find(({ subject }) => subject === ITEM)).toMatchObject({
      verdict: 'confirmed',
      actor: 'nobody',
    });
  });
  test.each([
    ['order by query', 'with an own id in the path and this one in the query'],
    ['json unguarded', 'with .json behind the id'],
  ])('sees an order that is refused as it is described: %s', async (wrong, variant) => {
    const { observations } = await tryShop(objectRead, [wrong]);
    expect(observations.find(({ subject }) => subject === ITEM)).toMatchObject({
      verdict: 'confirmed',
      owner: 'ann',
      facts: { variant },
    });
  });
  test('no value of a canary or an address stands in what is said', async () => {
    const { observations, world } = await tryShop(objectRead, ['order for anybody']);
    for (const { note } of world.orders.values()) expect(JSON.stringify(observations)).not.toContain(note);
    expect(JSON.stringify(observations)).not.toContain(ann.login);
  });
});

describe('list-leak', () => {
  test('own rows are no leak', async () => {
    expect(verdictsOf(await tryShop(listLeak))['GET /api/orders']).toBe('refuted');
  });
  test('rows of others are', async () => {
    expect(verdictsOf(await tryShop(listLeak, ['all orders']))['GET /api/orders']).toBe('confirmed');
  });
  test('rows of others that are asked for by their ids', async () => {
    const tried = await tryShop(listLeak, ['orders by ids']);
    expect(tried.observations.find(({ subject }) => subject === 'GET /api/orders')).toMatchObject({
      verdict: 'confirmed',
      facts: { filter: 'ids' },
    });
  });
  test.each(['GET', 'POST'] as const)('rows of others among several ids that are described: %s', async (method) => {
    const ids = { type: 'array', items: { type: 'string' } } as const;
    const lookup = (origin: string) => [
      operation(origin, `${method} /api/orders/lookup`, [], {
        declared: 'protected',
        ...(method === 'GET'
          ? { parameters: [{ name: 'orderIds', in: 'query', required: true, schema: ids }] }
          : {
              body: {
                contentType: 'application/json',
                required: true,
                schema: { type: 'object', properties: { orderIds: ids }, required: ['orderIds'] },
              },
            }),
      }),
    ];
    const subject = `${method} /api/orders/lookup`;
    const wrong = await tryShop(listLeak, ['lookup for anybody'], 'staging', lookup);
    expect(wrong.observations.find((one) => one.subject === subject)).toMatchObject({
      verdict: 'confirmed',
      facts: { parameter: 'orderIds' },
    });
    const right = await tryShop(listLeak, [], 'staging', lookup);
    expect(right.observations.filter(({ verdict }) => verdict === 'confirmed')).toEqual([]);
  });
  test('a filter that shows what is not published', async () => {
    const tried = await tryShop(listLeak, ['drafts by status']);
    expect(tried.observations.find(({ subject }) => subject === 'GET /api/things')).toMatchObject({
      verdict: 'confirmed',
      actor: 'nobody',
    });
  });
});

describe('object-write', () => {
  test.each([[[]], [['204 without effect']], [['echo']]])('an answer alone is no effect: %j', async (wrong) => {
    expect(verdictsOf(await tryShop(objectWrite, wrong))[PATCH]).toBe('refuted');
  });
  test.each([[['written']], [['written, then refused']]])(
    'a change is read back by its owner, and undone: %j',
    async (wrong) => {
      const { observations, world } = await tryShop(objectWrite, wrong);
      expect(observations.find(({ subject }) => subject === PATCH)).toMatchObject({
        verdict: 'confirmed',
        actor: 'bob',
        owner: 'ann',
      });
      expect(world.orders.get('order-0-9f3b')?.note).toMatch(/^lr/);
    },
  );
});

test('object-write: an own order is changed, and the body names another one', async () => {
  const { observations, world } = await tryShop(objectWrite, ['order by body']);
  expect(observations.find(({ subject }) => subject === PATCH)).toMatchObject({
    verdict: 'confirmed',
    actor: 'bob',
    owner: 'ann',
  });
  expect(world.orders.get('order-0-9f3b')?.note).toMatch(/^lr/);
});

test('object-action: a step by a stranger is shown by what the owner reads', async () => {
  expect(verdictsOf(await tryShop(objectAction))).toEqual({ 'POST /api/orders/{orderId}/cancel': 'refuted' });
  expect(verdictsOf(await tryShop(objectAction, ['cancelled']))).toEqual({
    'POST /api/orders/{orderId}/cancel': 'confirmed',
  });
});

test('object-delete: what a stranger deletes is gone for its owner', async () => {
  expect(verdictsOf(await tryShop(objectDelete))).toEqual({ 'DELETE /api/orders/{orderId}': 'refuted' });
  expect(verdictsOf(await tryShop(objectDelete, ['deleted']))).toEqual({ 'DELETE /api/orders/{orderId}': 'confirmed' });
});

test('identity-from-input: an undocumented userId is believed', async () => {
  expect((await tryShop(identityFromInput)).observations.every(({ verdict }) => verdict === 'refuted')).toBe(true);
  const tried = await tryShop(identityFromInput, ['user by query']);
  expect(tried.observations).toMatchObject([
    { subject: 'GET /api/me', verdict: 'confirmed', facts: { parameter: 'userId' } },
  ]);
});

test('ids are written in other ways only where they stand in the path', () => {
  const named = { name: 'orderId', theirs: '7', own: '9' };
  expect(idTricks({ ...named, url: 'http://a.example/api/v2/orders/7/invoice' }).map(({ url }) => url)).toEqual([
    'http://a.example/api/v2/orders/9/invoice?orderId=7&id=7',
    'http://a.example/api/v2/orders/7/invoice?orderId=9&id=9',
    'http://a.example/api/v2/orders/9%2f..%2f7/invoice',
    'http://a.example/api/v2/orders/9,7/invoice',
    'http://a.example/api/v2/orders/7.json/invoice',
    'http://a.example/api/v2/orders/7/invoice/',
    'http://a.example/api/v2/orders/7%20/invoice',
    'http://a.example/api/v2/orders/07/invoice',
    'http://a.example/api/v1/orders/7/invoice',
  ]);
  expect(idTricks({ ...named, url: 'http://a.example/api/orders' })).toEqual([]);
});

test.each([
  ['POST /api/orders/lookup', 'orderIds', true],
  ['POST /api/messages/search', 'ids', true],
  ['POST /api/orders/cancel', 'orderIds', false],
  ['POST /api/orders', 'productIds', false],
  ['POST /api/orders/lookup', 'grid', false],
])('%s with %s reads several by their ids: %s', (text, member, expected) => {
  expect(batchesIn([operation('http://a.example', text, [member])]).length > 0).toBe(expected);
});
