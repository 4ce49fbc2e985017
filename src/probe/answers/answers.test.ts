import { describe, expect, test } from 'vitest';
import { inBatches } from './in-batches.ts';
import { rowsOf } from './routes.ts';
import { sharedCache } from './shared-cache.ts';

const said = (headers: Record<string, string>, cookies: string[] = []) => ({ status: 200, headers, cookies });
const URL_ = 'http://here/orders';

describe('a shared cache', () => {
  test.each([
    ['public, max-age=300', 'cookie', true],
    ['public, max-age=300', 'bearer', true],
    ['max-age=300', 'cookie', true],
    // RFC 9111 3.5: with authorization only what says so.
    ['max-age=300', 'bearer', false],
    ['s-maxage=60', 'bearer', true],
    ['Public, Max-Age=60', 'cookie', true],
    ['private, max-age=300', 'cookie', false],
    ['no-store', 'cookie', false],
    ['no-cache', 'cookie', false],
    ['public, max-age=0', 'cookie', false],
  ] as const)('keeps "%s" of a %s: %s', (control, carried, kept) => {
    expect(sharedCache(said({ 'cache-control': control }), carried, URL_).kept).toBe(kept);
  });

  test('says when Vary names the credential', () => {
    const headers = { 'cache-control': 'public, max-age=60', vary: 'Accept, Cookie' };
    expect(sharedCache(said(headers), 'cookie', URL_)).toMatchObject({ kept: true, keyed: true });
    expect(sharedCache(said({ ...headers, vary: '*' }), 'cookie', URL_).kept).toBe(false);
  });

  test('guesses nothing where nothing is said, unless a CDN stands in front', () => {
    const plain = { 'last-modified': 'Mon, 01 Jan 2024 00:00:00 GMT' };
    expect(sharedCache(said(plain), 'cookie', URL_)).toMatchObject({ kept: false, unsaid: false });
    expect(sharedCache(said({ ...plain, 'cf-cache-status': 'MISS' }), 'cookie', URL_)).toMatchObject({ unsaid: true });
    expect(sharedCache(said({ 'cf-cache-status': 'MISS' }), 'bearer', URL_).unsaid).toBe(false);
  });

  test('goes by what the answer tells a CDN alone', () => {
    const headers = { 'cache-control': 'no-store', 'cdn-cache-control': 'max-age=60' };
    expect(sharedCache(said(headers), 'cookie', URL_)).toMatchObject({ kept: true, seconds: 60 });
  });

  test('takes a cookie for a reason not to keep, unless it is called public', () => {
    const cookie = ['sid=abc'];
    expect(sharedCache(said({ 'cache-control': 'max-age=60' }, cookie), 'cookie', URL_).kept).toBe(false);
    expect(sharedCache(said({ 'cache-control': 'public, max-age=60' }, cookie), 'cookie', URL_).kept).toBe(true);
  });
});

test('the rows of a list are its longest list of objects', () => {
  expect(rowsOf([{ a: 1 }])).toHaveLength(1);
  expect(rowsOf({ tags: ['a', 'b', 'c'], data: { items: [{ a: 1 }, { a: 2 }], more: [{ a: 1 }] } })).toHaveLength(2);
  expect(rowsOf({ a: { b: { c: { d: [{ a: 1 }] } } } })).toHaveLength(0);
  expect(rowsOf('text')).toHaveLength(0);
});

test('batches keep the order and end when it is enough', async () => {
  const asked: number[] = [];
  const work = async (item: number): Promise<number> => {
    asked.push(item);
    return item * 2;
  };
  expect(await inBatches([1, 2, 3, 4, 5], 2, work, (result) => result === 6)).toEqual([2, 4, 6, 8]);
  expect(asked).toEqual([1, 2, 3, 4]);
});
