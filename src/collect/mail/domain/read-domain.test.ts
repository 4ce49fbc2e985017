import { generateKeyPairSync } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import type { MailDomain } from '../../../model/evidence/mail.ts';
import { DnsClient } from '../../../net/dns/client.ts';
import {
  openDnsServer,
  type DnsServerHandle,
  type ZoneName,
  type ZoneRecord,
} from '../../../net/testing/dns-server.ts';
import { readMailDomain } from './read-domain.ts';

let server: DnsServerHandle | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const KEY = `v=DKIM1; p=${generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`;
const txt = (text: string): ZoneRecord => ({
  type: 'TXT',
  data: text.match(/.{1,255}/g)?.map((part) => Buffer.from(part)),
});
const mx = (preference: number, exchange: string): ZoneRecord => ({ type: 'MX', data: { preference, exchange } });
const POLICY = 'version: STSv1\nmode: enforce\nmx: *.google.com\nmax_age: 604800\n';

/** A shop that sends by Resend and reads its mail at Google, all in order. */
const GOOD: Readonly<Record<string, readonly ZoneRecord[]>> = {
  'shop.example': [txt('v=spf1 include:_spf.google.com -all'), mx(1, 'smtp.google.com')],
  '_spf.google.com': [txt('v=spf1 ip4:192.0.2.0/24 ~all')],
  'smtp.google.com': [{ type: 'A', data: '192.0.2.1' }],
  '_dmarc.shop.example': [txt('v=DMARC1; p=reject; rua=mailto:d@reports.example')],
  'shop.example._report._dmarc.reports.example': [txt('v=DMARC1')],
  'resend._domainkey.shop.example': [txt(KEY)],
  'google._domainkey.shop.example': [txt(KEY)],
  '_mta-sts.shop.example': [txt('v=STSv1; id=1')],
  '_smtp._tls.shop.example': [txt('v=TLSRPTv1; rua=mailto:t@shop.example')],
};

const read = async (
  change: Readonly<Record<string, readonly ZoneRecord[] | 'silent' | undefined>> = {},
  policy = POLICY,
): Promise<MailDomain> => {
  const zones = new Map<string, ZoneName>();
  for (const [name, records] of Object.entries({ ...GOOD, ...change }))
    if (records !== undefined)
      zones.set(name.toLowerCase(), records === 'silent' ? { records: [], silent: true } : { records });
  server = await openDnsServer(zones);
  return readMailDomain({
    domain: 'shop.example',
    client: new DnsClient({ servers: [server], timeout: 200, tries: 1 }),
    made: () => 'lr-nobody',
    senders: [{ provider: 'resend', seenIn: 'package resend', certain: true }],
    selectors: [],
    fetchPolicy: () => Promise.resolve({ ok: true, text: policy }),
  });
};

test('a domain in order', async () => {
  const seen = await read();
  expect(seen.senders).toMatchObject([
    { provider: 'resend', ofDomain: true, seenIn: ['package resend'], aligned: { spf: 'no', dkim: 'yes' } },
    {
      provider: 'google',
      ofDomain: true,
      seenIn: ['SPF include:_spf.google.com', 'MX smtp.google.com'],
      aligned: { spf: 'yes', dkim: 'yes' },
    },
  ]);
  expect(seen.spf.state).toBe('read');
  expect(seen.dmarc).toMatchObject({
    organizational: 'shop.example',
    misplaced: false,
    applied: { policy: 'reject', rua: [{ domain: 'reports.example', accepted: 'yes' }] },
  });
  expect(seen.dkim.map(({ selector, state, bits, wildcard }) => `${selector} ${state} ${bits} ${wildcard}`)).toEqual([
    'resend key 2048 false',
    'google key 2048 false',
  ]);
  expect(seen.mx).toEqual({ state: 'hosts', hosts: [{ name: 'smtp.google.com', preference: 1, state: 'good' }] });
  expect(seen.mtaSts).toMatchObject({ state: 'good', mode: 'enforce', mx: ['*.google.com'] });
  expect([seen.tlsReporting.state, seen.bimi.state]).toEqual(['good', 'none']);
});

test.each<[string, Readonly<Record<string, readonly ZoneRecord[] | 'silent' | undefined>>, object]>([
  [
    'a key that is not there',
    { 'resend._domainkey.shop.example': undefined },
    { dkim: [{ state: 'none' }, { state: 'key' }] },
  ],
  ['a revoked key', { 'resend._domainkey.shop.example': [txt('v=DKIM1; p=')] }, { dkim: [{ state: 'revoked' }, {}] }],
  [
    'a name server that says nothing of a key',
    { 'resend._domainkey.shop.example': 'silent' },
    { dkim: [{ state: 'error' }, {}] },
  ],
  [
    'an alias to nowhere',
    { 'resend._domainkey.shop.example': [{ type: 'CNAME', data: 'gone.example' }] },
    { dkim: [{ state: 'none', alias: 'gone.example' }, {}] },
  ],
  [
    'reports to somebody who does not take them',
    { 'shop.example._report._dmarc.reports.example': undefined },
    { dmarc: { applied: { rua: [{ accepted: 'no' }] } } },
  ],
  ['a policy at the wrong name', { 'shop.example': [txt('v=DMARC1; p=none')] }, { dmarc: { misplaced: true } }],
  ['no mail at all', { 'shop.example': [mx(0, '.')] }, { mx: { state: 'null', hosts: [] } }],
  [
    'mail to an alias',
    { 'smtp.google.com': [{ type: 'CNAME', data: 'a.example' }], 'a.example': [{ type: 'A', data: '192.0.2.1' }] },
    { mx: { hosts: [{ state: 'alias' }] } },
  ],
  ['mail to nowhere', { 'smtp.google.com': undefined }, { mx: { hosts: [{ state: 'missing' }] } }],
  ['mail to an address', { 'shop.example': [mx(1, '192.0.2.1')] }, { mx: { hosts: [{ state: 'address' }] } }],
  [
    'a faulty TLS report',
    { '_smtp._tls.shop.example': [txt('v=TLSRPTv1; rua=t@shop.example')] },
    { tlsReporting: { state: 'faulty' } },
  ],
])('%s', async (_, change, expected) => {
  expect(await read(change)).toMatchObject(expected);
});

test('a policy file that cannot be read', async () => {
  expect((await read({}, '<html>')).mtaSts).toMatchObject({ state: 'faulty', problem: 'a line is no “key: value”' });
});
