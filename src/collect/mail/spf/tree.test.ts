import { afterEach, expect, test } from 'vitest';
import type { SpfNode } from '../../../model/evidence/mail.ts';
import { DnsClient } from '../../../net/dns/client.ts';
import { openDnsServer, type DnsServerHandle, type ZoneName } from '../../../net/testing/dns-server.ts';
import { spfDns } from './spf-dns.ts';
import { lookupsOf, nodesOf, voidsOf } from '../../../model/judge/spf.ts';
import { spfTree } from './tree.ts';

let server: DnsServerHandle | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const treeOf = async (
  texts: Readonly<Record<string, string | readonly string[]>>,
  domain = 'shop.test',
): Promise<SpfNode> => {
  const zones = new Map<string, ZoneName>(
    Object.entries(texts).map(([name, text]) => [
      name,
      { records: [text].flat().map((one) => ({ type: 'TXT', data: [Buffer.from(one)] })) },
    ]),
  );
  server = await openDnsServer(zones);
  return spfTree(domain, spfDns(new DnsClient({ servers: [server], timeout: 500, tries: 1 })));
};

test('counts what each term uses of the ten, all below it included', async () => {
  const tree = await treeOf({
    'shop.test': 'v=spf1 include:a.test include:b.test ip4:192.0.2.0/24 -all',
    'a.test': 'v=spf1 include:c.test include:d.test ~all',
    'b.test': 'v=spf1 ip4:192.0.2.1 ~all',
    'c.test': 'v=spf1 exists:%{i}.c.test -all',
    'd.test': 'v=spf1 redirect=b.test',
  });
  expect(tree.terms.map(({ text, lookups }) => `${text} ${lookups}`)).toEqual([
    'include:a.test 5',
    'include:b.test 1',
    'ip4:192.0.2.0/24 0',
    '-all 0',
  ]);
  expect(lookupsOf(tree)).toBe(6);
  expect(voidsOf(tree)).toEqual([]);
});

test.each<[string, Readonly<Record<string, string | readonly string[]>>, string]>([
  [
    'a circle',
    { 'shop.test': 'v=spf1 include:a.test -all', 'a.test': 'v=spf1 include:shop.test -all' },
    'read read loop',
  ],
  ['nothing there', { 'shop.test': 'v=spf1 include:gone.test -all' }, 'read none'],
  ['two records', { 'shop.test': ['v=spf1 -all', 'v=spf1 ~all'] }, 'several'],
  [
    'a faulty one below',
    { 'shop.test': 'v=spf1 include:a.test -all', 'a.test': 'v=spf1 ipv4:192.0.2.1' },
    'read faulty',
  ],
  ['a name of macros', { 'shop.test': 'v=spf1 include:%{i}.a.test -all' }, 'read dynamic'],
  ['no record', {}, 'none'],
])('%s', async (_, texts, states) => {
  expect(
    nodesOf(await treeOf(texts))
      .map(({ state }) => state)
      .join(' '),
  ).toBe(states);
});

test('what is asked for and not there is void', async () => {
  const tree = await treeOf({ 'shop.test': 'v=spf1 a:gone.test mx:gone.test exists:gone.test include:gone.test -all' });
  expect(voidsOf(tree).map(({ text }) => text)).toEqual([
    'a:gone.test',
    'mx:gone.test',
    'exists:gone.test',
    'include:gone.test',
  ]);
});
