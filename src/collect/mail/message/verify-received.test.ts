import { generateKeyPairSync } from 'node:crypto';
import { createTransport } from 'nodemailer';
import { afterEach, expect, test } from 'vitest';
import { DnsClient } from '../../../net/dns/client.ts';
import { openDnsServer, type DnsServerHandle, type ZoneName } from '../../../net/testing/dns-server.ts';
import { verifyReceived } from './verify-received.ts';

let server: DnsServerHandle | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const KEY = `v=DKIM1; p=${pair.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`;
const NOW = new Date('2026-11-26T00:00:00Z');

const mailOf = async (head: string, signedBy?: string): Promise<Buffer> => {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const { message } = await transport.sendMail({
    from: 'Shop <orders@shop.test>',
    to: 'anna@example.net',
    subject: 'Your order',
    text: 'Thanks.',
    ...(signedBy === undefined
      ? {}
      : {
          dkim: {
            domainName: signedBy,
            keySelector: 's1',
            privateKey: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
          },
        }),
  });
  return Buffer.concat([Buffer.from(head.replaceAll('\n', '\r\n')), message as Buffer]);
};

const HEAD = `Return-Path: <bounce@send.shop.test>
Received: by mx.example.net (inner [10.0.0.3]); Thu, 26 Nov 2026 00:00:00 +0000
Received: from out.mailer.test (out.mailer.test [192.0.2.25])
 by mx.example.net with ESMTPS id 1; Thu, 26 Nov 2026 00:00:00 +0000
Received: from laptop ([203.0.113.9]) by out.mailer.test; Thu, 26 Nov 2026 00:00:00 +0000
`;

const judged = async (texts: Readonly<Record<string, string | null>>, bytes: Buffer) => {
  const zones = new Map<string, ZoneName>(
    Object.entries(texts).map(([name, text]) => [
      name,
      text === null
        ? { records: [], silent: true }
        : { records: [{ type: 'TXT', data: text.match(/.{1,255}/g)?.map((part) => Buffer.from(part)) }] },
    ]),
  );
  server = await openDnsServer(zones);
  return verifyReceived({ bytes, client: new DnsClient({ servers: [server], timeout: 200, tries: 1 }), now: NOW });
};

const DMARC = { '_dmarc.shop.test': 'v=DMARC1; p=reject' };
const SPF = { 'send.shop.test': 'v=spf1 ip4:192.0.2.0/24 -all' };

test('SPF of a name below the author’s speaks for it, by the server that handed it over', async () => {
  const seen = await judged({ ...DMARC, ...SPF }, await mailOf(HEAD));
  expect(seen.spf).toEqual({
    result: 'pass',
    domain: 'send.shop.test',
    ip: '192.0.2.25',
    detail: 'ip4:192.0.2.0/24',
    aligned: true,
  });
  expect(seen.dmarc).toMatchObject({
    result: 'pass',
    policy: 'reject',
    from: 'shop.test',
    detail: 'SPF of send.shop.test speaks for it',
  });
});

test.each<[string, Readonly<Record<string, string | null>>, string | undefined, string, string]>([
  [
    'DKIM of the author',
    { ...DMARC, 's1._domainkey.shop.test': KEY },
    'shop.test',
    'pass',
    'DKIM of shop.test speaks for it',
  ],
  [
    'DKIM of the mailer alone',
    { ...DMARC, 's1._domainkey.mailer.test': KEY },
    'mailer.test',
    'fail',
    'neither SPF nor DKIM passes for the domain of its author',
  ],
  [
    'strict alignment',
    { '_dmarc.shop.test': 'v=DMARC1; p=reject; aspf=s', ...SPF },
    undefined,
    'fail',
    'neither SPF nor DKIM passes for the domain of its author',
  ],
  ['no record', SPF, undefined, 'none', 'no record'],
  ['nothing', DMARC, undefined, 'fail', 'neither SPF nor DKIM passes for the domain of its author'],
  [
    'a key that is not answered for',
    { ...DMARC, 's1._domainkey.shop.test': null },
    'shop.test',
    'unknown',
    'what would speak for it could not be checked',
  ],
  [
    'DMARC that is not answered for',
    { '_dmarc.shop.test': null, ...SPF },
    undefined,
    'unknown',
    'its DMARC records could not all be read',
  ],
])('%s', async (_, texts, signedBy, result, detail) => {
  expect((await judged(texts, await mailOf(HEAD, signedBy))).dmarc).toMatchObject({ result, detail });
});

test.each<[string, Readonly<Record<string, string | null>>, string, object]>([
  ['a name below that exists', { 'news.shop.test': 'x' }, 'news.shop.test', { result: 'fail', policy: 'quarantine' }],
  ['a name below that does not', {}, 'made-up.shop.test', { result: 'fail', policy: 'reject' }],
])('the policy for %s', async (_, texts, domain, expected) => {
  const bytes = (await mailOf(HEAD)).toString().replace('orders@shop.test', `orders@${domain}`);
  const zone = { '_dmarc.shop.test': 'v=DMARC1; p=none; sp=quarantine; np=reject', ...texts };
  expect((await judged(zone, Buffer.from(bytes))).dmarc).toMatchObject(expected);
});

test('a record without policy and without reports is none', async () => {
  const { dmarc } = await judged({ '_dmarc.shop.test': 'v=DMARC1; adkim=s', ...SPF }, await mailOf(HEAD));
  expect(dmarc).toMatchObject({ result: 'none', from: 'shop.test' });
});

test.each([
  ['nothing', ''],
  ['noise', '\u0000\u0001: \r\n\r\n'],
  ['a head without end', `From: ${Array.from({ length: 2_000 }, (_, at) => `a@b${at}.test`).join(', ')}`],
])('%s is no mail of anybody', async (_, text) => {
  expect(await judged(DMARC, Buffer.from(text))).toMatchObject({
    author: null,
    spf: { result: 'unknown' },
    dkim: [],
    dmarc: { result: 'fail' },
  });
});
