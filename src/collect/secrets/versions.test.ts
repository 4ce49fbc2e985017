import { expect, test } from 'vitest';
import { baseDetector } from './base-detector.ts';
import { expandSample } from './samples.ts';

const detector = baseDetector();
const PRIVATE = 'PRIVATE';
const keyLines = Array.from({ length: 24 }, (_, i) => expandSample('{base64:64}', `versions${i}`));
const part = (text: string): string => Buffer.from(text).toString('base64url');
const longToken = `${part('{"alg":"HS256"}')}.${part(JSON.stringify({ exp: 2_015_000_000, s: 's'.repeat(900) }))}.${expandSample('{base64url:43}', 'v')}`;
const stripe = expandSample('sk_live_51{alnum:97}', 'versions');
const secrets = [
  `const k = "${stripe}";\n`,
  `-----BEGIN RSA ${PRIVATE} KEY-----\n${keyLines.join('\n')}\n-----END RSA ${PRIVATE} KEY-----\n`,
  `data: ${Buffer.from(`${'x'.repeat(900)} STRIPE=${stripe} ${'y'.repeat(900)}`).toString('base64')}\n`,
  `hex: ${Buffer.from(`${'x'.repeat(400)} STRIPE=${stripe}`).toString('hex')}\n`,
  `token: ${longToken}\n`,
  `DATABASE_URL=postgres://admin:${expandSample('{alnum:20}', 'versions')}@db.prod-host.io:5432/app\n`,
  `headers: { Authorization: "Bearer ${expandSample('{alnum:900}', 'versions')}" }\n`,
  `TEMPORAL_API_KEY=${longToken}\n`,
];

/** Where the new text differs from the old one: all between what they begin and end with alike. */
const changes = (old: Buffer, now: Buffer): number[] => {
  let from = 0;
  while (from < old.length && from < now.length && old[from] === now[from]) from++;
  let same = 0;
  while (same < Math.min(old.length, now.length) - from && old.at(-1 - same) === now.at(-1 - same)) same++;
  return [from, now.length - same];
};

/** Whether a look at the changes may leave out what a scan finds. */
const misses = (old: Buffer, now: Buffer): boolean => {
  const { quiet } = detector.scan(Buffer.from(old));
  const { hits } = detector.scan(Buffer.from(now));
  return quiet !== null && hits.length > 0 && detector.staysQuiet(Buffer.from(now), quiet, changes(old, now)) !== null;
};

const filler = (lines: number): string =>
  Array.from({ length: lines }, (_, i) => `export const value${i} = compute(${i}); // step\n`).join('');

test.each(secrets)('a change anywhere in it that makes it a secret is seen: %#', (secret) => {
  const [before, after] = [filler(60), filler(60)];
  const whole = Buffer.from(before + secret + after);
  expect(detector.scan(Buffer.from(whole)).hits.length).toBeGreaterThan(0);
  let quiet = 0;
  for (let i = 0; i < 60; i++) {
    const at = Math.floor((secret.length * i) / 60);
    const to = Math.min(secret.length, at + 1 + (i % 9));
    for (const broken of [
      secret.slice(0, at),
      secret.slice(at),
      secret.slice(0, at) + secret.slice(to),
      `${secret.slice(0, at)}\n!\n${secret.slice(to)}`,
    ]) {
      const old = Buffer.from(before + broken + after);
      if (detector.scan(Buffer.from(old)).quiet !== null) quiet++;
      expect(misses(old, whole), `broken at ${at}`).toBe(false);
    }
  }
  expect(quiet).toBeGreaterThan(20);
});

test('at the start and at the end of a text too', () => {
  for (const secret of secrets) {
    for (const [before, after] of [
      ['', filler(50)],
      [filler(50), ''],
      ['', ''],
    ] as const) {
      for (const cut of [1, 4, 9, 30, secret.length >> 1, secret.length - 30, secret.length - 2]) {
        const whole = Buffer.from(before + secret + after);
        expect(misses(Buffer.from(before + secret.slice(0, cut) + after), whole)).toBe(false);
        expect(misses(Buffer.from(before + secret.slice(cut) + after), whole)).toBe(false);
      }
    }
  }
});
