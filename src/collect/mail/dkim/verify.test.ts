import { generateKeyPairSync, sign, createHash, type KeyObject } from 'node:crypto';
import { createTransport } from 'nodemailer';
import { describe, expect, test } from 'vitest';
import { authorDomain, parseMail } from '../message/message.ts';
import { canonicalBody, canonicalField } from './canonical.ts';
import { verifyDkim, type AskKey } from './verify.ts';

const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const record = (key: KeyObject): string =>
  `v=DKIM1; p=${key.export({ type: 'spki', format: 'der' }).toString('base64')}`;
const NOW = Date.UTC(2026, 10, 26) / 1000;

/** Signed by nodemailer: what it makes, half of the world sends. */
const signedMail = async (text = 'Hello  there \n\n\n', skipFields?: string): Promise<Buffer> => {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const { message } = await transport.sendMail({
    from: '"a@elsewhere.example" <orders@shop.test>',
    to: 'anna@example.net',
    subject: 'Your  order — 5 €, with a subject that is long enough to be folded into a second line at least',
    text,
    dkim: {
      domainName: 'shop.test',
      keySelector: 's1',
      privateKey: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      ...(skipFields === undefined ? {} : { skipFields }),
    },
  });
  return message as Buffer;
};

const keys: AskKey = (name) => Promise.resolve(name === 's1._domainkey.shop.test' ? [record(pair.publicKey)] : []);
const verdictOf = async (bytes: Buffer, ask: AskKey = keys): Promise<string> => {
  const all = await verifyDkim(parseMail(bytes), ask, NOW);
  return all.map(({ result, problem = '' }) => `${result} ${problem}`.trim()).join('; ');
};
const changed = (bytes: Buffer, from: string | RegExp, to: string): Buffer =>
  Buffer.from(bytes.toString('latin1').replace(from, to), 'latin1');

test('what nodemailer signs passes', async () => {
  expect(await verdictOf(await signedMail())).toBe('pass');
});

test('a file with line feeds alone is the same mail', async () => {
  expect(await verdictOf(changed(await signedMail(), /\r\n/g, '\n'))).toBe('pass');
});

test.each<[string, (bytes: Buffer) => Buffer, string]>([
  ['the body', (bytes) => changed(bytes, 'Hello', 'Hullo'), 'fail the body was changed after it was signed'],
  ['the subject', (bytes) => changed(bytes, /Subject: ./, 'Subject: X'), 'fail the signature does not fit head or key'],
  ['a second From on top', (bytes) => Buffer.concat([Buffer.from('From: x@evil.example\r\n'), bytes]), 'pass'],
  [
    'the algorithm',
    (bytes) => changed(bytes, 'a=rsa-sha256', 'a=rsa-sha1'),
    'permerror SHA-1 is not believed any more (RFC 8301)',
  ],
  ['an end in the past', (bytes) => changed(bytes, 'v=1;', 'v=1; x=1000;'), 'fail the signature has expired'],
  ['no From signed', (bytes) => changed(bytes, /h=from:/, 'h='), 'permerror From is not signed'],
])('changed: %s', async (_, change, expected) => {
  expect(await verdictOf(change(await signedMail()))).toBe(expected);
});

test.each<[string, AskKey, string]>([
  ['no key', () => Promise.resolve([]), 'permerror there is no key at its selector'],
  ['no answer', () => Promise.resolve(null), 'temperror its key could not be looked up'],
  ['revoked', () => Promise.resolve(['v=DKIM1; p=']), 'permerror its key is revoked'],
  [
    'another key',
    () => Promise.resolve([record(generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey)]),
    'fail the signature does not fit head or key',
  ],
  [
    'a small key',
    () => Promise.resolve([record(generateKeyPairSync('rsa', { modulusLength: 512 }).publicKey)]),
    'policy a key of 512 bits is not believed (RFC 8301)',
  ],
  [
    'a key for SHA-1',
    () => Promise.resolve([`${record(pair.publicKey)}; h=sha1`]),
    'permerror the key is for another hash',
  ],
])('its key: %s', async (_, ask, expected) => {
  expect(await verdictOf(await signedMail(), ask)).toBe(expected);
});

test('Ed25519 signs the hash of the head: RFC 8463', async () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const body = Buffer.from('Hi.\r\n');
  const bh = createHash('sha256').update(canonicalBody(body, 'relaxed')).digest('base64');
  const head = 'From: Shop <a@shop.test>';
  const empty = `DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed; d=shop.test; s=ed; h=From; bh=${bh};\r\n b=`;
  const data = createHash('sha256')
    .update(`${canonicalField(head, 'relaxed')}\r\n${canonicalField(empty, 'relaxed')}`)
    .digest();
  const mail = Buffer.from(
    `${empty}${sign(null, data, privateKey).toString('base64')}\r\n${head}\r\n\r\n${body.toString()}`,
  );
  const raw = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('base64');
  expect(await verdictOf(mail, () => Promise.resolve([`v=DKIM1; k=ed25519; p=${raw}`]))).toBe('pass');
});

describe('canonical forms', () => {
  // The example of RFC 6376 3.4.5.
  test('RFC 6376 3.4.5', () => {
    expect(['A: X', 'B : Y\t\r\n\tZ  '].map((raw) => canonicalField(raw, 'relaxed'))).toEqual(['a:X', 'b:Y Z']);
    expect(canonicalBody(Buffer.from(' C \r\nD \t E\r\n\r\n\r\n'), 'relaxed').toString()).toBe(' C\r\nD E\r\n');
    expect(canonicalBody(Buffer.from(' C \r\nD \t E\r\n\r\n\r\n'), 'simple').toString()).toBe(' C \r\nD \t E\r\n');
  });
  test('a body of empty lines is an empty one', () => {
    expect(canonicalBody(Buffer.from('\r\n\r\n'), 'simple').toString()).toBe('\r\n');
    expect(canonicalBody(Buffer.from('\r\n'), 'relaxed').toString()).toBe('');
  });
  test('an empty body', () => {
    expect(canonicalBody(Buffer.alloc(0), 'simple').toString()).toBe('\r\n');
    expect(canonicalBody(Buffer.alloc(0), 'relaxed').toString()).toBe('');
  });
});

test.each([
  ['From: "x@evil.example" <a@shop.test>', 'shop.test'],
  ['From: a@Shop.test (b@evil.example)', 'shop.test'],
  ['From: a@shop.test, b@evil.example', undefined],
  ['From: a@shop.test\r\nFrom: b@evil.example', undefined],
  ['To: a@shop.test', undefined],
])('%s has the author %s', (head, expected) => {
  expect(authorDomain(parseMail(Buffer.from(`${head}\r\n\r\n`)))).toBe(expected);
});
