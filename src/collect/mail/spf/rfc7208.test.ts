import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DnsClient } from '../../../net/dns/client.ts';
import {
  openDnsServer,
  type DnsServerHandle,
  type ZoneName,
  type ZoneRecord,
} from '../../../net/testing/dns-server.ts';
import { checkHost } from './check-host.ts';
import { spfDns } from './spf-dns.ts';

/** Beside the checkout, or above it. */
const SUITE = ['../', '../../']
  .map((up) => new URL(`../../../../${up}shared/conformance/spf-rfc7208.json`, import.meta.url))
  .find((url) => existsSync(url));

interface Scenario {
  description: string;
  tests: Record<
    string,
    { helo: string; host: string; mailfrom: string; result: string | string[]; explanation?: string }
  >;
  zonedata: Record<string, readonly (string | Record<string, unknown>)[]>;
}

const bytes = (text: unknown): Buffer => Buffer.from(String(text), 'latin1');

const recordsOf = (name: string, type: string, value: unknown): ZoneRecord[] => {
  if (type === 'TXT')
    return value === 'NONE' ? [] : [{ type, data: (Array.isArray(value) ? value : [value]).map(bytes) }];
  if (type === 'MX') {
    const [preference, exchange] = value as [number, string];
    return [{ type, data: { preference, exchange } }];
  }
  if (type === 'CNAMELOOP') return [{ type: 'CNAME', data: name }];
  return type === 'TIMEOUT' || type === 'SPF' ? [] : [{ type, data: value }];
};

const zonesOf = ({ zonedata }: Scenario): Map<string, ZoneName> => {
  const zones = new Map<string, ZoneName>();
  for (const [name, entries] of Object.entries(zonedata)) {
    const pairs = entries.flatMap((one) =>
      typeof one === 'string' ? [[one, true] as [string, unknown]] : Object.entries(one),
    );
    const hasText = pairs.some(([type]) => type === 'TXT');
    const records = pairs.flatMap(([type, value]) => recordsOf(name, type === 'SPF' && !hasText ? 'TXT' : type, value));
    zones.set(name.toLowerCase().replace(/\.$/, ''), { records, silent: pairs.some(([type]) => type === 'TIMEOUT') });
  }
  return zones;
};

const scenarios = SUITE !== undefined ? (JSON.parse(readFileSync(SUITE, 'utf8')) as Scenario[]) : [];
// One line where the suite is not at hand: the last test is skipped and says so.

describe.each(scenarios.map((scenario) => [scenario.description, scenario] as const))('%s', (_, scenario) => {
  let server: DnsServerHandle;
  beforeAll(async () => {
    server = await openDnsServer(zonesOf(scenario));
  });
  afterAll(() => server.close());

  test.each(Object.entries(scenario.tests))('%s', async (__, { helo, host, mailfrom, result, explanation }) => {
    const dns = spfDns(new DnsClient({ servers: [server], timeout: 250, tries: 1 }));
    const verdict = await checkHost({ ip: host, mailFrom: mailfrom, helo, dns });
    expect([result].flat(), verdict.problem).toContain(verdict.result);
    expect(explanation === undefined ? undefined : (verdict.explanation ?? 'DEFAULT')).toBe(explanation);
  });
});

test.runIf(scenarios.length > 0)('the RFC 7208 suite is at hand, and whole', () => {
  expect(scenarios.reduce((sum, { tests }) => sum + Object.keys(tests).length, 0)).toBe(203);
});
