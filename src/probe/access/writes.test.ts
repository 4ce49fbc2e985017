import { expect, test } from 'vitest';
import type { Operation } from '../contract/operation.ts';
import { isRestless } from './attempt.ts';
import type { Look } from './readback.ts';
import { isSocial } from './writes.ts';

test.each([
  ['/articles/{slug}/favorite', true],
  ['/posts/{id}/likes', true],
  ['/posts/{id}/likes/{likeId}', false],
  ['/users/{id}/unfollow', true],
  ['/listings/{id}/report', true],
  ['/items/{id}/upvote', true],
  ['/favorites', false],
  ['/orders/{id}/cancel', false],
  ['/reports/{id}', false],
  ['/subscriptions/{id}', false],
  ['/orders/{id}/refund', false],
])('%s is what people do with each other’s things: %s', (path, is) => {
  expect(isSocial({ path } as Operation)).toBe(is);
});

const look = (part: unknown): Look => ({
  url: '',
  as: null,
  answer: { ok: false, exchange: '', kind: 'timeout', said: '' },
  state: 'there',
  part,
});

test.each([
  ['a counter that goes on', { n: 1 }, { n: 2 }, { n: 3 }, true],
  ['a change that stays', { note: 'a' }, { note: 'b' }, { note: 'b' }, false],
  ['a change beside a counter', { note: 'a', n: 1 }, { note: 'b', n: 2 }, { note: 'b', n: 3 }, false],
])('%s', (_, a, b, c, restless) =>
  expect(isRestless({ before: look(a), after: look(b), kind: 'changed' }, look(c))).toBe(restless),
);
