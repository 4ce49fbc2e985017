import { existsSync } from 'node:fs';
import { createServer } from 'node:https';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { isDeepStrictEqual } from 'node:util';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { derivePolicy } from './checks/edge/csp/derive.ts';
import { readPage } from './collect/edge/web/read-page.ts';
import type { WebBlocked } from './model/evidence/edge/web.ts';
import { OWN_SCRIPT, POLICIES, trialPage } from './collect/edge/web/csp/testing/trial.ts';
import { policiesOf } from './collect/edge/web/csp/policies.ts';
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
  'shop.test/own.js': ['text/javascript', OWN_SCRIPT],
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

const DIRECTIVE_OF: Partial<Record<WebBlocked['kind'], string>> = {
  script: 'script-src-elem',
  handler: 'script-src-attr',
  style: 'style-src-elem',
  styled: 'style-src-attr',
};

/** As `securitypolicyviolation` names it. */
const asEvent = ({ kind, what, inline }: WebBlocked): string =>
  `${DIRECTIVE_OF[kind] ?? `${kind}-src`} ${inline ? 'inline' : what.startsWith('data:') ? 'data' : kind === 'frame' && what.includes('cdn.test') ? new URL(what).origin : what}`;

/** A base is no load; and an object that turns out to be a document falls under a second directive. */
const isNoLoad = (violation: string): boolean => /^base-uri |^frame-src .*\/own\.pdf$/.test(violation);

const trialAt = (path: string): (typeof POLICIES)[number] | undefined =>
  POLICIES[Number(/^\/trial\/(\d+)$/.exec(path)?.[1] ?? -1)];

describe.skipIf(missing)('policies in a browser', () => {
  let browser: Browser;
  let port = 0;
  /** What is sent with the page. */
  let policy: string | undefined;
  let listing = '';
  const closers: (() => Promise<unknown>)[] = [];
  const atPort = (text: string): string => text.replaceAll('PORT', String(port));

  beforeAll(async () => {
    const authority = await makeAuthority();
    const issued = await authority.issue({ names: ['shop.test', 'cdn.test'], days: 90, age: 1, chain: true });
    const server = createServer(issued, (request, response) => {
      const host = (request.headers.host ?? '').split(':')[0];
      const path = request.url ?? '';
      const tried = trialAt(path);
      const [type, body] =
        tried === undefined
          ? (files(port)[`${host}${path}`] ?? ['text/plain', ''])
          : ['text/html', trialPage(port, atPort(tried[1]))];
      response.setHeader('content-type', type);
      const sent = tried === undefined ? policy : atPort(tried[0]);
      if (sent !== undefined && type === 'text/html' && host === 'shop.test')
        response.setHeader('content-security-policy', sent);
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

  const visit = async (
    path = '/page',
  ): Promise<{ violations: string[]; ran: Record<string, string>; styled: string }> => {
    const context = await browser.newContext({ ignoreHTTPSErrors: true });
    try {
      const page = await context.newPage();
      await page.addInitScript(
        "window.violations = []; addEventListener('securitypolicyviolation', (event) => window.violations.push(`${event.effectiveDirective} ${event.blockedURI}`))",
      );
      await page.goto(`https://shop.test:${port}${path}`, { waitUntil: 'networkidle' });
      return (await page.evaluate(
        '({ violations: window.violations, ran: { ...document.documentElement.dataset }, styled: getComputedStyle(document.body).color })',
      )) as never;
    } finally {
      await context.close();
    }
  };

  const read = (text = files(port)['shop.test/page']![1].replace('{listing}', ''), sent: readonly string[] = []) => {
    const answer = {
      ok: true as const,
      status: 200,
      headers: [['content-type', 'text/html'], ...sent.map((value) => ['content-security-policy', value])] as [
        string,
        string,
      ][],
      body: Buffer.from(text),
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

  test('what each of many policies stops is told as the browser tells it', { timeout: 240_000 }, async () => {
    const wanted = [...POLICIES.entries()];
    const differ: object[] = [];
    const work = async (): Promise<void> => {
      for (let next = wanted.shift(); next !== undefined; next = wanted.shift()) {
        const [number, [text, inPage]] = next;
        const { violations } = await visit(`/trial/${number}`);
        const { blocked = [] } = read(trialPage(port, atPort(inPage)), [atPort(text)]);
        const [theirs, ours] = [violations.filter((one) => !isNoLoad(one)).toSorted(), blocked.map(asEvent).toSorted()];
        if (!isDeepStrictEqual(ours, theirs)) differ.push({ text, inPage, ours, theirs });
      }
    };
    await Promise.all(Array.from({ length: 4 }, work));
    expect(differ).toEqual([]);
    const stopped = POLICIES.flatMap(
      ([text, inPage]) => read(trialPage(port, atPort(inPage)), [atPort(text)]).blocked ?? [],
    );
    expect(new Set(stopped.map(({ kind }) => kind)).size).toBe(8);
    expect(stopped.length).toBeGreaterThan(300);
  });
});
