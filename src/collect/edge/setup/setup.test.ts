import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { encode, type Answer } from 'dns-packet';
import { afterEach, describe, expect, test } from 'vitest';
import type { EdgeSetup } from '../../../model/evidence/edge/setup.ts';
import { makeAuthority } from '../../../net/testing/authority.ts';
import { transferOf, type ZoneName } from '../../../net/testing/dns-server.ts';
import { a, alias, lookInto, ns, soa, txt, type Replace, type World, type Zone } from '../testing/world.ts';
import { setupCollector } from './collector.ts';

const closers: (() => void)[] = [];
afterEach(() => closers.splice(0).forEach((close) => close()));

const OWN = '127.83.0.1';
const ZONE: Zone = {
  'shop.test': [a('127.0.0.9', 86_400), soa(), ns('ns1.shop.test')],
  'ns1.shop.test': [a(OWN)],
  'www.shop.test': [alias('shop.test')],
};

/** The resolver and the zone's own server know the same, but for what `change` says. */
const look = (zone: Zone, change: Partial<World> = {}, replace?: Replace): Promise<EdgeSetup> =>
  lookInto(
    {
      servers: { [OWN]: { zone: { ...ZONE, ...zone }, ...(replace === undefined ? {} : { replace }) } },
      ...change,
      zone: { ...ZONE, ...zone, ...change.zone },
    },
    setupCollector,
  );

test('a zone in order', async () => {
  expect(await look({})).toEqual({
    zones: [
      {
        domain: 'shop.test',
        soa: { server: 'ns1.shop.test', refresh: 7_200, retry: 3_600, expire: 1_209_600, minimum: 300, ttl: 300 },
        networks: ['127.83.0'],
        transfers: [],
      },
    ],
    mixed: [],
    delegations: [],
    families: [],
  });
});

describe.concurrent('transfers', () => {
  const whole = new Map<string, ZoneName>([['shop.test', { records: [soa(), a('127.0.0.9')] }]]);
  const onTransfer =
    (answer: Replace): Replace =>
    (query, via) =>
      query.questions?.[0]?.type === 'AXFR' ? answer(query, via) : undefined;
  const code =
    (flags: number): Replace =>
    ({ id = 0, questions = [] }) =>
      encode({ type: 'response', id, questions, flags });

  test('one is begun for anybody', async () => {
    const { zones } = await look(
      {},
      {},
      onTransfer((query) => transferOf(whole, query)),
    );
    expect(zones[0]?.transfers).toEqual([{ server: 'ns1.shop.test', names: 1 }]);
  });

  test.each<[string, Replace]>([
    ['refused', code(5)],
    ['not implemented', code(4)],
    ['for nobody', code(9)],
    ['empty', code(0)],
    ['garbage', () => Buffer.from('AXFR')],
    ['silent', () => 'silence'],
    [
      'the SOA alone, as to who asks what is new',
      ({ id = 0, questions = [] }) =>
        encode({
          type: 'response',
          id,
          questions,
          flags: 0x04_00,
          answers: [{ name: 'shop.test', ...soa(), ttl: 1 } as Answer],
        }),
    ],
  ])('%s', { timeout: 20_000 }, async (_, answer) => {
    expect((await look({}, {}, onTransfer(answer))).zones[0]?.transfers).toEqual([]);
  });
});

test.each<[string, Zone, EdgeSetup['mixed']]>([
  [
    'an alias at the bare domain',
    { 'shop.test': [alias('x.test'), soa(), ns('ns1.shop.test')], 'x.test': [a('127.0.0.9')] },
    [{ host: 'shop.test', target: 'x.test', types: ['NS', 'SOA'] }],
  ],
  [
    'a text beside an alias',
    { 'www.shop.test': [alias('shop.test'), txt('proof')] },
    [{ host: 'www.shop.test', target: 'shop.test', types: ['TXT'] }],
  ],
  ['a text of what the alias leads to', { 'shop.test': [...(ZONE['shop.test'] as []), txt('v=spf1 -all')] }, []],
])('%s', async (_, zone, mixed) => {
  expect((await look(zone)).mixed).toEqual(mixed);
});

describe('a name that is handed on', () => {
  const handed = { records: [ns('ns.other.test')], handedOn: true };
  const failing: Zone = { 'docs.shop.test': { records: [], rcode: 'SERVFAIL' } };

  test('to a server that does not know it; found though nothing names the host', async () => {
    const seen = await look({ 'docs.shop.test': handed }, { zone: { ...failing, 'ns.other.test': [a('127.83.0.2')] } });
    expect(seen.delegations).toMatchObject([
      { host: 'docs.shop.test', at: 'docs.shop.test', servers: [{ name: 'ns.other.test', state: 'lame' }] },
    ]);
  });

  test('to one that speaks for it: then something else is wrong', async () => {
    const other = { '127.83.0.3': { zone: { 'docs.shop.test': [soa(), a('127.0.0.9')] } } };
    const own = { [OWN]: { zone: { ...ZONE, 'docs.shop.test': handed } } };
    const seen = await look(
      {},
      { zone: { ...failing, 'ns.other.test': [a('127.83.0.3')] }, servers: { ...own, ...other } },
    );
    expect(seen.delegations).toEqual([]);
  });

  test('to nobody: the zone’s own server answers for it', async () => {
    expect((await look({ 'docs.shop.test': [a('127.0.0.9')] }, { zone: failing })).delegations).toEqual([]);
  });
});

const HAS_V6 = Object.values(networkInterfaces()).some((one) => one?.some(({ address }) => address === '::1'));

// Without ::1 on this machine there is nothing to listen at.
describe.skipIf(!HAS_V6)('both families', () => {
  const SIX: Zone = { 'shop.test': [...(ZONE['shop.test'] as []), { type: 'AAAA', data: '::1' }] };
  const v6 = async (zone: Zone, port: number) =>
    (await look(zone, { detours: [{ host: '', port: 443, address: '', toPort: port }] })).families[0]?.v6;

  test('nobody listens', async () => {
    expect(await v6(SIX, 1)).toMatchObject({ outcome: 'refused', said: 'connection refused' });
  });

  test('a certificate that browsers refuse', async () => {
    const { createServer: secure } = await import('node:https');
    const { cert, key } = await (await makeAuthority()).issue({ names: ['other.test'], days: 90, age: 1, chain: true });
    const server = secure({ cert, key }, (_, response) => response.end('x'));
    await once(server.listen(0, '::1'), 'listening');
    closers.push(() => server.close());
    expect(await v6(SIX, (server.address() as AddressInfo).port)).toMatchObject({ outcome: 'refused' });
  });

  test.each([
    ['silent', 'a root server answers over IPv6', false],
    ['unseen', 'no other server answers over IPv6 either', true],
  ])('nothing comes: %s, for %s', { timeout: 20_000 }, async (outcome, _, isAlone) => {
    const server = createServer(() => {});
    await once(server.listen(0, '::1'), 'listening');
    closers.push(() => server.close());
    const { port } = server.address() as AddressInfo;
    const seen = await look(SIX, {
      detours: [{ host: '', port: 443, address: '', toPort: port }],
      replace: ({ questions }) => (isAlone && questions?.[0]?.name === '.' ? 'silence' : undefined),
    });
    expect(seen.families[0]?.v6).toMatchObject({ outcome });
  });

  test('hosts without IPv6 are not asked twice', async () => {
    expect((await look({})).families).toEqual([]);
  });
});

describe('before a switch', () => {
  const now = new Date('2026-11-30T12:00:00Z');

  test.each<[string, string, number]>([
    ['ahead', '2026-12-05', 2],
    ['today', '2026-11-30', 2],
  ])('%s: the records with their whole time', async (_, cutover, count) => {
    const seen = await look({}, { config: { cutover }, now });
    expect(seen.cutover?.records).toHaveLength(count);
    expect(seen.cutover?.records[0]).toEqual({ host: 'shop.test', type: 'A', ttl: 86_400 });
    expect(seen.cutover?.records[1]).toEqual({ host: 'www.shop.test', type: 'CNAME', ttl: 300 });
  });

  test('behind us: nothing', async () => {
    expect((await look({}, { config: { cutover: '2026-11-29' }, now })).cutover).toBeUndefined();
  });
});

test('a star: any name leads to what it leads to', async () => {
  const seen = await look({ '*.shop.test': [alias('shop.test')] });
  expect(seen.zones[0]?.wild).toEqual({ aliases: ['shop.test'], showsSite: false });
});
