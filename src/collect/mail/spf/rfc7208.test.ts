import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DnsClient } from '../../../net/dns/client.ts';
import { openDnsServer, type DnsServerHandle } from '../../../net/testing/dns-server.ts';
import { checkHost } from './check-host.ts';
import { spfDns } from './spf-dns.ts';
import { readSuite, zonesOf } from './testing/suite.ts';

const scenarios = readSuite();
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
