import { encode, type Answer, type Packet } from 'dns-packet';
import { describe, expect, test } from 'vitest';
import type { EdgeDns } from '../../../model/evidence/edge/dns.ts';
import { a, alias, lookInto, ns, soa, type Replace, type World, type Zone } from '../testing/world.ts';
import { dnsCollector } from './collector.ts';

const OWN: Zone = { 'shop.test': [a('127.0.0.9'), soa(), ns('ns1.shop.test')], 'ns1.shop.test': [a('127.84.0.1')] };
const HOST = 'odd.shop.test';

const look = (zone: Zone, change: Partial<World> = {}): Promise<EdgeDns> =>
  lookInto({ config: { hosts: [HOST] }, ...change, zone: { ...OWN, ...zone } }, dnsCollector);
const at = ({ names }: EdgeDns, host = HOST) => names.find((one) => one.host === host);

const reply = ({ id = 0, questions = [] }: Packet, more: object): Buffer =>
  encode({ type: 'response', id, questions, ...more });
/** Answers of its own for one name alone. */
const only =
  (host: string, answer: Replace): Replace =>
  (query, via) =>
    query.questions?.[0]?.name === host ? answer(query, via) : undefined;

describe.concurrent('what a server says of a name is told apart', () => {
  test.each<[string, Replace, object]>([
    ['NXDOMAIN', (query) => reply(query, { flags: 3 }), { end: 'nxdomain' }],
    ['no records', (query) => reply(query, { flags: 0 }), { end: 'nodata' }],
    ['SERVFAIL', (query) => reply(query, { flags: 2 }), { end: 'failed', failure: 'servfail' }],
    ['REFUSED', (query) => reply(query, { flags: 5 }), { end: 'failed', failure: 'refused' }],
    ['NOTIMP', (query) => reply(query, { flags: 4 }), { end: 'failed', failure: 'other' }],
    ['nothing', () => 'silence', { end: 'failed', failure: 'timeout' }],
    ['bytes', () => Buffer.from([1, 2, 3]), { end: 'failed', failure: 'garbled' }],
    [
      '64 KB of bytes',
      (_, via) => Buffer.alloc(via === 'tcp' ? 65_000 : 60_000, 0xc0),
      { end: 'failed', failure: 'garbled' },
    ],
  ])('%s', { timeout: 20_000 }, async (_, answer, expected) => {
    expect(at(await look({}, { replace: only(HOST, answer) }))).toMatchObject({ addresses: [], ...expected });
  });
});

describe.concurrent('what a name server says of its zone is told apart', () => {
  test.each<[string, Replace | undefined, object]>([
    ['it speaks for it', undefined, { state: 'good', serial: 7 }],
    ['REFUSED', (query) => reply(query, { flags: 5 }), { state: 'lame', says: 'refused' }],
    ['SERVFAIL', (query) => reply(query, { flags: 2 }), { state: 'lame', says: 'servfail' }],
    ['NXDOMAIN', (query) => reply(query, { flags: 3 }), { state: 'lame', says: 'nxdomain' }],
    [
      'it only passes on what others say',
      (query) => reply(query, { flags: 0, answers: [{ name: 'shop.test', ...soa(), ttl: 1 } as Answer] }),
      { state: 'lame', says: 'other' },
    ],
    ['bytes', () => Buffer.from([1]), { state: 'lame', says: 'garbled' }],
    ['nothing', () => 'silence', { state: 'silent' }],
  ])('%s', { timeout: 20_000 }, async (_, replace, expected) => {
    const zone = { zone: OWN, ...(replace === undefined ? {} : { replace }) };
    const { zones } = await look({ [HOST]: [a('127.0.0.9')] }, { servers: { '127.84.0.1': zone } });
    expect(zones[0]?.servers).toEqual([{ name: 'ns1.shop.test', addresses: ['127.84.0.1'], ...expected }]);
  });
});

test('aliases of a thousand names end', { timeout: 20_000 }, async () => {
  const answers = Array.from({ length: 1_000 }, (_, n) => ({
    type: 'CNAME' as const,
    name: n === 0 ? HOST : `n${n}.test`,
    data: `n${n + 1}.test`,
    ttl: 1,
  }));
  const name = at(
    await look(
      {},
      {
        replace: only(HOST, (query, via) =>
          via === 'tcp' ? reply(query, { answers }) : reply(query, { flags: 0x02_00 }),
        ),
      },
    ),
  );
  expect(name).toMatchObject({ end: 'loop' });
  expect(name?.aliases.length).toBeLessThanOrEqual(12);
});

test.each<[string, Zone, readonly string[]]>([
  ['one', { [HOST]: [alias(HOST)] }, []],
  ['two', { [HOST]: [alias('b.shop.test')], 'b.shop.test': [alias(HOST)] }, ['b.shop.test']],
  [
    'three, behind one outside',
    {
      [HOST]: [alias('x.test')],
      'x.test': [alias('y.test')],
      'y.test': [alias('z.test')],
      'z.test': [alias('x.test')],
    },
    ['x.test', 'y.test', 'z.test'],
  ],
])('a circle of %s', async (_, zone, aliases) => {
  expect(at(await look(zone))).toMatchObject({ end: 'loop', aliases });
});

test('an answer that is cut short over TCP too says nothing of what there is', { timeout: 20_000 }, async () => {
  expect(at(await look({}, { replace: only(HOST, (query) => reply(query, { flags: 0x02_00 })) }))).toMatchObject({
    end: 'failed',
    failure: 'garbled',
  });
});

test('an alias with bytes that no name has is kept as it is, and nothing breaks', async () => {
  const data = 'a\u001b[31m b.example';
  expect(at(await look({ [HOST]: [alias(data)] }))?.aliases).toEqual([data]);
});

test('of an answer of 64 KB as much is kept as is of use', { timeout: 20_000 }, async () => {
  const answers = Array.from({ length: 2_200 }, (_, n) => ({
    type: 'A' as const,
    name: HOST,
    data: `127.${n >> 8}.${n & 255}.1`,
    ttl: 1,
  }));
  const whole: Replace = (query, via) =>
    query.questions?.[0]?.type !== 'A'
      ? undefined
      : via === 'tcp'
        ? reply(query, { answers })
        : reply(query, { flags: 0x02_00 });
  expect(at(await look({ [HOST]: [] }, { replace: only(HOST, whole) }))?.addresses.length).toBe(64);
});

test(
  'names that nobody answers for are waited for side by side, and the others are seen',
  { timeout: 30_000 },
  async () => {
    const slow = Array.from({ length: 12 }, (_, n) => `slow${n}.shop.test`);
    const begun = performance.now();
    const seen = await look(
      { [HOST]: [a('127.0.0.9')] },
      {
        config: { hosts: [...slow, HOST] },
        replace: ({ questions }) => (slow.includes(questions?.[0]?.name ?? '') ? 'silence' : undefined),
      },
    );
    expect(at(seen)).toMatchObject({ end: 'found' });
    expect(slow.map((host) => at(seen, host)?.failure)).toEqual(slow.map(() => 'timeout'));
    // One alone takes two tries of two seconds, twice.
    expect(performance.now() - begun).toBeLessThan(16_000);
  },
);
