import { existsSync } from 'node:fs';
import { createServer } from 'node:https';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { derivePolicy } from './checks/edge/csp/derive.ts';
import { readPage } from './collect/edge/web/read-page.ts';
import { policiesOf } from './collect/edge/web/policies.ts';
import { makeAuthority } from './net/testing/authority.ts';

const BROWSERS = ['/usr/bin/chromium', '/usr/bin/google-chrome'];
const CHROMIUM = process.env['CHROMIUM'] ?? BROWSERS.find((path) => existsSync(path)) ?? '/usr/bin/chromium';
const missing = !existsSync(CHROMIUM);
if (missing) console.warn(`Skipped: no browser at ${CHROMIUM} (apt-get install chromium, or set CHROMIUM).`);

/** Two hosts at one port: the shop, and a CDN of its files. */
const files = (port: number): Readonly<Record<string, readonly [type: string, body: string]>> => ({
  'cdn.test/lib.js': ['text/javascript', 'window.lib = 1; document.documentElement.dataset.lib = "ran";'],
  'cdn.test/style.css': ['text/css', 'body { color: rgb(1, 2, 3) }'],
  'cdn.test/photo.svg': ['image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg" width="3" height="3"/>'],
  'cdn.test/frame': ['text/html', 'framed'],
  'shop.test/own.js': ['text/javascript', 'document.documentElement.dataset.own = "ran";'],
  'shop.test/page': [
    'text/html',
    `<!doctype html><html><head><title>Shop</title>
<link rel="stylesheet" href="https://cdn.test:${port}/style.css">
<style>p { margin: 0 }</style>
<script src="/own.js"></script><script src="https://cdn.test:${port}/lib.js"></script>
<script>document.documentElement.dataset.inline = "ran";</script>
<script type="module">document.documentElement.dataset.module = "ran";</script>
<script type="application/ld+json">{"@type": "Product"}</script>
</head><body><p style="color: red">A listing</p>
<img src="https://cdn.test:${port}/photo.svg" srcset="https://cdn.test:${port}/photo.svg 2x" alt=""><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="">
<iframe src="https://cdn.test:${port}/frame"></iframe>
<form action="/search"><input name="q"></form>{listing}</body></html>`,
  ],
});

const INJECTED =
  '<script>document.documentElement.dataset.evil = "ran";</script><img src="/nothing" onerror="document.documentElement.dataset.evil = \'ran\'"><script src="https://evil.test/x.js"></script><base href="https://evil.test/">';

describe.skipIf(missing)('the derived policy in a browser', () => {
  let browser: Browser;
  let port = 0;
  /** What is sent with the page. */
  let policy: string | undefined;
  let listing = '';
  const closers: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    const authority = await makeAuthority();
    const issued = await authority.issue({ names: ['shop.test', 'cdn.test'], days: 90, age: 1, chain: true });
    const server = createServer(issued, (request, response) => {
      const host = (request.headers.host ?? '').split(':')[0];
      const [type, body] = files(port)[`${host}${request.url}`] ?? ['text/plain', ''];
      response.setHeader('content-type', type);
      if (policy !== undefined && type === 'text/html' && host === 'shop.test')
        response.setHeader('content-security-policy', policy);
      response.end(body.replace('{listing}', listing));
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    port = (server.address() as AddressInfo).port;
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: ['--no-sandbox', `--host-resolver-rules=MAP shop.test 127.0.0.1, MAP cdn.test 127.0.0.1, MAP * ~NOTFOUND`],
    });
    closers.push(
      () => browser.close(),
      async () => {
        server.closeAllConnections();
        server.close();
      },
    );
  });
  afterAll(async () => {
    for (const close of closers) await close();
  });

  const visit = async (): Promise<{ violations: string[]; ran: Record<string, string>; styled: string }> => {
    const context = await browser.newContext({ ignoreHTTPSErrors: true });
    try {
      const page = await context.newPage();
      await page.addInitScript(
        "window.violations = []; addEventListener('securitypolicyviolation', (event) => window.violations.push(`${event.effectiveDirective} ${event.blockedURI}`))",
      );
      await page.goto(`https://shop.test:${port}/page`, { waitUntil: 'networkidle' });
      return (await page.evaluate(
        '({ violations: window.violations, ran: { ...document.documentElement.dataset }, styled: getComputedStyle(document.body).color })',
      )) as never;
    } finally {
      await context.close();
    }
  };

  const read = () => {
    const [type, body] = files(port)['shop.test/page']!;
    const answer = {
      ok: true as const,
      status: 200,
      headers: [['content-type', type]] as [string, string][],
      body: Buffer.from(body.replace('{listing}', '')),
      cut: false,
      ms: 1,
    };
    return readPage(`https://shop.test:${port}/page`, answer, answer);
  };

  test('lets the page do all that it does, and stops what gets into it', async () => {
    const derived = derivePolicy([read()]);
    policy = derived?.text;
    listing = '';
    const whole = await visit();
    expect(whole).toEqual({
      violations: [],
      ran: { own: 'ran', lib: 'ran', inline: 'ran', module: 'ran' },
      styled: 'rgb(1, 2, 3)',
    });
    listing = INJECTED;
    const attacked = await visit();
    expect(attacked.ran).not.toHaveProperty('evil');
    expect(attacked.violations.toSorted()).toEqual([
      'base-uri https://evil.test/',
      'script-src-attr inline',
      'script-src-elem https://evil.test/x.js',
      'script-src-elem inline',
    ]);
  });

  test('without it the same page runs what got into it', async () => {
    policy = undefined;
    listing = INJECTED;
    expect((await visit()).ran).toHaveProperty('evil', 'ran');
  });

  test('has no hole that the evaluator knows', () => {
    const { text = '' } = derivePolicy([read()]) ?? {};
    expect(policiesOf([['content-security-policy', text]], [])).toEqual([{ text, holes: [] }]);
  });
});
