import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDnsServer, type DnsServerHandle, type ZoneName, type ZoneRecord } from '../../net/testing/dns-server.ts';
import type { MailReport } from '../../report/mail/domain-report.ts';
import { launch } from '../testing/run-bin.ts';

const txt = (text: string): ZoneRecord => ({ type: 'TXT', data: [Buffer.from(text)] });
const mx = (preference: number, exchange: string): ZoneRecord => ({ type: 'MX', data: { preference, exchange } });

let folder = '';
let dns: DnsServerHandle;
let zones: Map<string, ZoneName>;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mail-'));
  zones = new Map([
    ['shop.test', { records: [mx(1, 'smtp.google.com')] }],
    ['smtp.google.com', { records: [{ type: 'A', data: '192.0.2.25' }] }],
    ['_spf.google.com', { records: [txt('v=spf1 ip4:192.0.2.0/24 ~all')] }],
    ['amazonses.com', { records: [txt('v=spf1 ip4:198.51.100.0/24 -all')] }],
    ['parked.test', { records: [txt('v=spf1 -all'), mx(0, '.')] }],
    ['_dmarc.parked.test', { records: [txt('v=DMARC1; p=reject; sp=reject; np=reject')] }],
  ]);
  dns = await openDnsServer(zones);
});
afterEach(async () => {
  await dns.close();
  rmSync(folder, { recursive: true, force: true });
});

const mail = (...args: string[]) => launch(folder, ['mail', ...args, '--resolver', `127.0.0.1:${dns.port}`, '--quiet']);
const reported = async (...args: string[]): Promise<{ report: MailReport; code: number | null }> => {
  const { stdout, code } = await mail(...args, '--json');
  return { report: JSON.parse(stdout) as MailReport, code };
};

test(
  'what is missing is named with the record to publish, and a second run says what has changed',
  { timeout: 60_000 },
  async () => {
    const first = await reported('shop.test');
    expect(first.code).toBe(1);
    expect(first.report.since).toBeNull();
    expect(first.report.wrong.map(({ check }) => check)).toContain('edge/mail-spf-missing');
    expect(first.report.domains[0]?.zone).toContain('shop.test. TXT "v=spf1 include:_spf.google.com ~all"');
    zones.set('shop.test', { records: [mx(1, 'smtp.google.com'), txt('v=spf1 include:_spf.google.com ~all')] });
    const second = await reported('shop.test');
    expect(second.report.since).toMatchObject({
      fixed: [
        'The domain sends mail and has no SPF record that allows it',
        'Mail by Google Workspace would not prove that it is of shop.test',
      ],
      records: [{ record: 'shop.test TXT', before: null, now: 'v=spf1 include:_spf.google.com ~all' }],
    });
    expect(second.report.wrong.map(({ check }) => check)).not.toContain('edge/mail-spf-missing');
    const { stdout } = await mail('shop.test');
    expect(stdout).toContain('nothing has changed');
  },
);

test(
  'a provider’s records come without touching the SPF record that does not concern it',
  { timeout: 60_000 },
  async () => {
    zones.set('shop.test', { records: [mx(1, 'smtp.google.com'), txt('v=spf1 include:_spf.google.com ~all')] });
    const { report } = await reported('shop.test', '--provider', 'resend');
    const zone = report.domains[0]?.zone ?? '';
    // Resend takes bounces below the domain: the record of the domain itself stays as it is.
    expect(zone).not.toMatch(/^shop\.test\. TXT "v=spf1/m);
    expect(zone).toContain('send.shop.test. TXT "v=spf1 include:amazonses.com ~all"');
    expect(zone).toMatch(/^; .*<.*>/m);
  },
);

test(
  'what a provider wants at the domain itself goes into the one record that stands there',
  { timeout: 60_000 },
  async () => {
    zones.set('shop.test', { records: [mx(1, 'smtp.google.com'), txt('v=spf1 include:_spf.google.com -all')] });
    zones.set('spf.protection.outlook.com', { records: [txt('v=spf1 ip4:203.0.113.0/24 -all')] });
    const { report } = await reported('shop.test', '--provider', 'microsoft');
    expect(report.domains[0]?.zone).toContain(
      'shop.test. TXT "v=spf1 include:_spf.google.com include:spf.protection.outlook.com -all"',
    );
  },
);

test('a domain that sends and takes no mail, and says so, has nothing wrong', { timeout: 60_000 }, async () => {
  const { report, code } = await reported('parked.test');
  expect([code, report.wrong, report.open]).toEqual([0, [], []]);
});

test(
  'a kept run that is not one is passed over; a provider that does not exist is refused by name',
  { timeout: 60_000 },
  async () => {
    await mail('shop.test');
    writeFileSync(join(folder, '.launch-ready/last-mail.json'), '{"name": "shop.test", "at": "x", "records": 5}');
    expect((await reported('shop.test')).report.since).toBeNull();
    const { stderr, code } = await mail('shop.test', '--provider', 'nobody');
    expect(code).toBe(2);
    expect(stderr).toContain('There is no provider nobody. Known are ');
  },
);
