import { describe, expect, test } from 'vitest';
import { answered } from '../answers/test-trial.ts';
import { judgeBodies } from './body-size.ts';
import { hasDiscount } from './coupon-race.ts';
import { cheapArguments, deepQuery, schemaIn, wideQuery } from './graphql-queries.ts';
import { isWorkedOff } from './graphql-unbounded.ts';
import { HUGE, judgePages } from './judge-pages.ts';
import { announcedBy, judgeSeries } from './judge-series.ts';
import { couponMaker, shopOperations } from './shop-operations.ts';
import { operation } from '../accounts/test-context.ts';

const many = (count: number, status = 401, text = 'wrong') =>
  Array.from({ length: count }, () => answered(status, text));

describe('a series', () => {
  test.each([
    ['a 429', [...many(10), answered(429)], 'refused'],
    ['a lock', [...many(5), answered(423, 'locked')], 'refused'],
    ['a captcha', [...many(5), answered(401, 'Please solve the captcha')], 'refused'],
    ['words that were there from the start', many(30, 401, 'wrong (too many tries lock you out)'), 'unlimited'],
    ['answers that are all alike', many(30), 'unlimited'],
    [
      'growing delays',
      [...many(6), ...Array.from({ length: 4 }, () => answered(401, 'wrong', { ms: 2_500 }))],
      'slowed',
    ],
    ['a server that fails', [...many(3), ...many(5, 500)], 'unclear'],
    ['no answers', [{ ok: false as const, exchange: 'e', kind: 'connection' as const, said: 'reset' }], 'unclear'],
  ])('with %s', (_what, answers, end) => {
    expect(judgeSeries(answers).end).toBe(end);
  });

  test('that counts down is announced', () => {
    const counting = [99, 98, 97].map((left) =>
      answered(401, 'x', {
        headers: { ratelimit: `limit=100, remaining=${left}, reset=900`, 'ratelimit-policy': '100;w=900' },
      }),
    );
    expect(judgeSeries(counting)).toMatchObject({ end: 'announced', perMinute: 7 });
    expect(announcedBy({ 'x-ratelimit-limit': '60', 'x-ratelimit-remaining': '3' })).toEqual({
      limit: 60,
      left: 3,
      seconds: 900,
    });
    expect(announcedBy({})).toBeNull();
  });
});

describe('a page', () => {
  const list = (count: number, more = {}) =>
    answered(200, JSON.stringify({ rows: Array.from({ length: count }, (_, id) => ({ id })), ...more }));
  const bounds = { type: 'integer', minimum: 1 };
  test.each([
    ['of more rows than anybody reads', { usual: list(20), one: list(1), huge: list(500) }, {}, 'confirmed'],
    ['beyond its own description', { usual: list(20), one: list(1), huge: list(60) }, { maximum: 50 }, 'confirmed'],
    ['that is refused', { usual: list(20), one: list(1), huge: answered(400) }, {}, 'refused'],
    ['whose size is repeated', { usual: list(20), one: list(1), huge: list(30, { limit: HUGE }) }, {}, 'likely'],
    [
      'without a most, where nonsense is refused',
      { usual: list(20), one: list(1), huge: list(30), vast: list(30), nonsense: answered(400) },
      bounds,
      'likely',
    ],
    [
      'without a most, where nonsense is taken',
      { usual: list(20), one: list(1), huge: list(30), vast: list(30), nonsense: list(20) },
      bounds,
      'inconclusive',
    ],
    [
      'that is described to end, and may be cut',
      { usual: list(20), one: list(1), huge: list(30), vast: list(30), nonsense: answered(400) },
      { maximum: 50 },
      'inconclusive',
    ],
    ['whose size cannot be set', { usual: list(500), one: list(500), huge: list(500) }, {}, 'inconclusive'],
  ])('%s', (_what, pages, schema, verdict) => {
    expect(judgePages(pages, schema).verdict).toBe(verdict === 'refused' ? 'refuted' : verdict);
  });
});

describe('a body', () => {
  const small = answered(400, '{"error":"some fields"}');
  const closed = { ok: false as const, exchange: 'e', kind: 'connection' as const, said: 'reset' };
  test('is read when the answer depends on its last byte', () => {
    expect(judgeBodies(small, small, answered(400, '{"error":"broken"}'))).toBe('read');
    expect(judgeBodies(small, small, answered(500))).toBe('read');
  });
  test('is refused by 413, another error or a closed connection', () => {
    expect(judgeBodies(small, answered(413), undefined)).toBe('refused');
    expect(judgeBodies(answered(401), answered(400, '{"error":"large"}'), undefined)).toBe('refused');
    expect(judgeBodies(small, closed, undefined)).toBe('refused');
  });
  test('says nothing when it is never looked at', () => {
    const guard = answered(401, '{"error":"log in"}');
    expect(judgeBodies(guard, guard, guard)).toBe('unclear');
    expect(judgeBodies(small, answered(502), undefined)).toBe('unclear');
  });
});

describe('GraphQL', () => {
  const ref = (name: string, kind = 'OBJECT') => ({ kind, name, ofType: null });
  const list = (name: string) => ({ kind: 'LIST', name: null, ofType: ref(name) });
  const arg = (name: string, type: object) => ({ name, type, defaultValue: null });
  const schemaOf = (shopFields: readonly object[], rootArgs: readonly object[]) =>
    schemaIn({
      data: {
        __schema: {
          queryType: { name: 'Query' },
          types: [
            { kind: 'OBJECT', name: 'Query', fields: [{ name: 'item', args: rootArgs, type: ref('Item') }] },
            {
              kind: 'OBJECT',
              name: 'Item',
              fields: [
                { name: 'id', args: [], type: ref('ID', 'SCALAR') },
                { name: 'shop', args: [], type: ref('Shop') },
              ],
            },
            { kind: 'OBJECT', name: 'Shop', fields: shopFields },
          ],
        },
      },
    });
  const id = arg('id', { kind: 'NON_NULL', name: null, ofType: ref('ID', 'SCALAR') });

  test('is gone round where nothing is found', () => {
    const schema = schemaOf([{ name: 'items', args: [], type: list('Item') }], [id]);
    const query = schema === null ? null : deepQuery(schema, 6);
    expect(query).toBe('{ item(id: "lr-nothing-00000000") { shop { items { shop { items { __typename } } } } } }');
    expect(query?.split('{')).toHaveLength(query?.split('}').length ?? 0);
  });
  test('is not gone round lists of what exists', () => {
    const loose = schemaOf([{ name: 'items', args: [], type: list('Item') }], []);
    expect(loose === null ? '' : deepQuery(loose)).toBeNull();
    const tight = schemaOf([{ name: 'items', args: [arg('limit', ref('Int', 'SCALAR'))], type: list('Item') }], []);
    expect(tight === null ? '' : deepQuery(tight, 4)).toBe('{ item { shop { items(limit: 1) { __typename } } } }');
  });
  test('asks the same many times', () => {
    expect(wideQuery(null, 2)).toEqual({ text: '{ a0: __typename a1: __typename }', real: false });
    expect(wideQuery(schemaOf([], [id]), 1)).toEqual({
      text: '{ a0: item(id: "lr-nothing-00000000") { __typename } }',
      real: true,
    });
    expect(
      cheapArguments({ name: 'x', args: [arg('where', { kind: 'NON_NULL', ofType: ref('Filter', 'INPUT_OBJECT') })] }),
    ).toBeNull();
  });
  test('is worked off when all is there', () => {
    expect(isWorkedOff(answered(200, '{"data":{"a":null,"b":1}}'), 2)).toBe(true);
    expect(isWorkedOff(answered(200, '{"data":{"a":1},"errors":[{}]}'), 1)).toBe(false);
    expect(isWorkedOff(answered(200, '{"errors":[{"message":"too deep"}]}'), 1)).toBe(false);
  });
  test('that is no schema is none', () => {
    for (const json of [
      null,
      1,
      {},
      { data: { __schema: { types: 1 } } },
      { data: { __schema: { queryType: null, types: [null] } } },
    ])
      expect(schemaIn(json)).toBeNull();
  });
});

test('how one buys is seen by the operations', () => {
  const here = (text: string, members: readonly string[] = []) => operation('http://here', text, members);
  const shop = shopOperations([
    here('GET /api/products'),
    here('PUT /api/cart/items/{productId}', ['quantity']),
    here('PUT /api/cart/coupon', ['code']),
    here('POST /api/checkout', ['address']),
    here('GET /api/seller/orders'),
    here('GET /api/orders'),
    here('POST /api/orders/{orderId}/cancel'),
  ]);
  expect(shop).toMatchObject({
    thing: { name: 'productId', in: 'path' },
    checkout: { path: '/api/checkout' },
    orders: { path: '/api/orders' },
    coupon: { code: 'code' },
    cancel: { path: '/api/orders/{orderId}/cancel' },
  });
  expect(shopOperations([here('GET /api/products')])).toBeNull();
  expect(couponMaker([here('POST /api/admin/coupons', ['code', 'percentOff', 'maxUses'])])).toMatchObject({
    code: 'code',
    uses: 'maxUses',
  });
  expect(hasDiscount({ discountCents: 100 }, 'X1')).toBe(true);
  expect(hasDiscount({ discountCents: 0, code: null }, 'X1')).toBe(false);
});
