import { sign, X509Certificate } from 'node:crypto';
import { expect, test } from 'vitest';
import { makeOwnKey } from './certificate.ts';
import { isOnThisMachine, openHost } from './own-host.ts';

test('a certificate that others can read, signed by its own key', () => {
  const { pem, certificate, privateKey, jwk } = makeOwnKey();
  const read = new X509Certificate(pem);
  expect(read.raw).toEqual(Buffer.from(certificate));
  expect(read.subject).toBe('CN=launch-ready.invalid');
  expect([read.verify(read.publicKey), read.checkPrivateKey(privateKey)]).toEqual([true, true]);
  expect(read.publicKey.export({ format: 'jwk' })).toEqual(jwk);
  expect(Date.parse(read.validTo) - Date.parse(read.validFrom)).toBe(2 * 24 * 3_600_000);
  expect(sign('sha256', Buffer.from('x'), privateKey)).toHaveLength(256);
});

test('serves what it was given and nothing else, and says what it was asked for', async () => {
  const host = await openHost({ '/keys.json': '{"keys":[]}' });
  if (host === null) throw new Error('no port');
  try {
    expect(await (await fetch(host.url('/keys.json'))).json()).toEqual({ keys: [] });
    expect((await fetch(host.url('/other'))).status).toBe(404);
    expect(host.asked).toEqual(['/keys.json', '/other']);
  } finally {
    await host.close();
  }
  await expect(fetch(host.url('/keys.json'))).rejects.toThrow('fetch failed');
});

test.each([
  ['http://localhost:3000', true],
  ['http://admin.localhost', true],
  ['http://127.0.0.1:1', true],
  ['http://[::1]:80', true],
  ['https://localhost.example.com', false],
  ['http://10.0.0.1', false],
  ['nonsense', false],
])('on this machine: %s %s', (origin, expected) => {
  expect(isOnThisMachine(origin)).toBe(expected);
});
