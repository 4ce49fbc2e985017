import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { expect, test } from 'vitest';
import { parseMail } from '../message/message.ts';
import { canonicalBody, canonicalField, type Canonical } from './canonical.ts';
import { verifyDkim, type DkimVerdict } from './verify.ts';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const KEY = `v=DKIM1; k=ed25519; p=${publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('base64')}`;
const NOW = Date.UTC(2026, 10, 26) / 1000;

interface Signing {
  head: readonly string[];
  body: string;
  /** Names in `h=`, as they stand there; one that stands twice is signed twice, from the bottom up. */
  h: string;
  c?: [Canonical, Canonical];
  more?: string;
  /** Bytes of the body that are signed. */
  l?: number;
}

/** Signs a mail with node:crypto alone, without the code that verifies it taking part in which fields are taken. */
const signed = ({ head, body, h, c = ['relaxed', 'relaxed'], more = '', l }: Signing): string => {
  const canonical = canonicalBody(Buffer.from(body, 'latin1'), c[1]);
  const bh = createHash('sha256')
    .update(canonical.subarray(0, l ?? canonical.length))
    .digest('base64');
  const length = l === undefined ? '' : ` l=${l};`;
  const empty = `DKIM-Signature: v=1; a=ed25519-sha256; c=${c.join('/')}; d=shop.test; s=ed;${length}${more} h=${h};\r\n bh=${bh}; b=`;
  const left = [...head];
  const taken = h.split(':').flatMap((name) => {
    const at = left.findLastIndex((field) => field.toLowerCase().startsWith(`${name.trim().toLowerCase()}:`));
    return at < 0 ? [] : left.splice(at, 1);
  });
  const text = [...taken.map((field) => `${canonicalField(field, c[0])}\r\n`), canonicalField(empty, c[0])].join('');
  const b = sign(null, createHash('sha256').update(text, 'latin1').digest(), privateKey).toString('base64');
  return `${empty}${b}\r\n${head.join('\r\n')}\r\n\r\n${body}`;
};

const verdicts = (text: string | Buffer, key: string = KEY): Promise<DkimVerdict[]> =>
  verifyDkim(
    parseMail(typeof text === 'string' ? Buffer.from(text, 'latin1') : text),
    () => Promise.resolve([key]),
    NOW,
  );
const said = async (text: string | Buffer): Promise<string> =>
  (await verdicts(text))
    .map(({ result, problem = '', partial }) => `${result} ${partial === true ? 'partial' : problem}`.trim())
    .join('; ');

const HEAD = ['From: Shop <a@shop.test>', 'To: anna@example.net', 'Subject: Your   order,\r\n\tfolded'];
const BODY = 'Hello \t there  \r\n\r\nThanks.\r\n\r\n\r\n';

test.each<[Canonical, Canonical]>([
  ['simple', 'simple'],
  ['simple', 'relaxed'],
  ['relaxed', 'simple'],
  ['relaxed', 'relaxed'],
])('c=%s/%s', async (head, body) => {
  expect(await said(signed({ head: HEAD, body: BODY, h: 'From:To:Subject', c: [head, body] }))).toBe('pass');
});

test('a relaxed signature outlives other folding and blanks; a simple one does not', async () => {
  const refold = (text: string): string =>
    text.replace('order,\r\n\tfolded', 'order, folded').replace('Hello \t there  ', 'Hello there');
  const of = (c: [Canonical, Canonical]): string => refold(signed({ head: HEAD, body: BODY, h: 'From:Subject', c }));
  expect(await said(of(['relaxed', 'relaxed']))).toBe('pass');
  expect(await said(of(['simple', 'relaxed']))).toBe('fail the signature does not fit head or key');
  expect(await said(of(['relaxed', 'simple']))).toBe('fail the body was changed after it was signed');
});

test('l= signs the first part alone: what is added behind it passes, and is told', async () => {
  const mail = signed({ head: HEAD, body: 'Hello\r\n', h: 'From', l: 7 });
  expect(await said(mail)).toBe('pass');
  expect(await said(`${mail}Send money.\r\n`)).toBe('pass partial');
  expect(await said(mail.replace('Hello\r\n', 'He\r\n'))).toBe('permerror l= is longer than the body');
});

test('x= is the last second on which it counts', async () => {
  expect(await said(signed({ head: HEAD, body: BODY, h: 'From', more: ` t=1; x=${NOW};` }))).toBe('pass');
  expect(await said(signed({ head: HEAD, body: BODY, h: 'From', more: ` x=${NOW - 1};` }))).toBe(
    'fail the signature has expired',
  );
});

test('a field that h= names once more than it stands there may not be added', async () => {
  const twice = signed({ head: HEAD, body: BODY, h: 'From:From:Subject' });
  const added = twice.replace('From: Shop', 'From: x@evil.example\r\nFrom: Shop');
  expect(await said(twice)).toBe('pass');
  expect(await said(added)).toBe('fail the signature does not fit head or key');
  expect(
    await said(
      signed({ head: HEAD, body: BODY, h: 'From:Subject' }).replace('From: Shop', 'From: x@evil.example\r\nFrom: Shop'),
    ),
  ).toBe('pass');
});

test('fields that stand several times are taken from the bottom up', async () => {
  const head = ['Received: one', 'Received: two', ...HEAD];
  const mail = signed({ head, body: BODY, h: 'From:Received' });
  expect(await said(mail.replace('Received: one', 'Received: new'))).toBe('pass');
  expect(await said(mail.replace('Received: two', 'Received: new'))).toBe(
    'fail the signature does not fit head or key',
  );
});

test('each of several signatures has its own verdict', async () => {
  const mail = signed({ head: HEAD, body: BODY, h: 'From' });
  const broken = mail.slice(0, mail.indexOf('From:')).replace(/bh=./, 'bh=!');
  expect(await said(broken + mail)).toBe('fail the body was changed after it was signed; pass');
  expect(await verdicts(mail.slice(0, mail.indexOf('From:')).repeat(50) + mail)).toHaveLength(10);
});

test('bytes beyond ASCII and bare line feeds', async () => {
  const mail = signed({
    head: ['From: a@shop.test', 'Subject: 5 \xA4 \xFF'],
    body: 'caf\xE9 \xFF\xFE\r\n',
    h: 'From:Subject',
  });
  expect(await said(mail)).toBe('pass');
  expect(await said(mail.replaceAll('\r\n', '\n'))).toBe('pass');
});

// RFC 8463 A.2 and A.3.
test('the example of RFC 8463', async () => {
  const mail = [
    'DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed;',
    ' d=football.example.com; i=@football.example.com;',
    ' q=dns/txt; s=brisbane; t=1528637909; h=from : to :',
    ' subject : date : message-id : from : subject : date;',
    ' bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;',
    ' b=/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11Bus',
    ' Fa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw==',
    'From: Joe SixPack <joe@football.example.com>',
    'To: Suzie Q <suzie@shopping.example.net>',
    'Subject: Is dinner ready?',
    'Date: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)',
    'Message-ID: <20030712040037.46341.5F8J@football.example.com>',
    '',
    'Hi.',
    '',
    'We lost the game.  Are you hungry yet?',
    '',
    'Joe.',
    '',
  ].join('\r\n');
  const key = 'v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=';
  expect(await verdicts(mail, key)).toMatchObject([
    { result: 'pass', domain: 'football.example.com', selector: 'brisbane' },
  ]);
  expect(await verdicts(mail.replace('lost', 'won'), key)).toMatchObject([{ result: 'fail' }]);
});

test.each<[string, string]>([
  ['a body of ten million blanks', `${' '.repeat(10_000_000)}x`],
  ['a body of five million lines', '\r\n'.repeat(5_000_000)],
  ['parts within parts', '--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n'.repeat(180_000)],
])('%s is checked in passing', async (_, body) => {
  const begun = performance.now();
  const mail = signed({ head: HEAD, body: 'x', h: 'From' });
  expect(await said(mail.replace(/\r\n\r\nx$/, `\r\n\r\n${body}`))).toBe(
    'fail the body was changed after it was signed',
  );
  expect(performance.now() - begun).toBeLessThan(5_000);
});

test('a signature of a million blanks is none', async () => {
  const begun = performance.now();
  expect(await said(`DKIM-Signature: v=1; a=${' '.repeat(900_000)}x\r\nFrom: a@shop.test\r\n\r\n`)).toBe(
    'permerror it has no b=',
  );
  expect(performance.now() - begun).toBeLessThan(5_000);
});
