import { AUTHORITATIVE_ANSWER, encode, type Packet } from 'dns-packet';
import { describe, expect, test } from 'vitest';
import type { EdgeReliance } from '../../../model/evidence/edge/reliance.ts';
import { a, alias, lookInto, mx, ns, soa, txt, type Replace, type World, type Zone } from '../testing/world.ts';
import { relianceCollector } from './collector.ts';
import { inPage } from './in-pages.ts';
import { registrableOf } from './registrable.ts';

const REGISTRY = '127.82.0.1';
const TOP = '127.82.0.2';
const OWN: Zone = { 'shop.test': [a('127.0.0.9'), soa(), ns('ns1.shop.test')], 'ns1.shop.test': [a('127.0.0.1')] };
const COM: Zone = { com: [ns('ns.registry.test'), soa()], 'ns.registry.test': [a(REGISTRY)] };

const look = (change: Partial<World>, zone: Zone): Promise<EdgeReliance> =>
  lookInto({ servers: { [REGISTRY]: { zone: COM } }, ...change, zone: { ...OWN, ...COM, ...zone } }, relianceCollector);
const stateOf = ({ domains }: EdgeReliance, domain: string): string | undefined =>
  domains.find((one) => one.domain === domain)?.state;
const answerOf =
  (flags: number, authorities: object[] = []): Replace =>
  (query: Packet) =>
    encode({
      type: 'response',
      ...(query.id === undefined ? {} : { id: query.id }),
      questions: query.questions ?? [],
      flags,
      authorities: authorities as [],
    });

describe.concurrent('whether somebody holds a domain', () => {
  const WITH_MX: Zone = { 'shop.test': [...(OWN['shop.test'] as []), mx('mx.gone.com')] };

  test('the registry says that there is none', async () => {
    const seen = await look({}, WITH_MX);
    expect(seen.domains).toEqual([
      {
        domain: 'gone.com',
        state: 'free',
        told: 'ns.registry.test',
        uses: [{ as: 'mx', name: 'mx.gone.com', by: 'shop.test' }],
      },
    ]);
  });

  test('the domain is there, though the host is gone', async () => {
    expect(stateOf(await look({}, { ...WITH_MX, 'gone.com': [] }), 'gone.com')).toBe('held');
  });

  test('a resolver that filters is not believed: the registry delegates it', async () => {
    const held: Zone = { ...COM, 'gone.com': [ns('ns.elsewhere.test')] };
    expect(stateOf(await look({ servers: { [REGISTRY]: { zone: held } } }, WITH_MX), 'gone.com')).toBe('held');
  });

  test('below a top level that there is not nobody can register', async () => {
    const seen = await look({}, { 'shop.test': [...(OWN['shop.test'] as []), mx('mail.svc.cluster')] });
    expect(stateOf(seen, 'mail.svc.cluster')).toBe('held');
  });

  test('a name server that only the zone above hands out', async () => {
    const above: Zone = { test: [ns('ns.top.test')], 'ns.top.test': [a(TOP)] };
    const top = { zone: { 'shop.test': { records: [ns('ns9.gone.com')], handedOn: true } } };
    const seen = await look({ servers: { [REGISTRY]: { zone: COM }, [TOP]: top } }, above);
    expect(seen.domains).toMatchObject([{ domain: 'gone.com', state: 'free', uses: [{ as: 'ns' }] }]);
  });

  test.each<[string, Replace]>([
    ['does not answer', () => 'silence'],
    ['refuses', answerOf(5)],
    ['fails', answerOf(2)],
    ['does not speak for the zone', answerOf(3)],
    ['says that there is nothing at all, its own zone among it', answerOf(AUTHORITATIVE_ANSWER | 3)],
    ['sends bytes', () => Buffer.from('\u0000garbage')],
  ])('a registry that %s leaves it open', { timeout: 20_000 }, async (_, replace) => {
    expect(stateOf(await look({ servers: { [REGISTRY]: { zone: COM, replace } } }, WITH_MX), 'gone.com')).toBe(
      'unknown',
    );
  });

  test.each([
    ['com', 'free'],
    ['.', 'unknown'],
    ['block.filter.test', 'unknown'],
  ])('a resolver’s NXDOMAIN with the SOA of %s alone: %s', { timeout: 20_000 }, async (owner, state) => {
    const { data } = soa();
    const negative = answerOf(3, [{ type: 'SOA', name: owner, data, ttl: 60 }]);
    const seen = await look(
      {
        servers: { [REGISTRY]: { zone: COM, replace: answerOf(5) } },
        replace: (query, via) => (query.questions?.[0]?.name === 'gone.com' ? negative(query, via) : undefined),
      },
      WITH_MX,
    );
    expect(stateOf(seen, 'gone.com')).toBe(state);
  });
});

test('names in records, and in the code', async () => {
  const seen = await look(
    {
      config: { hosts: ['help.shop.test'] },
      evidence: {
        'hosting.domains': {
          ok: true,
          value: [
            { domain: 'partner.com', as: 'origin', environment: 'unknown', at: { path: 'src/cors.ts', line: 3 } },
            { domain: 'dev.com', as: 'variable', environment: 'development', at: { path: '.env', line: 1 } },
            { domain: 'api.shop.test', as: 'variable', environment: 'production', at: { path: '.env', line: 2 } },
          ],
        },
      },
    },
    {
      'shop.test': [
        ...(OWN['shop.test'] as []),
        txt('v=spf1 include:_spf.sender.com a:mail.shop.test ?include:%{d}.macro.com ~all'),
        txt('include:no-spf.com'),
        ns('ns.old.com'),
      ],
      'help.shop.test': [alias('shop.desk.com')],
    },
  );
  expect(seen.domains.map(({ domain, uses }) => [domain, uses.map(({ as }) => as)])).toEqual([
    ['old.com', ['ns']],
    ['sender.com', ['spf']],
    ['desk.com', ['alias']],
    ['partner.com', ['origin']],
  ]);
});

test('a name in letters that look like others is told as DNS has it', async () => {
  // Cyrillic а in the place of a.
  const evidence = {
    'hosting.domains': {
      ok: true,
      value: [{ domain: 'p\u0430ypal.com', as: 'origin', environment: 'production', at: { path: '.env', line: 1 } }],
    },
  } as const;
  expect((await look({ evidence }, {})).domains).toMatchObject([
    { domain: 'xn--pypal-4ve.com', state: 'free', uses: [{ name: 'xn--pypal-4ve.com' }] },
  ]);
});

test('names in a page: what is loaded without a digest, and what the policy lets in', () => {
  const body = `<script src="//cdn.one.com/a.js"></script><script src='/own.js'></script>
    <!-- <script src="https://commented.com/a.js"></script> -->
    <script integrity="sha384-x" src="https://pinned.com/a.js"></script>
    <link rel="icon" href="https://icon.com/i.png"><link rel="stylesheet" href="https://style.com/s.css">
    <iframe src=https://frame.com/x></iframe><script src="https://[bad"></script>`;
  const policy = "default-src 'self'; script-src https://*.two.com 'nonce-abc' data: three.com:443 https://four.com/a;";
  const seen = inPage(
    { headers: [['content-security-policy', policy]], body: Buffer.from(body) },
    'https://shop.test/',
    'shop.test',
  );
  expect(seen.map(({ as, name }) => `${as} ${name}`)).toEqual([
    'script cdn.one.com',
    'script shop.test',
    'style style.com',
    'frame frame.com',
    'policy two.com',
    'policy three.com',
    'policy four.com',
  ]);
});

test.each([
  ['cdn.gone.com', 'gone.com'],
  ['a.b.gone.co.uk', 'gone.co.uk'],
  ['a.shop.co.zm', 'shop.co.zm'],
  ['app.shop.kawasaki.jp', 'app.shop.kawasaki.jp'],
  ['x.github.io', 'github.io'],
  ['tax.gov.uk', null],
  ['gone.nosuchzone', null],
  ['192.0.2.1', null],
  ['co.uk', null],
  ['com', null],
  ['shop.test', null],
  ['x.example.com', null],
  ['xn--80ak6aa92e.com', 'xn--80ak6aa92e.com'],
  ['_dmarc.com', null],
])('%s is had by registering %s', (host, domain) => {
  expect(registrableOf(host)?.domain ?? null).toBe(domain);
});
