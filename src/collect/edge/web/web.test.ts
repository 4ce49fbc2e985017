import { expect, test } from 'vitest';
import type { NetAnswer, NetError } from '../../../net/net.ts';
import { followChain } from './chain.ts';
import { readPage } from './read-page.ts';
import { shutsAll } from './robots.ts';

const answer = (status: number, headers: NetAnswer['headers'] = [], body = ''): NetAnswer => ({
  ok: true,
  status,
  headers,
  body: Buffer.from(body),
  cut: false,
  ms: 1,
});
const html = (body: string, headers: NetAnswer['headers'] = []): NetAnswer =>
  answer(200, [['content-type', 'text/html'], ...headers], body);
const U = 'https://shop.example/';

const follow = async (pages: Readonly<Record<string, string | NetAnswer | NetError>>) => {
  const asked: string[] = [];
  const { chain } = await followChain(
    U,
    (url) => {
      asked.push(url);
      const found = pages[url] ?? answer(404);
      return Promise.resolve(typeof found === 'string' ? answer(301, [['location', found]]) : found);
    },
    (host) => host.endsWith('shop.example'),
  );
  return {
    end: chain.end,
    hops: chain.hops.map(({ status, location }) => `${status} ${location ?? ''}`.trim()),
    asked,
  };
};

test('redirects are followed on the hosts under review alone', async () => {
  expect(await follow({ [U]: 'https://www.shop.example/', 'https://www.shop.example/': html('') })).toMatchObject({
    end: 'page',
    hops: ['301 https://www.shop.example/', '200'],
  });
  const away = await follow({ [U]: 'https://elsewhere.example/' });
  expect([away.end, away.asked]).toEqual(['away', [U]]);
});

test.each([
  ['a circle', { [U]: '/a', [`${U}a`]: '/' }, 'loop'],
  ['itself', { [U]: '/' }, 'loop'],
  ['a script', { [U]: 'javascript:alert(1)' }, 'broken'],
  ['no answer', { [U]: { ok: false, kind: 'connection', said: 'connection refused', ms: 1 } as const }, 'broken'],
  ['no host at all', { [U]: 'https://' }, 'broken'],
  ['an odd port, written out', { [U]: 'https://shop.example:99999/' }, 'broken'],
  ['an odd port of a host that is asked', { [U]: '//shop.example:99999/' }, 'broken'],
])('%s ends', async (_, pages, end) => {
  expect((await follow(pages)).end).toBe(end);
});

test('addresses that grow without end are given up, and a megabyte of Location is cut', async () => {
  const asked: string[] = [];
  const { chain } = await followChain(
    U,
    (url) => {
      asked.push(url);
      return Promise.resolve(answer(302, [['location', `${url}a/`]]));
    },
    () => true,
  );
  expect([chain.end, asked.length]).toEqual(['long', 8]);
  const long = await followChain(
    U,
    () => Promise.resolve(answer(302, [['location', `/${'a'.repeat(1_000_000)}`]])),
    () => true,
  );
  expect(long.chain.hops.every(({ location = '' }) => location.length < 3_000)).toBe(true);
});

test('what a page shows of itself', () => {
  const page = readPage(
    U,
    html(
      `<!-- <script src="http://old.example/a.js"></script> --><title>Shop &amp; more</title><link rel=canonical href="/home">
      <meta name="robots" content="noindex"><meta http-equiv="Content-Security-Policy" content="script-src *">
      <img src='http://i.example/a.png'><form action=http://shop.example/login method=post><input type="password"></form>
      <a href="http://fine.example">x</a><form action="/search"><input name=q></form>`,
      [['content-security-policy', "script-src 'self'; object-src 'none', script-src 'unsafe-inline'"]],
    ),
  );
  expect(page).toMatchObject({
    title: 'Shop & more',
    canonical: 'https://shop.example/home',
    robots: 'noindex',
    mixed: [
      { tag: 'img', url: 'http://i.example/a.png' },
      { tag: 'form', url: 'http://shop.example/login' },
    ],
    passwordForms: ['http://shop.example/login'],
  });
  expect(page.policies.map(({ text, holes }) => [text, holes.length > 0])).toEqual([
    ["script-src 'self'; object-src 'none'", false],
    ["script-src 'unsafe-inline'", true],
    ['script-src *', true],
  ]);
});

test.each([
  ['tags that never end', '<img "'.repeat(80_000)],
  ['comments that never end', '<!--'.repeat(120_000)],
  ['quotes without end', `<meta content='${'"'.repeat(400_000)}`],
  ['forms in forms', '<form action="'.repeat(40_000)],
  ['titles without end', '<title '.repeat(70_000)],
])('%s are read in passing', { timeout: 10_000 }, (_, body) => {
  expect(readPage(U, html(body)).mixed).toEqual([]);
});

test('a thousand headers and long values are cut', () => {
  const headers = Array.from({ length: 1_000 }, (_, at): [string, string] => [`x-${at}`, 'v'.repeat(60_000)]);
  const page = readPage(U, html('', headers));
  expect(page.headers.length).toBeLessThanOrEqual(120);
  expect(page.headers.every(([, value]) => value.length <= 8_000)).toBe(true);
});

test('what a site does to see whether cookies are kept is no circle', async () => {
  const asked: (string | undefined)[] = [];
  const shop = (url: string, cookie?: string): Promise<NetAnswer> => {
    asked.push(cookie);
    return Promise.resolve(
      cookie === 'seen=1'
        ? html('<title>Shop</title>')
        : answer(302, [
            ['location', url],
            ['set-cookie', 'seen=1; Path=/; Secure'],
          ]),
    );
  };
  const { chain } = await followChain(U, shop, () => true);
  expect([chain.end, chain.hops.length, asked.length]).toEqual(['page', 2, 3]);
  const other = await followChain(
    U,
    (url) =>
      Promise.resolve(
        answer(302, [
          ['location', url],
          ['set-cookie', 'a=1'],
        ]),
      ),
    () => true,
  );
  expect(other.chain.end).toBe('loop');
});

test('a Location in bytes of UTF-8', async () => {
  const bytes = Buffer.from('/käse').toString('latin1');
  expect((await follow({ [U]: bytes })).hops[0]).toBe(`301 ${U}k%C3%A4se`);
});

test.each([
  ['for all', 'User-agent: *\nDisallow: /', true],
  ['with a byte order mark', '\uFEFFUser-agent: *\nDisallow: /', true],
  ['for all, first of several names', 'User-agent: *\nUser-agent: GPTBot\nDisallow: /', true],
  ['for some', 'User-agent: GPTBot\nDisallow: /\n\nUser-agent: *\nDisallow: /admin', false],
  ['with an exception', 'User-agent: *\nDisallow: /\nAllow: /shop', false],
  ['for all but Google', 'User-agent: Googlebot\nAllow: /\n\nUser-agent: *\nDisallow: /', false],
])('robots.txt is shut %s', (_, text, shut) => {
  expect(shutsAll(text)).toBe(shut);
});
