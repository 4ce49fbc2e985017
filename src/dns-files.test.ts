import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { expect, test } from 'vitest';
import { parseZoneFile } from './net/dns/zone-file.ts';
import { renderCloudflare } from './report/dns/render-cloudflare.ts';
import { renderDnscontrol } from './report/dns/render-dnscontrol.ts';
import { renderTerraform } from './report/dns/render-terraform.ts';
import { renderZone } from './report/dns/render-zone.ts';
import { surfaceReview } from './report/testing/sample-surface.ts';

const review = surfaceReview();
/** The odd text of the sample, as a name server would send it. */
const ODD = 'odd " \\ ${a} %{b} \t';
const KEY = `${'a'.repeat(255)}${'b'.repeat(40)}`;

/** `name TYPE text` of each record that counts. */
const counted = (text: string, origin: string): string[] => {
  const { records, problems } = parseZoneFile(text, origin);
  expect(problems).toEqual([]);
  return records
    .filter(({ type }) => type !== 'SOA' && type !== 'NS')
    .map(
      ({ name, type, data }) =>
        `${name} ${type} ${type === 'TXT' ? (data as string[]).join('') : JSON.stringify(data)}`,
    );
};

const EXPECTED = [
  'shop.example MX {"preference":1,"exchange":"smtp.google.com"}',
  'shop.example TXT v=spf1 include:_spf.google.com ~all',
  `shop.example TXT ${ODD}`,
  'shop.example CAA {"flags":0,"tag":"issue","value":"letsencrypt.org","issuerCritical":false}',
  'app.shop.example CNAME "shop.vercel.example"',
  `s1._domainkey.shop.example TXT ${KEY}`,
];

test('the zone file holds what stands there, with what findings ask for in its place; what nobody can know is a comment', () => {
  const text = renderZone(review);
  expect(counted(text, 'shop.example')).toEqual(EXPECTED);
  expect(text).toContain('; @ 300 IN A 203.0.113.10');
  expect(text).toContain('; _dmarc 300 IN TXT "v=DMARC1; p=none; rua=mailto:<your mailbox>"');
  expect(text).not.toContain('?all');
});

const CHECKZONE = ['/usr/sbin/nsd-checkzone', '/usr/bin/named-checkzone', '/usr/sbin/named-checkzone'].find(
  (path) => spawnSync(path, []).error === undefined,
);

test.skipIf(CHECKZONE === undefined)('a name server loads the zone file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zone-'));
  try {
    writeFileSync(join(folder, 'zone'), renderZone(review));
    expect(execFileSync(CHECKZONE ?? '', ['shop.example', join(folder, 'zone')], { encoding: 'utf8' })).toMatch(
      /\bok\b/i,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('Cloudflare’s import says which names are proxied', () => {
  const text = renderCloudflare(review);
  expect(counted(text, '')).toEqual(EXPECTED);
  expect(text).toContain('app.shop.example. 300 IN CNAME shop.vercel.example. ; cf_tags=cf-proxied:false');
  expect(text).toContain(';; shop.example. 1 IN A 203.0.113.10 ; cf_tags=cf-proxied:true');
});

test('DNSControl runs its file', () => {
  const told: unknown[][] = [];
  const record =
    (type: string) =>
    (...parts: unknown[]): unknown[] => [type, ...parts];
  runInContext(
    renderDnscontrol(review),
    createContext({
      NewRegistrar: String,
      NewDnsProvider: String,
      DnsProvider: String,
      TTL: (seconds: number) => `ttl ${seconds}`,
      D: (...parts: unknown[]) => told.push(...parts.filter((part): part is unknown[] => Array.isArray(part))),
      END: {},
      ...Object.fromEntries(['A', 'AAAA', 'CAA', 'CNAME', 'MX', 'SRV', 'TXT'].map((type) => [type, record(type)])),
    }),
  );
  expect(told).toEqual([
    ['MX', '@', 1, 'smtp.google.com.', 'ttl 300'],
    ['TXT', '@', 'v=spf1 include:_spf.google.com ~all', 'ttl 300'],
    ['TXT', '@', ODD, 'ttl 3600'],
    ['CAA', '@', 'issue', 'letsencrypt.org', 'ttl 300'],
    ['CNAME', 'app', 'shop.vercel.example.', 'ttl 300'],
    ['TXT', 's1._domainkey', KEY, 'ttl 300'],
  ]);
});

test('Terraform gets nothing that it would take for a template', () => {
  const text = renderTerraform(review);
  expect(text).toContain('content  = "\\"odd \\\\\\" \\\\\\\\ $${a} %%{b} \\\\009\\""');
  expect(text.match(/^resource /gm)).toHaveLength(6);
  expect(text).toContain('data     = { flags = 0, tag = "issue", value = "letsencrypt.org" }');
  expect(text).toMatch(/^# resource "cloudflare_dns_record" "r1_apex_a" \{$/m);
});

/** Texts that try to end the string, the line or the comment that they stand in. */
const HOSTILE = ['a\\\\b\\"; evil {}', '\\\\f\\"', 'x\\010resource', '${evil}', '%{ if evil }', '*/ evil', 'grüße'];

test('no record gets out of its place in a file', () => {
  const { surface } = review;
  const [domain] = surface?.domains ?? [];
  const records = HOSTILE.map((text, index) => ({
    name: `h${index}.shop.example`,
    type: 'TXT' as const,
    ttl: 300,
    value: `"${text.replace('grüße', 'gr\\195\\188\\195\\159e')}"`,
    purpose: 'a\nb',
    state: 'seen' as const,
  }));
  const cname = {
    name: 'c;"(.shop.example',
    type: 'CNAME' as const,
    ttl: 300,
    value: 'a.example.',
    purpose: '',
    state: 'seen' as const,
  };
  const hostile = { ...review, surface: { ...surface!, domains: [{ ...domain!, records: [...records, cname] }] } };
  const plain = HOSTILE.map((text) =>
    text.replaceAll(/\\(\d{3}|.)/g, (_, part: string) =>
      part.length === 3 ? String.fromCharCode(Number(part)) : part,
    ),
  );
  // A quoted string of HCL is one of JSON, but for what begins a template.
  const strings = [...renderTerraform(hostile).matchAll(/^ {2}content {2}= (".*")$/gm)].map(
    ([, one = '']) => JSON.parse(one.replaceAll('$${', () => '${').replaceAll('%%{', '%{')) as string,
  );
  expect(strings).toEqual([...records.map(({ value }) => value), 'a.example']);
  expect(renderTerraform(hostile)).not.toMatch(/^resource\b(?! "cloudflare_dns_record")/m);
  for (const text of [renderZone(hostile), renderCloudflare(hostile)]) {
    const { records: read, problems } = parseZoneFile(text, 'shop.example');
    expect(problems).toEqual([]);
    expect(read.filter(({ type }) => type === 'TXT')).toHaveLength(HOSTILE.length);
    expect(read.filter(({ type }) => type === 'CNAME').map(({ name }) => name)).toEqual(['c;"(.shop.example']);
  }
  const texts: string[] = [];
  const none = (): object => ({});
  runInContext(
    renderDnscontrol(hostile),
    createContext({
      ...Object.fromEntries(
        ['NewRegistrar', 'NewDnsProvider', 'DnsProvider', 'TTL', 'D', 'CNAME'].map((name) => [name, none]),
      ),
      TXT: (_: string, text: string) => texts.push(text),
      END: {},
    }),
  );
  expect(texts).toEqual(plain);
});
