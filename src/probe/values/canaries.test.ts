import { Buffer } from 'node:buffer';
import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Actor } from '../contract/actor.ts';
import { createCanaryBook } from './canaries.ts';
import { germanIban } from './iban.ts';

const anna: Actor = { name: 'anna', role: 'customer', tenant: 'a', rank: 0, ids: new Set(), carries: 'bearer' };

test('a canary is found again, whatever its text went through', () => {
  const book = createCanaryBook();
  const value = book.plant(anna, 'order.shippingAddress');
  expect(value).toMatch(/^lr[a-z]{14}$/);
  const address = `12 ${value} Street`;
  const seen = (text: string): number => book.seenIn(text).length;
  expect(book.seenIn(JSON.stringify({ address }))).toEqual([
    { value, owner: 'anna', place: 'order.shippingAddress', public: false },
  ]);
  expect(seen(address.toUpperCase())).toBe(1);
  expect(seen(Array.from(address, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''))).toBe(1);
  expect(seen(Array.from(address, (c) => `&#${c.charCodeAt(0)};`).join(''))).toBe(1);
  expect(seen(Array.from(address, (c) => `&#x${c.charCodeAt(0).toString(16)};`).join(''))).toBe(1);
  expect(seen(Array.from(address, (c) => `%${c.charCodeAt(0).toString(16)}`).join(''))).toBe(1);
  expect(
    seen(
      encodeURIComponent(encodeURIComponent(Array.from(address, (c) => `%${c.charCodeAt(0).toString(16)}`).join(''))),
    ),
  ).toBe(1);
  for (const pad of ['', 'a', 'ab']) {
    const packed = Buffer.from(`${pad}{"address":"${address}"}`);
    expect(seen(`data:x;base64,${packed.toString('base64')}`)).toBe(1);
    expect(seen(`eyJhbGciOiJIUzI1NiJ9.${packed.toString('base64url')}.c2ln`)).toBe(1);
    expect(seen(`/files/${packed.toString('base64url')}/download`)).toBe(1);
  }
  expect(seen(Buffer.from(Buffer.from(address).toString('base64')).toString('base64'))).toBe(1);
  expect(seen(`lrlr${value}`)).toBe(1);
  expect(seen('lr and nothing else')).toBe(0);
});

test('phones and account numbers are found as people group them', () => {
  const book = createCanaryBook();
  const phone = book.plant(anna, 'order.phone', { kind: 'phone' });
  const iban = book.plant(anna, 'payout.iban', { kind: 'iban' });
  expect(phone).toMatch(/^\+4930\d{8}$/);
  const [, a = '', b = ''] = /^\+49(30)(\d{8})$/.exec(phone) ?? [];
  expect(book.seenIn(`call (0${a}) ${b.slice(0, 4)}-${b.slice(4)}!`).map(({ place }) => place)).toEqual([
    'order.phone',
  ]);
  expect(book.seenIn(iban.replaceAll(/(.{4})/g, '$1 ')).map(({ place }) => place)).toEqual(['payout.iban']);
  expect(germanIban('370400440532013000')).toBe('DE89370400440532013000');
});

test('bounds are kept, and what has no room is no canary', () => {
  const book = createCanaryBook();
  expect(book.plant(anna, 'x', { maxLength: 14 })).toHaveLength(14);
  expect(book.plant(anna, 'x', { maxLength: 13 })).toBe('');
  expect(book.plant(anna, 'x', { kind: 'email', maxLength: 20 })).toBe('');
  expect(book.plant(anna, 'x', { kind: 'email' })).toMatch(/^lr[a-z]{14}@launch-ready\.example$/);
  expect(book.plant(anna, 'x', { kind: 'phone', maxLength: 11 })).toHaveLength(11);
});

test('a public one shows up and proves nothing; parties are written down; adopted values count', () => {
  const book = createCanaryBook();
  const title = book.plant(anna, 'listing.title', { public: true });
  const note = book.plant(anna, 'order.note');
  expect(book.seenIn(`${title} ${note}`).map(({ place }) => place)).toEqual(['order.note']);
  book.share(`{"note":"${note}"}`, ['mira', 'anna']);
  expect(book.seenIn(note)[0]?.parties).toEqual(['mira']);
  expect(book.adopt('anna', 'account.phone', '+49 30 1234567')).toBe(true);
  expect(book.adopt('anna', 'account.city', 'Berlin')).toBe(false);
  expect(book.adopt('anna', 'account.address', 'Anna Example, Secret Street 1')).toBe(true);
  expect(book.seenIn('at anna example, secret street 1, call 0049301234567')).toHaveLength(2);
});

test('a mebibyte of anything is looked through quickly', () => {
  const book = createCanaryBook();
  for (let i = 0; i < 200; i++) book.plant(anna, `x.${i}`, i % 4 === 0 ? { kind: 'phone' } : {});
  const last = book.plant(anna, 'last');
  for (const flood of [
    randomBytes(786_000).toString('base64'),
    'lr'.repeat(524_288),
    '1'.repeat(1_048_576),
    '1 '.repeat(524_288),
    '&#'.repeat(524_288),
    '%25'.repeat(349_525),
    '\\u'.repeat(524_288),
    'a'.repeat(1_048_576),
  ]) {
    const begun = performance.now();
    expect(book.seenIn(`${flood} ${last}`).map(({ place }) => place)).toContain('last');
    expect(performance.now() - begun).toBeLessThan(30_000);
  }
});
