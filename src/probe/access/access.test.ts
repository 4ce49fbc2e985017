import { describe, expect, test } from 'vitest';
import { operation } from '../accounts/test-context.ts';
import { judgeAttempt } from './attempt.ts';
import { harmlessChange, otherValue } from './bodies.ts';
import { idsIn, partOf, sameJson, settled } from './json.ts';
import { addressOf, deedOf, isHidden, isPage, missingLike, namesIn, nounOf, tailOf } from './operations.ts';
import { withoutTwins } from './twins.ts';
import { changeIn, stateOf, type Look } from './readback.ts';
import { settleSubjects } from './report.ts';
import { answered, unanswered } from './test-app.ts';
import { reachedOther } from './parent-trials.ts';
import { isOwnLine, kindOfWrite } from './writes.ts';

const HERE = 'http://a.test';
const of = (text: string, more = {}) => operation(HERE, text, [], more);

describe('operations', () => {
  test('what they are about', () => {
    expect(nounOf('/api/orders/{orderId}/messages')).toBe('order');
    expect(tailOf('/api/orders/{orderId}/messages')).toBe('messages');
    expect(nounOf('/api/seller/payout-accounts')).toBe('payout account');
    expect(namesIn('/api/v1/admin/users/{id}')).toEqual(['admin', 'users']);
  });
  test('an address never leaves its origin', () => {
    expect(addressOf(of('GET /a/{id}'), { id: '../../x?y#z' })).toBe('http://a.test/a/..%2F..%2Fx%3Fy%23z');
    expect(addressOf({ origin: HERE, path: '//evil.test/{id}' }, { id: '1' })).toBeUndefined();
    expect(addressOf(of('GET /a/{id}'), {})).toBeUndefined();
  });
  test('ids that mean nothing keep the shape', () => {
    expect(missingLike('17')).toMatch(/^\d+$/);
    expect(missingLike('7d86a93d-c745-4a24-bd02-934ef1f845fb')).toMatch(/^0{8}-0{4}-4/);
  });
  test('a page and the API that do the same are one', () => {
    const form = of('POST /orders/{orderId}/cancel', { sources: ['form'] });
    const api = of('POST /api/orders/{orderId}/cancel');
    const alone = of('POST /wishes', { sources: ['form'] });
    expect(isPage(form)).toBe(true);
    expect(deedOf(form)).toBe(deedOf(api));
    expect(deedOf(of('POST /things/{id}/delete'))).toBe(deedOf(of('DELETE /api/things/{id}')));
    expect(deedOf(of('POST /account/sessions/{id}/end'))).toBe(deedOf(of('DELETE /api/auth/sessions/{sessionId}')));
    expect(deedOf(of('POST /auctions/{id}/end'))).not.toBe(deedOf(of('DELETE /api/auctions/{id}')));
    expect(withoutTwins([form, api, alone])).toEqual([api, alone]);
  });
  test('the same program behind a second name is asked once, unless it is described there', () => {
    const one = of('GET /api/things');
    const other = {
      ...of('GET /api/things', { sources: ['bundle'] }),
      id: 'http://b.test GET /api/things',
      origin: 'http://b.test',
    };
    expect(withoutTwins([one, other])).toEqual([one]);
    expect(withoutTwins([one, { ...other, sources: ['openapi'] as const }])).toHaveLength(2);
  });
  test('hidden is what only a guess knows and is meant for builders', () => {
    expect(isHidden(of('GET /debug/outbox', { sources: ['guess'] }))).toBe(true);
    expect(isHidden(of('GET /api/orders', { sources: ['guess'] }))).toBe(false);
    expect(isHidden(of('GET /debug/outbox'))).toBe(false);
  });
  test('kinds of writes', () => {
    expect(kindOfWrite(of('POST /orders/{id}/messages'))).toBe('child');
    expect(kindOfWrite(of('POST /reports/{id}/dismiss'))).toBe('action');
    expect(kindOfWrite(of('PUT /orders/{id}'))).toBe('update');
    expect(kindOfWrite(of('POST /api-keys/{id}/revoke'))).toBe('delete');
    expect(kindOfWrite(of('POST /auctions/{id}/end'))).toBe('action');
    expect(kindOfWrite(of('POST /orders'))).toBeUndefined();
    expect(isOwnLine(of('DELETE /api/cart/items/{listingId}'))).toBe(true);
    expect(isOwnLine(of('DELETE /api/carts/{cartId}'))).toBe(false);
  });
});

describe('json', () => {
  test('the object itself rather than what refers to it', () => {
    expect(partOf({ messages: [{ id: 'm1', orderId: 'o1' }], order: { id: 'o1', a: 1 } }, 'o1')).toEqual({
      id: 'o1',
      a: 1,
    });
    expect(partOf({ list: [{ orderId: 'o1', b: 2 }] }, 'o1')).toEqual({ orderId: 'o1', b: 2 });
    expect(partOf('x', 'o1')).toBeUndefined();
  });
  test('what changes by itself is no change', () => {
    expect(sameJson({ a: 1, updatedAt: '1', url: '/p?sig=1' }, { updatedAt: '2', a: 1, url: '/p?sig=2' })).toBe(true);
    expect(settled({ photo: '/p/1?sig=abc' })).toEqual({ photo: '/p/1' });
  });
  test('deep and wide values are cut', () => {
    let deep: unknown = 1;
    for (let i = 0; i < 10_000; i++) deep = [deep];
    expect(settled(deep)).toBeDefined();
    expect(idsIn({ a: { b: [{ id: 1 }, { id: 'x' }, 3, null] } })).toEqual(['1', 'x']);
  });
});

const look = (part: unknown, state: Look['state'] = 'there'): Look => ({
  url: `${HERE}/a`,
  as: null,
  answer: answered(200, part),
  state,
  part,
});

describe('reading back', () => {
  test('the item’s own address shows all of it, a list the row', () => {
    expect(stateOf(answered(200, { id: 'o1', photos: [] }), `${HERE}/orders/o1`, 'o1')).toEqual({
      state: 'there',
      part: { id: 'o1', photos: [] },
    });
    expect(stateOf(answered(200, [{ id: 'o1', a: 1 }, { id: 'o2' }]), `${HERE}/orders`, 'o1')).toEqual({
      state: 'there',
      part: { id: 'o1', a: 1 },
    });
    expect(stateOf(answered(404), `${HERE}/orders/o1`, 'o1')).toEqual({ state: 'gone' });
    expect(stateOf(answered(429), `${HERE}/orders/o1`, 'o1')).toEqual({ state: 'silent' });
    expect(stateOf(unanswered(), `${HERE}/orders/o1`, 'o1')).toEqual({ state: 'silent' });
  });
  test('changed, gone, and nothing to be said', () => {
    expect(changeIn([look({ a: 1 })], [look({ a: 2 })])?.kind).toBe('changed');
    expect(changeIn([look({ a: 1 })], [look(undefined, 'gone')])?.kind).toBe('gone');
    expect(changeIn([look({ a: 1 })], [look(undefined, 'silent')])).toBeUndefined();
    expect(changeIn([look({ a: 1 })], [look({ a: 1 })])).toBeUndefined();
  });
});

describe('a write is judged by its effect', () => {
  const same = { before: [look({ a: 1 })], after: [look({ a: 1 })] };
  const changed = changeIn([look({ a: 1 })], [look({ a: 2 })]);
  test.each([
    ['a 204 that changed nothing', answered(204), same, undefined, 'refuted'],
    ['an echo of the caller', answered(200, { a: 2 }), same, undefined, 'refuted'],
    ['a 404 that changed it', answered(404), same, changed, 'confirmed'],
    ['a good answer whose effect nobody can see', answered(200), { before: [] }, undefined, 'inconclusive'],
    [
      'a step whose effect may be another thing',
      answered(200),
      { ...same, elsewhere: true },
      undefined,
      'inconclusive',
    ],
    ['such a step, refused', answered(404), { ...same, elsewhere: true }, undefined, 'refuted'],
    ['too many requests', answered(429), same, undefined, 'inconclusive'],
    ['a server error', answered(500), same, undefined, 'inconclusive'],
    ['a guard', answered(403), same, undefined, 'refuted'],
    ['the login page', answered(302, '', { headers: { location: '/login' } }), same, undefined, 'refuted'],
    ['no answer', unanswered(), same, undefined, 'inconclusive'],
    ['held by the gate', unanswered('refused'), same, undefined, 'not-tested'],
  ])('%s', (_, answer, looks, change, verdict) => {
    expect(judgeAttempt({ answer, ...looks, ...(change === undefined ? {} : { change }) })).toBe(verdict);
  });
});

test('a named parent is believed only when the other’s own answer comes', () => {
  const [mine, theirs] = [answered(200, { amount: 0, currency: 'eur' }), answered(200, { amount: 7, currency: 'eur' })];
  expect(reachedOther(theirs, mine, theirs, 0)).toBe(true);
  expect(reachedOther(mine, mine, theirs, 0)).toBe(false);
  expect(reachedOther(mine, mine, mine, 0)).toBe(false);
  expect(reachedOther(answered(403), mine, theirs, 3)).toBe(false);
  expect(reachedOther(answered(200, { other: 1, note: 'a canary' }), mine, theirs, 1)).toBe(true);
});

test('changes that harm nothing', () => {
  expect(harmlessChange({ email: { type: 'string' }, note: { type: 'string' } }, {})?.name).toBe('note');
  expect(harmlessChange({ email: { type: 'string' }, password: { type: 'string' } }, {})).toBeUndefined();
  expect(otherValue({ type: 'boolean' }, true)).toBe(false);
  expect(otherValue({ enum: ['a', 'b'] }, 'a')).toBe('b');
  expect(otherValue({ type: 'integer', maximum: 5 }, 5)).toBe(4);
});

test('one word for each subject: what was shown, else the weightiest', () => {
  const said = (verdict: 'confirmed' | 'refuted' | 'inconclusive' | 'likely') => ({
    subject: 's',
    verdict,
    said: '',
    exchanges: [],
  });
  expect(settleSubjects([said('refuted'), said('inconclusive')]).map(({ verdict }) => verdict)).toEqual([
    'inconclusive',
  ]);
  expect(settleSubjects([said('likely'), said('refuted'), said('confirmed')]).map(({ verdict }) => verdict)).toEqual([
    'confirmed',
  ]);
});
