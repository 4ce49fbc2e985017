import { afterEach, expect, test } from 'vitest';
import type { EdgeDns } from '../../../model/evidence/edge/dns.ts';
import { createNet } from '../../../net/net.ts';
import { openDnsServer, type ZoneName, type ZoneRecord } from '../../../net/testing/dns-server.ts';
import { lookAtEdge } from '../look-at-edge.ts';
import { dnsCollector } from './collector.ts';

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

const QUIET = { step: () => ({ update: () => {}, end: () => {} }) };
const a = (data: string): ZoneRecord => ({ type: 'A', data });
const alias = (data: string): ZoneRecord => ({ type: 'CNAME', data });
const soa = (serial: number): ZoneRecord => ({
  type: 'SOA',
  data: { mname: 'ns1.shop.test', rname: 'ops.shop.test', serial, refresh: 1, retry: 1, expire: 1, minimum: 1 },
});

type Zone = Readonly<Record<string, readonly ZoneRecord[] | ZoneName>>;

const GOOD: Zone = {
  'shop.test': [a('127.0.0.9'), soa(7), { type: 'NS', data: 'ns1.shop.test' }],
  'ns1.shop.test': [a('127.0.0.1')],
};

/** What is seen of shop.test; its name servers are all reached at the port of the one that answers. */
const look = async (change: Zone, hosts: readonly string[] = []): Promise<EdgeDns> => {
  const entries = Object.entries({ ...GOOD, ...change }).map(([name, one]): [string, ZoneName] => [
    name,
    Array.isArray(one) ? { records: one as readonly ZoneRecord[] } : (one as ZoneName),
  ]);
  const dns = await openDnsServer(new Map(entries));
  closers.push(() => dns.close());
  const net = createNet({
    servers: [dns],
    detours: [{ host: '', port: 53, address: '', toPort: dns.port }],
    ca: [],
    now: () => new Date(),
    inside: true,
    runId: 'test',
    version: '0',
    signal: new AbortController().signal,
  });
  closers.push(() => net.close());
  const config = { domains: ['shop.test'], hosts, callbacks: [], private: [], public: [], originAddresses: [] };
  const evidence = await lookAtEdge({
    net,
    config: { ...config, mail: { domains: [], providers: [], selectors: [] } },
    named: [],
    evidence: {},
    readText: () => null,
    collectors: [dnsCollector],
    progress: QUIET,
    timings: {},
  });
  const fact = evidence['edge.dns'];
  if (fact?.ok !== true) throw new Error(fact?.reason ?? 'nothing was seen');
  return fact.value;
};

const nameIn = ({ names }: EdgeDns, host: string) => names.find((one) => one.host === host);

test('a zone in order', async () => {
  const { zones } = await look({});
  expect(zones).toMatchObject([
    {
      servers: [{ name: 'ns1.shop.test', state: 'good', serial: 7 }],
      above: null,
      security: { state: 'insecure' },
      caa: null,
      wildcard: false,
    },
  ]);
});

test.each<[string, Zone, object]>([
  ['an alias to nowhere', { 'docs.shop.test': [alias('gone.test')] }, { end: 'nxdomain', aliases: ['gone.test'] }],
  [
    'aliases in a circle',
    { 'docs.shop.test': [alias('b.shop.test')], 'b.shop.test': [alias('docs.shop.test')] },
    { end: 'loop' },
  ],
  [
    'an app at Azure that was deleted',
    { 'docs.shop.test': [alias('shop.azurewebsites.net')] },
    { unclaimed: { provider: 'Azure', target: 'shop.azurewebsites.net' } },
  ],
  ['an address of a private network', { 'docs.shop.test': [a('10.0.0.5')] }, { end: 'found', inside: ['10.0.0.5'] }],
  ['a name that the server fails at', { 'docs.shop.test': { records: [], rcode: 'SERVFAIL' } }, { end: 'failed' }],
])('%s', async (_, change, expected) => {
  expect(nameIn(await look(change, ['docs.shop.test']), 'docs.shop.test')).toMatchObject(expected);
});

test('a usual name that leads nowhere is seen, and one that nobody set up is not', async () => {
  const seen = await look({ 'docs.shop.test': [alias('gone.test')] });
  expect(seen.names.map(({ host }) => host)).toEqual(['shop.test', 'docs.shop.test']);
});

test.each<[string, Zone, string]>([
  [
    'a server without an address',
    { 'shop.test': [a('127.0.0.9'), soa(7), { type: 'NS', data: 'ns2.shop.test' }] },
    'unresolved',
  ],
  [
    'a server that nobody runs',
    {
      'shop.test': [a('127.0.0.9'), soa(7), { type: 'NS', data: 'ns2.shop.test' }],
      'ns2.shop.test': [a('127.0.0.77')],
    },
    'silent',
  ],
  [
    'a server that does not speak for the zone',
    { 'shop.test': [a('127.0.0.9'), { type: 'NS', data: 'ns1.shop.test' }] },
    'lame',
  ],
])('%s', { timeout: 20_000 }, async (_, change, state) => {
  const { zones } = await look(change);
  expect(zones[0]?.servers.map((one) => one.state)).toEqual([state]);
});

test('CAA is climbed for, and odd values are kept as they are', async () => {
  const record = { flags: 0, tag: 'issue', value: 'ca.example; \u001b[31m' };
  const { zones } = await look({
    'shop.test': [...(GOOD['shop.test'] as ZoneRecord[]), { type: 'CAA', data: record }],
  });
  expect(zones[0]?.caa).toMatchObject({
    at: 'shop.test',
    records: [{ tag: 'issue', value: 'ca.example; \u001b[31m' }],
  });
});
