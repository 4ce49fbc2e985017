import { afterAll, describe, expect, test } from 'vitest';
import { DnsClient } from '../dns/client.ts';
import type { Place } from '../dns/exchange.ts';
import { openDnsServer, type ZoneName } from '../testing/dns-server.ts';
import { hasNsd, openNsd, signZone, type SignedZone, type SignSpec } from '../testing/signed-zones.ts';
import { makeSigner, signedZone } from '../testing/zone-signer.ts';
import { parseAnchors, type TrustAnchor } from './anchors.ts';
import { validateZone } from './validate.ts';

const SOA = '@ 300 IN SOA ns1.shop.test. ops.shop.test. 7 3600 600 86400 300\n@ NS ns1.shop.test.\n';
const SHOP = `${SOA}ns1 A 127.0.0.1\n@ A 127.0.0.2\n@ TXT "v=spf1 -all"\nwww CNAME shop.test.\napp A 127.0.0.3\n`;
const NOW = Date.parse('2026-11-26T12:00:00Z');
const DATES = { from: '20261101000000', until: '20261220000000' } as const;

const closers: (() => Promise<void>)[] = [];
afterAll(async () => {
  await Promise.all(closers.map((close) => close()));
});

const anchorsIn = (...lines: readonly string[]) => {
  const read = parseAnchors(lines.join('\n'));
  if ('problem' in read) throw new Error(read.problem);
  return read.anchors;
};

interface World {
  shop?: SignSpec & { text?: string };
  /** What the parent says of the zone; its real DS when left out. */
  ds?: (shop: SignedZone) => string;
  parent?: SignSpec;
  root?: SignSpec;
  /** After signing. */
  alter?: (text: string) => string;
  now?: number;
}

/** The root, `test` and `shop.test`, each signed, at one NSD; and what is made of `shop.test`. */
const judged = async ({
  shop = {},
  ds = (one) => one.ds,
  parent = {},
  root = {},
  alter = (text) => text,
  now = NOW,
}: World) => {
  const own = signZone('shop.test', shop.text ?? SHOP, { ...DATES, ...shop });
  const above = signZone(
    'test',
    `@ 300 IN SOA ns.test. o.test. 1 1 1 1 1\n@ NS ns.test.\nns A 127.0.0.1\nshop NS ns1.shop.test.\nns1.shop A 127.0.0.1\n${ds(own)}\n`,
    {
      ...DATES,
      ...parent,
    },
  );
  const top = signZone(
    '.',
    `@ 300 IN SOA ns. o. 1 1 1 1 1\n@ NS ns.\nns. A 127.0.0.1\ntest. NS ns.test.\nns.test. A 127.0.0.1\n${above.ds}\n`,
    { ...DATES, ...root },
  );
  const nsd = await openNsd([top, above, { ...own, text: alter(own.text) }]);
  closers.push(() => nsd.close());
  return validateZone(new DnsClient({ servers: [nsd], dial: () => nsd }), 'shop.test', {
    now,
    anchors: anchorsIn(top.ds),
    names: ['www.shop.test', 'app.shop.test'],
  });
};

describe.skipIf(!hasNsd)('a zone served by NSD and signed by ldns', () => {
  test.each([
    ['RSASHA256', 2048],
    ['RSASHA512', 2048],
    ['ECDSAP256SHA256', undefined],
    ['ECDSAP384SHA384', undefined],
    ['ED25519', undefined],
    ['ED448', undefined],
  ])('is secure under %s', async (algorithm, bits) => {
    const spec = bits === undefined ? { algorithm } : { algorithm, bits };
    expect(await judged({ shop: spec, parent: spec, root: spec })).toEqual({
      state: 'secure',
      problems: [],
      anchored: true,
      weak: [],
      ...(bits === undefined ? {} : { smallestRsa: bits }),
      signed: { from: Date.parse('2026-11-01T00:00:00Z'), until: Date.parse('2026-12-20T00:00:00Z'), at: NOW },
    });
  });

  test.each(['RSASHA1', 'RSASHA1-NSEC3-SHA1'])('is secure, and dated, under %s', async (algorithm) => {
    const told = await judged({ shop: { algorithm, bits: 1024 } });
    expect(told).toMatchObject({ state: 'secure', weak: [algorithm], smallestRsa: 1024 });
  });

  test.each(['plain', 'opt-out'] as const)(
    'is secure with NSEC3 (%s): what is not there is proven by hashes',
    async (nsec3) => {
      expect(await judged({ shop: { nsec3 }, parent: { nsec3 }, root: { nsec3 } })).toMatchObject({
        state: 'secure',
        problems: [],
      });
    },
  );

  test('is bogus after its signatures have ended, and before they begin', async () => {
    expect(await judged({ shop: { until: '20261120000000' } })).toMatchObject({
      state: 'bogus',
      problems: ['the signature of the DNSKEY records of shop.test ended on 2026-11-20'],
    });
    expect(await judged({ shop: { from: '20261201000000' } })).toMatchObject({
      state: 'bogus',
      problems: ['the signature of the DNSKEY records of shop.test begins on 2026-12-01 only'],
    });
    expect(await judged({ now: Date.parse('2027-01-05T00:00:00Z') })).toMatchObject({
      state: 'bogus',
      brokenAt: '.',
    });
  });

  test('is bogus when the parent names another key', async () => {
    const other = signZone('shop.test', SHOP);
    const told = await judged({ ds: () => other.ds });
    expect(told.state).toBe('bogus');
    expect(told.problems[0]).toMatch(/^no DNSKEY of the zone is the one that the parent's DS names \(key tag \d+\)$/);
  });

  test('is bogus when it is served unsigned under a DS of its old host', async () => {
    const told = await judged({ alter: () => `$ORIGIN shop.test.\n${SHOP}` });
    expect(told).toMatchObject({
      state: 'bogus',
      problems: ['the parent has a DS, and the zone has no DNSKEY'],
    });
  });

  test('is insecure without DS, proven by NSEC, by NSEC3 and by opt-out', async () => {
    for (const parent of [{}, { nsec3: 'plain' }, { nsec3: 'opt-out' }] as const)
      expect(await judged({ ds: () => '', parent })).toMatchObject({ state: 'insecure', problems: [] });
  });

  test('is insecure where nobody knows the algorithm or the digest of its DS: RFC 6840 5.2', async () => {
    const unknown = [/(DS\s+\d+) 13 /, /(DS\s+\d+ 13) 2 /] as const;
    for (const [index, part] of unknown.entries())
      expect(await judged({ ds: ({ ds }) => ds.replace(part, `$1 ${[200, 77][index]} `) })).toMatchObject({
        state: 'insecure',
        problems: ['nobody knows the algorithm of its DS'],
      });
  });

  test('is bogus where one record was altered after signing, and only that one is named', async () => {
    const told = await judged({ alter: (text) => text.replace(/127\.0\.0\.3/, '127.0.0.4') });
    expect(told).toMatchObject({
      state: 'bogus',
      problems: ['the signature of the A records of app.shop.test does not fit them'],
    });
  });

  test('is bogus where a signature is gone, and where the proof of what is not there is gone', async () => {
    const unsigned = await judged({ alter: (text) => text.replaceAll(/^shop\.test\.\s.*RRSIG\s+TXT\s.*$/gm, '') });
    expect(unsigned.problems).toEqual(['the TXT records of shop.test are not signed']);
    const unproven = await judged({ alter: (text) => text.replaceAll(/^\S+\s.*\s(?:NSEC|RRSIG\s+NSEC)\s.*$/gm, '') });
    expect(unproven.state).toBe('bogus');
    expect(unproven.problems.join('\n')).toContain('that shop.test has no CAA records is not proven');
  });

  test('breaks above it when the zone above is broken', async () => {
    const told = await judged({ parent: { until: '20261110000000' } });
    expect(told).toMatchObject({ state: 'bogus', brokenAt: 'test' });
  });

  test('a zone of its own below it is not its matter', async () => {
    const text = `${SHOP.replace('app A 127.0.0.3\n', '')}app NS ns1.shop.test.\n`;
    const own = signZone('shop.test', text, DATES);
    const below = {
      name: 'app.shop.test',
      text: `$ORIGIN app.shop.test.\n@ 300 IN SOA ns1.shop.test. o.shop.test. 1 1 1 1 1\n@ NS ns1.shop.test.\n@ A 127.0.0.9\n`,
    };
    const nsd = await openNsd([own, below]);
    closers.push(() => nsd.close());
    expect(
      await validateZone(new DnsClient({ servers: [nsd] }), 'shop.test', {
        now: NOW,
        anchors: anchorsIn(own.ds),
        names: ['app.shop.test'],
      }),
    ).toMatchObject({ state: 'secure', problems: [] });
  });
});

describe('through a resolver that leaves things out', () => {
  const FROM = NOW - 5 * 24 * 3_600_000;
  const zone = (): { full: Map<string, ZoneName>; anchor: TrustAnchor } => {
    const signer = makeSigner('shop.test', {
      algorithm: 'ECDSAP256SHA256',
      from: FROM,
      until: NOW + 9 * 24 * 3_600_000,
    });
    const soa = {
      mname: 'ns1.shop.test',
      rname: 'o.shop.test',
      serial: 1,
      refresh: 1,
      retry: 1,
      expire: 1,
      minimum: 1,
    };
    const plain = new Map<string, ZoneName>([
      [
        'shop.test',
        {
          records: [
            { type: 'SOA', data: soa },
            { type: 'NS', data: 'ns1.shop.test' },
            { type: 'A', data: '127.0.0.2' },
          ],
        },
      ],
      ['ns1.shop.test', { records: [{ type: 'A', data: '127.0.0.53' }] }],
    ]);
    return { full: signedZone(plain, 'shop.test', signer), anchor: { zone: 'shop.test', ds: signer.ds } };
  };
  const without = (
    zones: Map<string, ZoneName>,
    isLost: (type: string, data: unknown) => boolean,
  ): Map<string, ZoneName> =>
    new Map(
      [...zones].map(([name, { records }]) => [
        name,
        { records: records.filter(({ type, data }) => !isLost(type, data)) },
      ]),
    );
  const isNsec = (type: string): boolean => type === 'NSEC';
  const isSignatureOfA = (type: string, data: unknown): boolean =>
    type === 'RRSIG' && (data as { typeCovered: string }).typeCovered === 'A';

  const asked = async (resolver: Map<string, ZoneName>, own: Map<string, ZoneName> | null, anchor: TrustAnchor) => {
    const servers = await Promise.all([resolver, ...(own === null ? [] : [own])].map((zones) => openDnsServer(zones)));
    closers.push(...servers.map((server) => () => server.close()));
    const [first, second] = servers;
    const dial = (place: Place): Place =>
      place.address === '127.0.0.53' ? (second ?? { address: '127.0.0.1', port: 9 }) : place;
    return validateZone(new DnsClient({ servers: [first!], dial, timeout: 500, tries: 1 }), 'shop.test', {
      now: NOW,
      anchors: [anchor],
    });
  };

  test.each([
    ['proofs of what is not there', isNsec],
    ['signatures', isSignatureOfA],
  ])('%s: the zone’s own server has them, and it is sound', async (_, isLost) => {
    const { full, anchor } = zone();
    expect(await asked(without(full, isLost), full, anchor)).toMatchObject({ state: 'secure', problems: [] });
  });

  test.each([
    ['proofs of what is not there', isNsec, /^that shop\.test has no \w+ records is not proven/],
    ['signatures', isSignatureOfA, /^the A records of shop\.test are not signed$/],
  ])('%s: the zone’s own server lacks them too, and it is broken', async (_, isLost, said) => {
    const { full, anchor } = zone();
    const told = await asked(without(full, isLost), without(full, isLost), anchor);
    expect(told.state).toBe('bogus');
    expect(told.problems[0]).toMatch(said);
  });

  test('and no server of the zone can be asked: nothing is said against it', async () => {
    const { full, anchor } = zone();
    expect(await asked(without(full, isNsec), null, anchor)).toMatchObject({ state: 'secure', problems: [] });
  });
});
