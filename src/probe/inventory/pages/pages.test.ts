import { afterEach, describe, expect, test } from 'vitest';
import { openSite, type TestSite } from '../test-site.ts';
import { isDangerous } from '../words.ts';
import { Clusters } from './clusters.ts';
import { crawl } from './crawl.ts';
import { tagsOf } from './html.ts';
import { readPage } from './read-page.ts';
import { askRobots, readRobots } from './robots.ts';

let site: TestSite | undefined;
afterEach(() => site?.close());

const walk = async (pages: Readonly<Record<string, string>>) => {
  site = await openSite((req, res) => {
    const page = pages[req.url ?? ''] ?? pages[new URL(req.url ?? '/', 'http://x').pathname];
    res.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html' }).end(page);
  });
  const found = await crawl([new URL(site.origin)], null, [site.origin], site.send, new AbortController().signal);
  return { found, sent: site.sent, operations: found.drafts.map(({ method, path }) => `${method} ${path}`) };
};

test('a page’s links, scripts, forms and hints, whatever its mistakes', () => {
  const page =
    readPage(`<a href=/a&amp;b>x</a><!-- <a href="/no"> --><script>if (a<b) "<a href='/no'>"</script><a href='/c' <b>
    <script src="/m.js"></script><link rel=modulepreload href=/n.js><img src=/photos/1>
    <form method=post action="/go"><input name=a required maxlength=5><input type=hidden name=next value="/x"><select name=s><option value=1><option value=2></select>
    <textarea name=t>old</textarea><button formaction="/other">x</button></form>
    <div hx-delete="/items/1" data-url="/api/x" data-title="/not a path"></div><a href="/unclosed`);
  expect(page.links).toEqual(['/a&b', '/c']);
  expect(page).toMatchObject({
    scripts: ['/m.js', '/n.js'],
    inline: [`if (a<b) "<a href='/no'>"`],
    media: ['/photos/1'],
  });
  expect(page.forms.map(({ action, method }) => `${method} ${action}`)).toEqual(['POST /go', 'POST /other']);
  expect(page.forms[0]?.fields.map(({ name, value, options }) => [name, value, options])).toEqual([
    ['a', '', undefined],
    ['next', '/x', undefined],
    ['s', '', ['1', '2']],
    ['t', 'old', undefined],
  ]);
  expect(page.hints).toEqual([{ method: 'DELETE', url: '/items/1' }, { url: '/api/x' }]);
});

test('hostile pages are read in time', () => {
  const begun = performance.now();
  for (const unit of ['<', '<a ', '<a b=', '<!--', '<script', '<form><form>', '&#', '<a href="'])
    tagsOf(unit.repeat(200_000));
  expect(performance.now() - begun).toBeLessThan(30_000);
});

describe('crawl', () => {
  test('walks each shape of address once or twice, and never where something may happen', async () => {
    const { sent, operations } = await walk({
      '/': `<a href="/orders">o</a><a href="/logout">x</a><a href="/orders/1/delete">x</a><a href="/x?action=remove">x</a><a href="https://evil.example/">e</a><a href="/gone">g</a>`,
      '/orders': [1, 2, 3, 4, 5].map((id) => `<a href="/orders/${id}">${id}</a>`).join(''),
      '/orders/1': '<p>one</p>',
      '/orders/2': '<p>two</p>',
    });
    expect(sent.toSorted()).toEqual(['GET /', 'GET /gone', 'GET /orders', 'GET /orders/1', 'GET /orders/2']);
    expect([...new Set(operations)].toSorted()).toEqual([
      'GET /',
      'GET /logout',
      'GET /orders',
      'GET /orders/{orderId}',
      'GET /orders/{orderId}/delete',
      'GET /x',
    ]);
  });

  test('forms become operations with their fields', async () => {
    const { found } = await walk({
      '/': `<form action="/orders/9/refund?next=/a" method="post"><input type="hidden" name="csrf" value="t"><input type="number" name="amount" min="1" max="9" required><input type="password" name="pw" value="s"><input type="radio" name="why" value="a"><input type="radio" name="why" value="b"></form>
      <form action="/search"><input name="q"></form><form method=post enctype=multipart/form-data action=/up><input type=file name=f></form>`,
    });
    expect(found.drafts.filter(({ sources }) => sources.includes('form'))).toMatchObject([
      {
        method: 'POST',
        path: '/orders/{orderId}/refund',
        parameters: [
          { name: 'orderId', seen: ['9'] },
          { name: 'next', in: 'query', seen: ['/a'] },
        ],
        body: {
          contentType: 'application/x-www-form-urlencoded',
          schema: {
            required: ['amount'],
            properties: {
              csrf: { default: 't' },
              amount: { type: 'integer', minimum: 1, maximum: 9 },
              pw: { format: 'password' },
              why: { enum: ['a', 'b'] },
            },
          },
          seen: { csrf: 't', amount: '', why: 'a' },
        },
      },
      { method: 'GET', path: '/search', parameters: [{ name: 'q', in: 'query' }] },
      {
        method: 'POST',
        path: '/up',
        body: { contentType: 'multipart/form-data', schema: { properties: { f: { format: 'binary' } } } },
      },
    ]);
  });

  test('an endless site ends', async () => {
    site = await openSite((req, res) =>
      res
        .setHeader('content-type', 'text/html')
        .end(
          `<p>${req.url}</p><a href="${req.url}/x${Math.floor(req.url!.length / 3)}">a</a><a href="${req.url}y">b</a>`,
        ),
    );
    await crawl([new URL(site.origin)], null, [site.origin], site.send, new AbortController().signal);
    expect(site.sent.length).toBeLessThanOrEqual(60);
  });

  test('the shell that a single page app gives for every address is no page', async () => {
    const shell = '<div id="root"></div><a href="/about">a</a><a href="/orders/1">b</a>';
    const { operations } = await walk({ '/': shell, '/about': shell, '/orders/1': shell });
    expect(operations.filter((one) => one !== 'GET /')).toEqual([]);
  });

  test('ends when the app asks for fewer requests', async () => {
    site = await openSite((req, res) =>
      res
        .writeHead(req.url === '/' ? 200 : 429, { 'content-type': 'text/html' })
        .end(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map((name) => `<a href="/${name}">x</a>`).join('')),
    );
    const found = await crawl([new URL(site.origin)], null, [site.origin], site.send, new AbortController().signal);
    expect(found.stopped).toBe('the app asked for fewer requests');
    expect(site.sent.length).toBe(5);
  });
});

test('robots.txt and sitemaps', async () => {
  expect(
    readRobots('User-agent: *\nDisallow: /admin/*\nDisallow: /\nDisallow: /private/x$ # y\nSitemap: http://x/s.xml')
      .paths,
  ).toEqual(['/admin', '/private/x']);
  site = await openSite((req, res) => {
    const text: Record<string, string> = {
      '/robots.txt': `Sitemap: /index.xml\nDisallow: /secret`,
      '/index.xml': '<sitemapindex><loc>/one.xml</loc><loc>https://evil.example/two.xml</loc></sitemapindex>',
      '/one.xml': `<urlset>${[1, 2].map((n) => `<url><loc>/products/${n}?a=1&amp;b=2</loc></url>`).join('')}</urlset>`,
    };
    res.writeHead(text[req.url!] === undefined ? 404 : 200).end(text[req.url!]);
  });
  const found = await askRobots(site.origin, site.send);
  expect(found.paths).toEqual(['/secret']);
  expect(found.drafts.map(({ path }) => path)).toEqual(['/products/{productId}', '/products/{productId}']);
});

test('a collection with several hyphenated children has items', () => {
  const clusters = new Clusters();
  for (const path of [
    '/shops/holm-stoneware',
    '/shops/telar-reyes',
    '/shops/new',
    '/auth/sign-up',
    '/auth/log-in',
    '/pages/about',
  ])
    clusters.add(path);
  expect(clusters.templatize('/shops/telar-reyes')).toEqual({
    template: '/shops/{shopSlug}',
    values: { shopSlug: 'telar-reyes' },
  });
  for (const path of ['/shops/new', '/auth/sign-up', '/pages/about'])
    expect(clusters.templatize(path).template).toBe(path);
});

test.each([
  '/logout',
  '/auth/sign-out',
  '/orders/1/delete',
  '/a?action=delete',
  '/db/drop',
  '/account/deactivate',
  '/cart/empty',
])('%s is not walked', (path) => expect(isDangerous(path)).toBe(true));
test.each(['/deleted-items-policy-x', '/orders', '/banana', '/shops/stoplight', '/payments', '/confirmations'])(
  '%s is walked',
  (path) => expect(isDangerous(path)).toBe(false),
);
