import { describe, expect, test } from 'vitest';
import { asToken, findToken, payloadOf, valueAt } from './find-token.ts';

const TOKEN = 'abcdefghijklmnopqrst';

describe('the token of an answer', () => {
  test.each([
    ['at the top', { accessToken: TOKEN, refreshToken: 'zyxwvutsrqponmlkjihg' }],
    ['nested', { user: { email: 'a@b.example', token: TOKEN } }],
    ['below authentication', { authentication: { token: TOKEN, bid: 1 } }],
    ['with its scheme', { token: `Bearer ${TOKEN}` }],
    ['the better name wins', { token: 'zyxwvutsrqponmlkjihg', data: { session: { access_token: TOKEN } } }],
  ])('%s', (_what, json) => {
    expect(findToken(json)).toBe(TOKEN);
  });

  test.each([
    ['too short', { token: 'abc' }],
    ['a sentence', { token: 'this is not a token at all' }],
    ['a line break', { token: `${TOKEN}\r\nx-evil: 1` }],
    ['nothing', null],
    ['a refresh token alone', { refreshToken: TOKEN }],
  ])('none: %s', (_what, json) => {
    expect(findToken(json)).toBeUndefined();
  });

  test('a deep and a huge answer come to an end', () => {
    let deep: unknown = { token: TOKEN };
    for (let i = 0; i < 10_000; i++) deep = { deep };
    expect(findToken(deep)).toBeUndefined();
    expect(findToken(Array.from({ length: 100_000 }, (_, i) => ({ i })))).toBeUndefined();
    expect(asToken('a'.repeat(100_000))).toBeUndefined();
  });
});

test('a value at a path, dotted or as a JSON pointer', () => {
  const json = { data: { 'a/b': [TOKEN] } };
  expect(valueAt(json, '/data/a~1b/0')).toBe(TOKEN);
  expect(valueAt({ data: { token: TOKEN } }, 'data.token')).toBe(TOKEN);
  expect(valueAt(json, 'data.constructor.name')).toBeUndefined();
  expect(valueAt(null, 'data')).toBeUndefined();
});

test('the payload of a token', () => {
  const payload = Buffer.from('{"sub":"u-1"}').toString('base64url');
  expect(payloadOf(`eyJhbGciOiJub25lIn0.${payload}.`)).toEqual({ sub: 'u-1' });
  expect(payloadOf(TOKEN)).toBeNull();
  expect(payloadOf('eyJ.%%%.x')).toBeNull();
});
