import { expect, test } from 'vitest';
import { hostsInZone } from './named-hosts.ts';
import { purposeOf } from './purpose.ts';
import { hostName } from './read-hosts.ts';

test('hosts of a zone file are names with an address or an alias', () => {
  const zone =
    '@ A 192.0.2.1\nshop CNAME x.example.\n_dmarc TXT "v=DMARC1"\nk._domainkey CNAME y.example.\n* A 192.0.2.2\n';
  expect(hostsInZone(zone, 'dns/zone', ['shop.example']).map(({ host, from }) => [host, from])).toEqual([
    ['shop.example', { by: 'zone', at: { path: 'dns/zone', line: 1 } }],
    ['shop.shop.example', { by: 'zone', at: { path: 'dns/zone', line: 2 } }],
  ]);
  expect(hostsInZone(null, 'dns/zone', ['shop.example'])).toEqual([]);
});

test.each([
  ['shop.example', 'apex'],
  ['www.shop.example', 'www'],
  ['api-staging.shop.example', 'staging'],
  ['staging.api.shop.example', 'staging'],
  ['api.shop.example', 'api'],
  ['mta-sts.shop.example', 'mail'],
  ['blue.shop.example', 'other'],
] as const)('%s is %s', (host, purpose) => {
  expect(purposeOf(host, 'shop.example')).toBe(purpose);
});

test.each([
  ['Bücher.example.', 'xn--bcher-kva.example'],
  ['SHOP.example', 'shop.example'],
  ['192.0.2.1', null],
  ['*.shop.example', null],
  ['a b.example', null],
  ['shop', null],
  [`${'a'.repeat(64)}.example`, null],
])('%s as DNS has it', (text, name) => {
  expect(hostName(text)).toBe(name);
});
