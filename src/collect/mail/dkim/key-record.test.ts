import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { isDkim, parseDkim } from './key-record.ts';

const rsa = (modulusLength: number, type: 'spki' | 'pkcs1' = 'spki'): string =>
  generateKeyPairSync('rsa', { modulusLength }).publicKey.export({ type, format: 'der' }).toString('base64');
const ed = generateKeyPairSync('ed25519')
  .publicKey.export({ type: 'spki', format: 'der' })
  .subarray(-32)
  .toString('base64');
const good = rsa(2048);

test.each<[string, string, object]>([
  ['RSA', `v=DKIM1; k=rsa; p=${good}`, { kind: 'key', algorithm: 'rsa', bits: 2048, testing: false, hashes: [] }],
  ['RSA of 1024 bits', `v=DKIM1; p=${rsa(1024)}`, { bits: 1024 }],
  ['RSA as PKCS #1', `p=${rsa(2048, 'pkcs1')}`, { kind: 'key', bits: 2048 }],
  ['Ed25519', `v=DKIM1; k=ed25519; p=${ed}`, { kind: 'key', algorithm: 'ed25519', bits: 256 }],
  ['spaces in the key', `v=DKIM1; p=${good.slice(0, 60)} ${good.slice(60)}`, { kind: 'key', bits: 2048 }],
  [
    'flags',
    `v=DKIM1; t=y:s; h=sha1; s=email; p=${good}`,
    { testing: true, strict: true, hashes: ['sha1'], services: ['email'] },
  ],
  ['revoked', 'v=DKIM1; p=', { kind: 'revoked' }],
  ['cut', `v=DKIM1; p=${good.slice(0, 200)}`, { kind: 'faulty' }],
  ['quotes inside', `v=DKIM1; p=${good.slice(0, 100)}" "${good.slice(100)}`, { kind: 'faulty' }],
  ['an escaped semicolon', `v=DKIM1\\; k=rsa\\; p=${good}`, { kind: 'faulty' }],
  ['no key', 'v=DKIM1; k=rsa', { kind: 'faulty', problem: 'it has no p=' }],
  ['twice', `v=DKIM1; p=${good}; p=${good}`, { kind: 'faulty' }],
  ['another version', `v=DKIM2; p=${good}`, { kind: 'faulty' }],
  ['an RSA key that says Ed25519', `v=DKIM1; k=ed25519; p=${good}`, { kind: 'faulty' }],
])('%s', (_, text, expected) => {
  expect(parseDkim(text)).toMatchObject(expected);
});

test.each([
  ['v=DKIM1; k=rsa', true],
  [`k=rsa; p=${good}`, true],
  ['v=spf1 -all', false],
  ['google-site-verification=abc', false],
])('%s wants to be a key: %s', (text, expected) => {
  expect(isDkim(text)).toBe(expected);
});
