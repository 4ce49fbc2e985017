import { expect, test } from 'vitest';
import { parseZoneFile } from './zone-file.ts';

const read = (text: string): string[] =>
  parseZoneFile(text, 'shop.example').records.map(
    ({ name, ttl, type, data }) => `${name} ${ttl} ${type} ${JSON.stringify(data)}`,
  );

test('owners, times, relative and absolute names', () => {
  expect(
    read(`$TTL 1h
@ IN SOA ns1 host.shop.example. ( 2026112601 ; serial
    1d 2h 4w 300 )
  IN NS ns1
www 300 IN CNAME shop.example.
IN-house A 192.0.2.1
  IN 60 AAAA 2001:db8::1
$ORIGIN mail.shop.example.
@ MX 10 mx.other.example.
a A 192.0.2.2`),
  ).toEqual([
    'shop.example 3600 SOA {"mname":"ns1.shop.example","rname":"host.shop.example","serial":2026112601,"refresh":86400,"retry":7200,"expire":2419200,"minimum":300}',
    'shop.example 3600 NS "ns1.shop.example"',
    'www.shop.example 300 CNAME "shop.example"',
    'in-house.shop.example 3600 A "192.0.2.1"',
    'in-house.shop.example 60 AAAA "2001:db8::1"',
    'mail.shop.example 3600 MX {"preference":10,"exchange":"mx.other.example"}',
    'a.mail.shop.example 3600 A "192.0.2.2"',
  ]);
});

test('texts in parts, semicolons in quotes, comments', () => {
  const { records } = parseZoneFile(
    `; whom mail comes from\n@ TXT "v=spf1 -all"\n_dmarc TXT "v=DMARC1; p=reject" ; since May\nlong TXT ( "a\\"b" "c\\059" )`,
    'shop.example',
  );
  expect(records.map(({ data, comment }) => [data, comment])).toEqual([
    [['v=spf1 -all'], 'whom mail comes from'],
    [['v=DMARC1; p=reject'], 'since May'],
    [['a"b', 'c;'], undefined],
  ]);
});

test('what cannot be read is named by its line and costs nothing else', () => {
  const { records, problems } = parseZoneFile(
    '$INCLUDE other\na A\nb WKS 1\nc MX 10\nd A 192.0.2.1\n@ CAA 0 issue "ca.example"\n(((\n\n',
    'shop.example',
  );
  expect(records.map(({ name, type }) => `${name} ${type}`)).toEqual(['d.shop.example A', 'shop.example CAA']);
  expect(problems.map(({ line }) => line)).toEqual([1, 2, 3, 4]);
});

test('a long row of brackets and quotes takes no time worth speaking of', () => {
  expect(parseZoneFile(`${'("'.repeat(50_000)}\n`, 'x.example').records).toEqual([]);
});
