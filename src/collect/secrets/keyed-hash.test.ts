import { createHash, createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { KeyedHash } from './keyed-hash.ts';
import { expandSample } from './samples.ts';

const long = expandSample('sk_live_{alnum:24}');

describe('the name of a secret', () => {
  test('is the same for the same project, rule and value on every machine', () => {
    expect(new KeyedHash('root').id('rule', long)).toMatch(/^[0-9a-f]{16}$/);
    expect(new KeyedHash('root').id('rule', long)).toBe(new KeyedHash('root').id('rule', long));
    expect(new KeyedHash('root').id('rule', 'short1')).toBe(new KeyedHash('root').id('rule', 'short1'));
  });

  test('is another in another project, under another rule and for another value', () => {
    const hash = new KeyedHash('root');
    const ids = [
      hash.id('rule', long),
      hash.id('other', long),
      hash.id('rule', `${long}x`),
      new KeyedHash('b').id('rule', long),
    ];
    expect(new Set(ids).size).toBe(4);
  });

  test('of a short value is stretched: a plain keyed hash of a guess does not give it', () => {
    const key = createHash('sha256').update('launch-ready/secret-id/1\nroot').digest();
    const plain = (value: string): string =>
      createHmac('sha256', key).update('rule\n').update(value).digest('hex').slice(0, 16);
    const hash = new KeyedHash('root');
    expect(hash.id('rule', long)).toBe(plain(long));
    expect(hash.id('rule', 'hunter2')).not.toBe(plain('hunter2'));
  });

  test('costs a bounded time, however many short values there are', () => {
    const hash = new KeyedHash('root', 20);
    for (let i = 0; i < 20; i++) expect(hash.id('rule', `pw${i}`)).toBe(new KeyedHash('root').id('rule', `pw${i}`));
    const begun = performance.now();
    for (let i = 20; i < 2000; i++) hash.id('rule', `pw${i}`);
    expect(performance.now() - begun).toBeLessThan(30_000);
    expect(hash.id('rule', 'pw1999')).toBe(hash.id('rule', 'pw1999'));
  });
});
