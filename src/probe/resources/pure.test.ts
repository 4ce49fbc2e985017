import { describe, expect, test } from 'vitest';
import type { JsonSchema, Method, Operation } from '../contract/operation.ts';
import { isOver, removalsOf } from '../ledger/removals.ts';
import { cartOperations, creatorOf, publishOperations } from './creators.ts';
import { keysOf } from './keys.ts';
import { isFor, sameType, typeOfName, typeOfParameter, typeOfPath } from './naming.ts';
import { madeObject, objectsIn } from './objects.ts';
import { repairFrom } from './repair.ts';
import { addressFor, bodyFor, headersFor } from './request-for.ts';

const operation = (id: string, more: Partial<Operation> = {}): Operation => {
  const [method, path = ''] = id.split(' ');
  return { id, origin: 'http://a.test', method: method as Method, path, parameters: [], sources: ['openapi'], ...more };
};
const answers = (schema: JsonSchema): Partial<Operation> => ({ answer: { status: 201, schema } });
const body = (properties: Record<string, JsonSchema>): Partial<Operation> => ({
  body: { contentType: 'application/json', required: true, schema: { type: 'object', properties } },
});

describe('names', () => {
  test.each([
    ['/api/orders/{orderId}', 'orderId', 'order'],
    ['/api/orders/{id}', 'id', 'order'],
    ['/api/seller/listings/{listingId}/photos/{photoId}', 'listingId', 'listing'],
    ['/api/articles/{slug}/comments/{id}', 'slug', 'article'],
    ['/api/articles/{slug}/comments/{id}', 'id', 'comment'],
    ['/cart/items/{listingId}', 'listingId', 'listing'],
    ['/store/carts/{id}/line-items/{line_id}', 'line_id', 'line'],
    ['/api/categories/{category_id}', 'category_id', 'category'],
    ['/rest/basket/{id}', 'id', 'basket'],
    ['/api/v1/{id}', 'id', undefined],
  ])('%s: %s is a %s', (path, name, type) => {
    expect(typeOfParameter(path, name)).toBe(type);
  });

  test('types of paths and names', () => {
    expect(
      ['/api/seller/listings', '/orders/{id}/messages', '/api/me', '/articles/feed', '/listings/{id}/publish'].map(
        typeOfPath,
      ),
    ).toEqual(['listing', 'message', 'user', 'feed', 'listing']);
    expect(['listingId', 'order_id', 'id', 'slug', 'productIds', 'title'].map(typeOfName)).toEqual([
      'listing',
      'order',
      undefined,
      undefined,
      'product',
      undefined,
    ]);
    expect(sameType('product', 'storeProduct')).toBe(true);
    expect(sameType('order', 'orderItem')).toBe(false);
  });

  test('who a path is for', () => {
    const people = ['seller', 'customer', 'moderator', 'admin'].map((role, rank) => ({
      name: role,
      role,
      tenant: role,
      rank,
      ids: new Set<string>(),
      carries: 'bearer' as const,
    }));
    const roles = (path: string): string[] =>
      people.filter((one) => isFor(one, { path, origin: 'http://a.test' }, people)).map(({ role }) => role);
    expect(roles('/api/seller/orders')).toEqual(['seller']);
    expect(roles('/api/moderation/reports')).toEqual(['moderator']);
    expect(roles('/api/admin/users')).toEqual(['admin']);
    expect(roles('/backoffice/users')).toEqual(['moderator', 'admin']);
    expect(roles('/api/orders')).toEqual(['seller', 'customer']);
  });
});

describe('what makes things', () => {
  test.each<[string, string | undefined, Partial<Operation>?]>([
    ['POST /api/listings', 'listing collection'],
    ['POST /api/articles/{slug}/comments', 'comment collection'],
    ['POST /products/create', 'product collection'],
    ['PUT /rest/products/{id}/reviews', 'review collection'],
    ['POST /api/checkout', 'order flow'],
    ['POST /checkout', 'purchase flow', answers({ properties: { purchase: { properties: { id: {} } } } })],
    ['POST /carts/{id}/complete-order', 'order flow'],
    ['PUT /api/seller/payout-account', 'payoutAccount single', body({ iban: {} })],
    ['POST /store/carts', 'cart collection'],
    ['POST /api/auth/sessions', undefined],
    ['POST /api/users', undefined],
    ['POST /webhooks/payments', undefined],
    ['POST /api/assistant/questions', undefined],
    ['POST /api/orders/{id}/cancel', undefined],
    ['POST /api/admin/users/{id}/role', undefined],
    ['POST /api/cart/items', undefined],
    ['POST /api/echoes', undefined, answers({ properties: { message: {} } })],
    ['PATCH /api/listings', undefined],
    ['POST /api/secrets', undefined, { sources: ['guess'] }],
  ])('%s: %s', (id, expected, more) => {
    const found = creatorOf(operation(id, more));
    expect(found === undefined ? undefined : `${found.type} ${found.kind}`).toBe(expected);
  });

  test('carts are filled, things are published', () => {
    const all = [
      operation('PUT /cart/items/{listingId}'),
      operation('PUT /cart/coupon', body({ code: {} })),
      operation('POST /carts/{id}/line-items', body({ variant_id: {} })),
      operation('POST /listings/{id}/publish'),
      operation('POST /shops/{id}/publish'),
    ];
    expect(cartOperations(all).map(({ id }) => id)).toEqual([
      'POST /carts/{id}/line-items',
      'PUT /cart/items/{listingId}',
    ]);
    expect(publishOperations(all, 'listing').map(({ id }) => id)).toEqual(['POST /listings/{id}/publish']);
  });
});

test('ids are found wherever apps put them', () => {
  expect(madeObject({ id: 7, owner: { id: 9 } }, 'order')).toMatchObject({ id: '7' });
  expect(madeObject({ order: { id: 'a' }, clientSecret: 'x' }, 'order')).toMatchObject({ id: 'a', type: 'order' });
  expect(madeObject({ data: { attributes: {}, id: '5' } }, 'order')).toMatchObject({ id: '5' });
  expect(madeObject({ article: { slug: 'a-b', title: 'x' } }, 'article')).toMatchObject({
    id: 'a-b',
    names: { slug: 'a-b' },
  });
  expect(madeObject({ status: 'ok' }, 'order')).toBeUndefined();
  expect(objectsIn({ listings: [{ id: 1 }, { id: 2 }], total: 2 }, 'listing').map(({ id }) => id)).toEqual(['1', '2']);
  expect(objectsIn([{ _id: 'a'.repeat(24) }], 'x')).toHaveLength(1);
  expect(
    objectsIn(
      Array.from({ length: 5_000 }, (_, id) => ({ id })),
      'x',
    ).length,
  ).toBeLessThan(100);
  expect(objectsIn({ id: '../../etc/passwd' }, 'x')).toEqual([]);
});

describe('what an app says of a body', () => {
  test.each<[string, unknown, Record<string, unknown>, string[], [string, unknown][]]>([
    ['field and message', { errors: [{ field: 'category', message: 'is required' }] }, {}, ['category'], []],
    ['zod', { error: { issues: [{ path: ['address', 'zip'], message: 'Required' }] } }, {}, ['zip'], []],
    [
      'zod options',
      { issues: [{ path: ['kind'], message: 'Invalid option: expected one of "a"|"b"' }] },
      { kind: 'x' },
      [],
      [['kind', 'a']],
    ],
    ['express-validator', { errors: [{ path: 'age', msg: 'must be a number' }] }, { age: 'x' }, [], [['age', 1]]],
    ['rails', { errors: { title: ["can't be blank"] } }, { title: '' }, ['title'], []],
    [
      'nest',
      { message: ['title should not be empty', 'property foo should not exist'] },
      { foo: 1, title: '' },
      ['title'],
      [['foo', undefined]],
    ],
    ['fastapi', { detail: [{ loc: ['body', 'size'], msg: 'Field required' }] }, {}, ['size'], []],
    [
      'length',
      { errors: [{ field: 'text', message: 'must be at least 20 characters' }] },
      { text: 'abc' },
      [],
      [['text', `abc${'a'.repeat(18)}`]],
    ],
  ])('%s', (_name, json, sent, also, given) => {
    const repair = repairFrom(json, sent);
    expect([...(repair?.also ?? [])]).toEqual(also);
    expect([...(repair?.given ?? [])]).toEqual(given);
  });

  test('nothing of use, or hostile', () => {
    expect(repairFrom({ error: { code: 'not_found', message: 'There is nothing here.' } }, {})).toBeNull();
    expect(repairFrom(undefined, {})).toBeNull();
    expect(repairFrom({ errors: [{ field: '__proto__', message: 'required' }] }, {})).toBeNull();
    const many = { errors: Array.from({ length: 100_000 }, (_, i) => ({ field: `f${i}`, message: 'required' })) };
    expect(repairFrom(many, {})?.also.size).toBeLessThan(100);
  });
});

test('requests stay on their origin and are whole', () => {
  expect(addressFor(operation('GET /a/{id}'), { id: '../x?y' })).toBe('http://a.test/a/..%2Fx%3Fy');
  expect(addressFor(operation('GET /a/{id}'), { id: '..' })).toBeUndefined();
  expect(addressFor(operation('GET /a/{id}'), {})).toBeUndefined();
  expect(addressFor(operation('GET //evil.test/a'), {})).toBeUndefined();
  const header = (name: string) =>
    operation('POST /a', { parameters: [{ name, in: 'header', required: true, schema: {} }] });
  expect(headersFor(header('Idempotency-Key'))).toEqual({
    'idempotency-key': expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  expect(headersFor(header('Stripe-Signature'))).toBeUndefined();
  const upload = operation('POST /a', {
    body: {
      contentType: 'multipart/form-data',
      required: true,
      schema: { properties: { photo: { type: 'string', format: 'binary' }, alt: {} } },
    },
  });
  expect(bodyFor(upload, { alt: 'x', photo: 'y' })).toMatchObject({
    file: { field: 'photo', contentType: 'image/png' },
    fields: { alt: 'x' },
  });
});

test('how things go away', () => {
  const all = [
    operation('POST /listings/{id}/unpublish'),
    operation('DELETE /cart/items/{listingId}'),
    operation('DELETE /listings/{id}'),
    operation('POST /orders/{id}/cancel'),
    operation('POST /listings/{id}/archive'),
    operation('DELETE /listings/{id}/photos/{photoId}'),
  ];
  expect(removalsOf(all, 'listing').map(({ operation: { id }, effect }) => `${id} ${effect}`)).toEqual([
    'DELETE /listings/{id} removes',
    'POST /listings/{id}/archive ends',
    'POST /listings/{id}/unpublish hides',
  ]);
  expect(removalsOf(all, 'order').map(({ effect }) => effect)).toEqual(['ends']);
  expect(
    [
      { status: 'cancelled' },
      { data: { state: 'ARCHIVED' } },
      { deletedAt: '2026' },
      { status: 'open', deletedAt: null },
      { status: 'draft' },
    ].map(isOver),
  ).toEqual([true, true, true, false, false]);
});

test.each([
  ['a parent’s slug, where nothing addresses the thing by a slug', '/articles/{slug}/comments/{id}', { slug: 'hello' }],
  ['but not what is its own name', '/comments/{slug}', { slug: '7' }],
])('keys: %s', (_, path, keys) => {
  const operations = [{ path: '/articles/{slug}' }, { path }] as unknown as Operation[];
  const own = path.endsWith('{slug}') ? { slug: '7' } : {};
  expect(keysOf(operations, 'comment', '7', own, { slug: 'hello' })).toEqual(keys);
});
