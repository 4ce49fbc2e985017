import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { fingerprint } from './fingerprint.ts';

test('is the first 16 hex digits of the SHA-256 of check id and key', () => {
  const whole = createHash('sha256').update('secrets/a\nkey').digest('hex');
  expect(fingerprint('secrets/a', 'key')).toBe(whole.slice(0, 16));
});

test('tells checks and keys apart', () => {
  const all = [fingerprint('a/b', 'c'), fingerprint('a/bc', ''), fingerprint('a/b', 'd'), fingerprint('a/c', 'c')];
  expect(new Set(all).size).toBe(4);
});
