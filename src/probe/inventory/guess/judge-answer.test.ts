import { expect, test } from 'vitest';
import type { Answer } from '../../contract/send.ts';
import { itemsIn, keyOf } from './items-in.ts';
import { allowedBy, judgeGet } from './judge-answer.ts';
import { isHalfSpent } from './rate-limit.ts';

const answer = (status: number, text = '', headers: Record<string, string> = {}): Answer => ({
  ok: true,
  exchange: 'x1',
  status,
  headers,
  cookies: [],
  body: new TextEncoder().encode(text),
  text,
  json: undefined,
  cut: false,
  ms: 1,
});
const silent: Answer = { ok: false, exchange: 'x1', kind: 'timeout', said: '' };
const shell = answer(200, '<div id="root"></div>', { 'content-type': 'text/html' });

test.each<[string, Answer, Answer, ReturnType<typeof judgeGet>]>([
  ['a refusal where neighbours are missing', answer(401), answer(404), 'there'],
  ['the same refusal as a neighbour', answer(401), answer(401), 'unknown'],
  ['a missing page', answer(404), answer(404), 'missing'],
  ['a method that is not allowed', answer(405), answer(404), 'other-method'],
  ['the shell of a single page app', shell, shell, 'unknown'],
  ['data where a neighbour gives the shell', answer(200, '[]', { 'content-type': 'application/json' }), shell, 'there'],
  [
    'a redirect to the same login',
    answer(302, '', { location: '/login?next=/a' }),
    answer(302, '', { location: '/login?next=/b' }),
    'unknown',
  ],
  ['a broken server', answer(500), answer(404), 'unknown'],
  ['a limit', answer(429), answer(404), 'unknown'],
  ['data where neighbours break', answer(200, '[]'), answer(500), 'there'],
  ['a guard where neighbours break', answer(401), answer(500), 'there'],
  ['a redirect where neighbours break', answer(302), answer(500), 'unknown'],
  ['no answer', silent, answer(404), 'unknown'],
  ['no answer of the neighbour', answer(200), silent, 'unknown'],
])('%s', (_, given, control, verdict) => expect(judgeGet(given, control)).toBe(verdict));

test('Allow names methods', () => {
  expect(allowedBy(answer(200, '', { allow: 'GET,HEAD, POST, OPTIONS, BREW' }))).toEqual(['GET', 'POST']);
  expect(allowedBy(answer(405, '', { allow: 'PUT' }))).toEqual(['PUT']);
  expect(allowedBy(answer(404, '', { allow: 'PUT' }))).toBeUndefined();
  expect(allowedBy(answer(204))).toBeUndefined();
});

test.each<[Record<string, string>, boolean]>([
  [{ 'ratelimit-limit': '100', 'ratelimit-remaining': '49' }, true],
  [{ 'x-ratelimit-limit': '100', 'x-ratelimit-remaining': '80' }, false],
  [{ ratelimit: 'limit=60, remaining=2, reset=5' }, true],
  [{ 'ratelimit-policy': '"d";q=60;w=10', ratelimit: '"d";r=10;t=5' }, true],
  [{}, false],
  [{ 'x-ratelimit-limit': 'x', 'x-ratelimit-remaining': '' }, false],
])('%j is half spent: %s', (headers, spent) => expect(isHalfSpent(headers)).toBe(spent));

test('items and their keys', () => {
  expect(itemsIn({ total: 1, data: [{ id: 5 }] })).toEqual([{ id: 5 }]);
  expect(itemsIn({ data: { orders: [{ id: 5 }] } })).toEqual([{ id: 5 }]);
  expect(itemsIn('x')).toEqual([]);
  expect(keyOf({ name: 'x', orderId: 'o-1' })).toEqual({ name: 'orderId', value: 'o-1' });
  expect(keyOf({ id: '../x', slug: 'a' })).toEqual({ name: 'slug', value: 'a' });
});
