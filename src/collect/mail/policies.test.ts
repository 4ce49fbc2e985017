import { expect, test } from 'vitest';
import { isNamedBy, parseBimi, parseStsPolicy, parseStsRecord, parseTlsReporting } from './policies.ts';

test.each([
  ['v=STSv1; id=20160831085700Z;', { id: '20160831085700Z' }],
  ['v=STSv1;id=1', { id: '1' }],
  ['v=STSv1; id=with-hyphen', undefined],
  ['v=STSv1', undefined],
  ['id=1; v=STSv1', undefined],
])('MTA-STS record %s', (text, expected) => {
  expect(parseStsRecord(text)).toEqual(expected);
});

// The example of RFC 8461 3.2.
const POLICY =
  'version: STSv1\r\nmode: enforce\r\nmx: mail.example.com\r\nmx: *.example.net\r\nmx: backupmx.example.com\r\nmax_age: 604800\r\n';

test('MTA-STS policy of RFC 8461', () => {
  const policy = parseStsPolicy(POLICY);
  if (typeof policy === 'string') throw new Error(policy);
  expect(policy).toMatchObject({ mode: 'enforce', maxAge: 604_800 });
  expect(
    [
      'mail.example.com',
      'MAIL.example.com.',
      'a.example.net',
      'a.b.example.net',
      'example.net',
      'mail.example.org',
    ].map((host) => isNamedBy(policy, host)),
  ).toEqual([true, true, true, false, false, false]);
});

test.each([
  ['mode', POLICY.replace('enforce', 'strict'), 'its mode is none of enforce, testing and none'],
  ['version', POLICY.replace('version: STSv1\r\n', ''), 'its version is not STSv1'],
  ['max_age', POLICY.replace('604800', 'a week'), 'its max_age is no number of seconds'],
  ['mx', 'version: STSv1\nmode: testing\nmax_age: 1\n', 'it names no mx'],
  ['a page', '<html>\n', 'a line is no “key: value”'],
])('MTA-STS policy with a faulty %s', (_, text, expected) => {
  expect(parseStsPolicy(text)).toBe(expected);
});

test.each([
  ['v=TLSRPTv1; rua=mailto:a@shop.test', { rua: ['mailto:a@shop.test'] }],
  ['v=TLSRPTv1;rua=mailto:a@shop.test,https://r.example/x', { rua: ['mailto:a@shop.test', 'https://r.example/x'] }],
  ['v=TLSRPTv1; rua=a@shop.test', undefined],
  ['v=TLSRPTv1', undefined],
])('TLS-RPT %s', (text, expected) => {
  expect(parseTlsReporting(text)).toEqual(expected);
});

test.each([
  [
    'v=BIMI1; l=https://shop.test/l.svg; a=https://shop.test/v.pem',
    { location: 'https://shop.test/l.svg', authority: 'https://shop.test/v.pem' },
  ],
  ['v=BIMI1; l=; a=', { location: '' }],
  ['v=BIMI1; l=http://shop.test/l.svg', undefined],
])('BIMI %s', (text, expected) => {
  expect(parseBimi(text)).toEqual(expected);
});
