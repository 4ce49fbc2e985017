import { expect, test } from 'vitest';
import type { WebHost, WebPage } from '../../../model/evidence/edge/web.ts';
import type { Visit } from '../../../net/browser/visit.ts';
import { addVisit, seenInBrowser } from './in-browser.ts';
import { readPage } from './read-page.ts';

const page = (
  url: string,
  text = '<img src="http://a.test/x.png"><script src="https://cdn.test/a.js"></script>',
): WebPage =>
  readPage(url, {
    ok: true,
    status: 200,
    headers: [['content-type', 'text/html']],
    body: Buffer.from(text),
    cut: false,
    ms: 1,
  });
const host = (name: string, one?: WebPage): WebHost => ({
  host: name,
  purpose: 'other',
  plain: { hops: [], end: 'page' },
  secure: { hops: [], end: 'page' },
  deep: { hops: [], end: 'page' },
  ...(one === undefined ? {} : { page: one }),
  robotsShut: false,
});

test('what a browser saw stands beside what the markup says, once', () => {
  const visit: Visit = {
    requests: [
      { type: 'Script', url: 'https://cdn.test/b.js' },
      { type: 'Fetch', url: 'https://shop.test/api' },
      { type: 'WebSocket', url: 'wss://live.test/' },
      { type: 'Other', url: 'https://shop.test/favicon.ico' },
      { type: 'Preflight', url: 'https://api.test/' },
      { type: 'constructor', url: 'https://evil.test/' },
      { type: 'Image', url: 'chrome-extension://x/' },
    ],
    mixed: [
      { type: 'Image', url: 'http://a.test/x.png' },
      { type: 'Resource', url: 'http://a.test/y' },
      { type: 'Resource', url: 'http://a.test/y' },
    ],
    blocked: [
      { type: 'connect-src', url: 'https://db.test/rest/v1/x' },
      { type: 'connect-src', url: 'https://db.test/rest/v1/x' },
      { type: 'script-src', url: 'eval' },
      { type: 'style-src-attr', url: 'inline' },
      { type: 'constructor', url: 'https://evil.test/' },
    ],
    styles: 3,
  };
  const { loads, mixed, blocked } = addVisit(page('https://shop.test/'), visit);
  expect(blocked).toEqual([
    { kind: 'connect', what: 'https://db.test/rest/v1/x', inline: false, rule: 'connect-src', late: true },
    { kind: 'script', what: 'eval', inline: true, rule: 'script-src', late: true },
  ]);
  expect(loads?.sources).toEqual([
    { kind: 'img', source: 'https://a.test' },
    { kind: 'script', source: 'https://cdn.test' },
    { kind: 'connect', source: "'self'" },
    { kind: 'connect', source: 'wss://live.test' },
    { kind: 'connect', source: 'https://db.test' },
  ]);
  expect([loads?.inlineStyles, loads?.inBrowser]).toEqual([3, true]);
  expect(mixed).toEqual([
    { tag: 'img', url: 'http://a.test/x.png' },
    { tag: 'fetch', url: 'http://a.test/y' },
  ]);
});

test('each page is loaded once, three at a time, eight at most; what did not load stays as it is', async () => {
  const hosts = [
    host('gone.test'),
    ...Array.from({ length: 12 }, (_, at) => host(`h${at}.test`, page(`https://h${at % 10}.test/`))),
  ];
  const asked: string[] = [];
  let open = 0;
  let most = 0;
  const { looked, wanted, seen } = await seenInBrowser(
    async (url) => {
      asked.push(url);
      most = Math.max(most, ++open);
      await new Promise((resolve) => setImmediate(resolve));
      open--;
      return url.includes('h1.') ? null : { requests: [], mixed: [], blocked: [], styles: 0 };
    },
    [hosts, page('https://h0.test/')],
  );
  expect([wanted, seen, most, asked.length, new Set(asked).size]).toEqual([8, 7, 3, 8, 8]);
  const marks = looked[0].map((one) => one.page?.loads?.inBrowser === true);
  expect(marks).toEqual([false, true, false, ...Array.from({ length: 6 }, () => true), false, false, true, false]);
  expect(looked[1]?.loads?.inBrowser).toBe(true);
});
