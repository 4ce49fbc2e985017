import { expect, test } from 'vitest';
import { findIds } from './find-ids.ts';
import { rankOf } from './ranks.ts';

const said = (json: unknown, mine = true): string[] => findIds(json, mine).map(({ kind, value }) => `${kind} ${value}`);

test.each([
  ['what a token says', { sub: 'u-1', iat: 1, jti: 'x' }, ['account u-1']],
  [
    'oneself',
    { id: 7, email: 'a@b.example', shop: { id: 's-1', slug: 'holm' } },
    ['account 7', 'shop s-1', 'shop holm'],
  ],
  ['a token that says its kind', { username: 'anna', sub: 'access' }, []],
  ['a wrapper', { data: { user: { _id: 'u-1', tenantId: 't-1', role_id: 3 } } }, ['account u-1', 'tenant t-1']],
  ['a session around the account', { session: { id: 'x-1', user: { id: 'u-1' } } }, ['account u-1']],
  ['a basket by its letter', { token: 'x', bid: 6, sid: 's-1', uid: 4 }, ['b 6', 'account 4']],
  ['snake case', { user_id: 4, organization_id: 9, seller_id: null }, ['account 4', 'organization 9']],
])('ids of %s', (_what, json, ids) => {
  expect(said(json)).toEqual(ids);
});

test('a login’s answer tells of the account only where it shows one', () => {
  expect(said({ id: 'session-1', token: 'abc' }, false)).toEqual([]);
  expect(said({ id: 'u-1', email: 'a@b.example' }, false)).toEqual(['account u-1']);
  expect(said({ user: { id: 'u-1' } }, false)).toEqual(['account u-1']);
});

test('hostile values are no ids', () => {
  expect(said({ id: 'a b\r\n', sub: 'x'.repeat(500), uid: {}, user_id: 1.5 })).toEqual([]);
  expect(
    findIds(Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`shop${i}Id`, i])), true).length,
  ).toBeLessThanOrEqual(20);
});

test('ranks by common names, or by the list', () => {
  const order = ['customer', 'seller', 'moderator', 'manager', 'admin'];
  expect(order.map((role) => rankOf(role, []))).toEqual([1, 2, 3, 4, 5]);
  expect(rankOf('shop-owner', [])).toBe(5);
  expect(rankOf('something', [])).toBe(1);
  expect(rankOf('boss', ['reader', 'writer', 'boss'])).toBe(3);
  expect(rankOf('admin', ['customer', 'seller'])).toBe(2);
});
