import { afterEach, expect, test } from 'vitest';
import type { CloudflareEvidence } from '../../../model/evidence/edge/cloudflare.ts';
import { silent } from '../../../model/progress.ts';
import { createNet } from '../../../net/net.ts';
import { openDnsServer } from '../../../net/testing/dns-server.ts';
import { openFakeApi, type FakeApi, type Fault } from '../../../net/cloudflare/testing/fake-api.ts';
import { freshZone, type FakeZone } from '../../../net/cloudflare/testing/fake-zone.ts';
import { withEdgeDefaults } from '../../target/edge-defaults.ts';
import { cloudflareCollector } from './collector.ts';

let open: FakeApi | undefined;
afterEach(async () => {
  await open?.close();
  open = undefined;
});

const read = async (
  zone: FakeZone,
  {
    fault = () => false,
    token = 'right-token',
    domains = ['shop.test'],
  }: { fault?: Fault; token?: string; domains?: string[] } = {},
): Promise<CloudflareEvidence> => {
  open = await openFakeApi([zone], { fault });
  const dns = await openDnsServer(
    new Map([['shop.test', { records: [{ type: 'NS', data: 'ada.ns.cloudflare.com' }] }]]),
  );
  const net = createNet({
    servers: [{ address: '127.0.0.1', port: dns.port }],
    detours: [],
    ca: [],
    now: () => new Date(),
    inside: true,
    runId: 'test',
    version: 'test',
    signal: new AbortController().signal,
  });
  const found = await cloudflareCollector({ token, base: open.base }).collect({
    net,
    hosts: { domains, hosts: [] },
    config: withEdgeDefaults({
      domains,
      callbacks: ['https://shop.test/webhooks/stripe', 'https://shop.test/auth/callback'],
    }),
    evidence: {},
    page: (url) => net.http({ url }),
    readText: () => null,
    progress: silent,
  });
  await net.close();
  await dns.close();
  const fact = found['edge.cloudflare'];
  if (!fact.ok) throw new Error(fact.reason);
  return fact.value;
};

test('a zone with its settings and rules; a phase without rules is empty', async () => {
  const rules = [{ id: 'r1', ref: 'r1', action: 'block', expression: 'true', description: 'All', enabled: true }];
  const zone = freshZone({ rulesets: { http_ratelimit: { id: 'rs1', rules } } });
  const { problem, zones, called, unseen, delegated } = await read(zone);
  expect({ problem, unseen, called, delegated }).toEqual({
    problem: null,
    unseen: [],
    called: ['/webhooks/stripe'],
    delegated: ['shop.test'],
  });
  expect(zones[0]).toMatchObject({
    name: 'shop.test',
    plan: 'free',
    settings: { ssl: { ok: true, value: 'full' }, min_tls_version: { ok: true, value: '1.0' } },
    rules: {
      http_ratelimit: { ok: true, value: [{ action: 'block', expression: 'true', description: 'All' }] },
      http_request_cache_settings: { ok: true, value: [] },
    },
    dnssec: { ok: true, value: 'disabled' },
    bots: { ok: true, value: { fightMode: false } },
  });
  expect(open?.writes()).toEqual([]);
});

test('the zone above the name', async () => {
  const { zones } = await read(freshZone(), { domains: ['beta.shop.test'] });
  expect(zones.map(({ name }) => name)).toEqual(['shop.test']);
});

test('a zone that the token does not see', async () => {
  expect(await read(freshZone(), { domains: ['other.test'] })).toMatchObject({
    problem: null,
    zones: [],
    unseen: ['other.test'],
  });
});

test('a token that is refused', async () => {
  const { problem } = await read(freshZone(), { token: 'wrong-token' });
  expect(problem).toEqual({
    kind: 'refused',
    said: 'Cloudflare refuses the token in CLOUDFLARE_API_TOKEN: 9109 Invalid access token',
  });
});

test('an outage of a part leaves the rest', async () => {
  const { zones } = await read(freshZone(), {
    fault: (call, _nth, response) => call.includes('/rulesets/') && Boolean(response.writeHead(503).end('<html>')),
  });
  expect(zones[0]?.settings['ssl']).toEqual({ ok: true, value: 'full' });
  expect(zones[0]?.rules['http_ratelimit']).toEqual({ ok: false, said: 'status 503' });
});

test('HTML instead of the API', async () => {
  const { problem } = await read(freshZone(), { fault: (_call, _nth, response) => Boolean(response.end('<html>')) });
  expect(problem).toMatchObject({ kind: 'unavailable' });
});
