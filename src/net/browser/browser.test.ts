import { readdirSync } from 'node:fs';
import { once } from 'node:events';
import { createServer as createPlain, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeAuthority } from '../testing/authority.ts';
import { openDnsServer } from '../testing/dns-server.ts';
import { createNet, type Net } from '../net.ts';
import { openBrowser, type Browser } from './browser.ts';
import { findBrowser } from './find-browser.ts';
import type { Visit } from './visit.ts';

const CHROMIUM = findBrowser();
if (CHROMIUM === undefined) console.warn('Skipped: no browser is installed (apt-get install chromium).');

const script = (body: string): string => `<!doctype html><title>Shop</title><body><script>${body}</script>`;
const PAGES: Readonly<Record<string, string>> = {
  '/loads': script(`
    const add = (tag, values) => document.body.append(Object.assign(document.createElement(tag), values));
    add('script', { src: 'https://cdn.test/late.js' });
    add('img', { src: 'https://pictures.test/a.svg' });
    add('iframe', { src: 'https://frame.test/frame' });
    add('style', { textContent: '@font-face { font-family: x; src: url(https://fonts.test/x.woff2) } body { font-family: x }' });
    fetch('https://api.test/read', { mode: 'no-cors' });
    new WebSocket('wss://live.test/socket');`),
  '/writes': script(`
    fetch('/order', { method: 'POST', body: '1' }).catch(() => {});
    navigator.sendBeacon('/beacon', '1');
    new Worker(URL.createObjectURL(new Blob(["fetch('https://shop.test/worker', { method: 'POST' })"])));
    fetch('/read');`),
  '/mixed': script(`
    document.body.append(Object.assign(document.createElement('script'), { src: 'http://cdn.test/plain.js' }));
    fetch('http://api.test/plain').catch(() => {});`),
  '/policed': `<meta http-equiv="Content-Security-Policy" content="connect-src 'self'; img-src 'self'; script-src 'unsafe-inline'">${script(`
    fetch('https://api.test/read').catch(() => {});
    fetch('/read');
    document.body.append(Object.assign(document.createElement('img'), { src: 'https://pictures.test/a.svg' }));
    try { eval('1') } catch {}`)}`,
  '/alert': script(`alert(1); confirm(2); fetch('https://api.test/after', { mode: 'no-cors' });`),
  '/busy': script(`setTimeout(() => { while (true) {} }, 50);`),
  '/endless': script(`const ask = () => fetch('/read?' + Math.random()).finally(ask); ask(); setInterval(ask, 5);`),
  '/inside': script(
    `fetch('http://inside.test/', { mode: 'no-cors' }).catch(() => {}); fetch('http://127.0.0.1:{port}/', { mode: 'no-cors' }).catch(() => {});`,
  ),
  '/elsewhere': '<!doctype html><script>location.href = "https://cdn.test/page"</script>',
  '/page': script(`fetch('https://api.test/there', { mode: 'no-cors' });`),
  '/frame': script(`fetch('https://nested.test/x', { mode: 'no-cors' });`),
};

/** Root has none. */
const SANDBOX = process.getuid?.() !== 0;

describe.skipIf(CHROMIUM === undefined)('a page in a browser', () => {
  let net: Net;
  let browser: Browser;
  const asked: string[] = [];
  const headers: Record<string, IncomingMessage['headers']> = {};
  const closers: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    const names = [
      'shop.test',
      'cdn.test',
      'api.test',
      'pictures.test',
      'frame.test',
      'fonts.test',
      'nested.test',
      'live.test',
    ];
    const { cert, key } = await (await makeAuthority()).issue({ names, days: 90, age: 1, chain: true });
    let port = 0;
    const answer = (request: IncomingMessage, response: ServerResponse): void => {
      const path = request.url ?? '/';
      asked.push(`${request.method} ${request.headers.host}${path.replace(/\?.*/, '')}`);
      headers[`${request.headers.host}${path}`] = request.headers;
      const page = PAGES[path];
      response.writeHead(page === undefined ? 204 : 200, { 'content-type': 'text/html' });
      response.end(page?.replace('{port}', String(port)));
    };
    const [secure, plain] = [createServer({ cert, key }, answer), createPlain(answer)];
    for (const server of [secure, plain]) {
      await once(server.listen(0, '127.0.0.1'), 'listening');
      closers.push(async () => {
        server.closeAllConnections();
        server.close();
        await once(server, 'close');
      });
    }
    ({ port } = plain.address() as AddressInfo);
    const here = { records: [{ type: 'A', data: '192.0.2.1' }] };
    const dns = await openDnsServer(
      new Map([
        ...names.map((name) => [name, here] as const),
        ['inside.test', { records: [{ type: 'A', data: '127.0.0.1' }] }],
      ]),
    );
    closers.push(() => dns.close());
    net = createNet({
      servers: [dns],
      detours: [
        { host: '192.0.2.1', port: 443, address: '127.0.0.1', toPort: (secure.address() as AddressInfo).port },
        { host: '192.0.2.1', port: 80, address: '127.0.0.1', toPort: port },
      ],
      ca: ['a private one'],
      now: () => new Date(),
      inside: false,
      runId: 'the-run',
      version: '0',
      signal: new AbortController().signal,
    });
    browser = await openBrowser(net, {
      program: CHROMIUM!,
      sandbox: SANDBOX,
      isOwn: (host) => host === 'shop.test',
    });
    closers.unshift(() => browser.close());
  });
  afterAll(async () => {
    for (const close of closers) await close();
  });

  const see = async (path: string): Promise<Visit> => {
    const seen = await browser.visit(`https://shop.test${path}`);
    if (seen === null) throw new Error('it did not load');
    return seen;
  };
  const lines = (list: Visit['requests']): string[] => list.map(({ type, url }) => `${type} ${url}`).toSorted();

  test('what its scripts load is told, what frames load is theirs', async () => {
    const { requests, styles } = await see('/loads');
    expect(lines(requests)).toEqual([
      'Document https://frame.test/frame',
      'Fetch https://api.test/read',
      'Font https://fonts.test/x.woff2',
      'Image https://pictures.test/a.svg',
      'Other https://shop.test/favicon.ico',
      'Script https://cdn.test/late.js',
      'WebSocket wss://live.test/socket',
    ]);
    expect(styles).toBe(1);
    expect(asked).toContain('GET nested.test/x');
  });

  test('own hosts are told of the run; others see a browser like any', () => {
    expect(headers['shop.test/loads']?.['x-launch-ready-run']).toBe('the-run');
    expect(headers['shop.test/loads']?.['user-agent']).toMatch(/^Mozilla\/5\.0 .*Chrom/);
    expect(headers['cdn.test/late.js']?.['x-launch-ready-run']).toBeUndefined();
  });

  test('nothing is written, by workers neither', async () => {
    await see('/writes');
    expect(asked).toContain('GET shop.test/read');
    expect(asked.filter((line) => !line.startsWith('GET '))).toEqual([]);
  });

  test('mixed content is named as the browser judges it', async () => {
    const { mixed } = await see('/mixed');
    expect(lines(mixed)).toEqual(['Resource http://api.test/plain', 'Script http://cdn.test/plain.js']);
  });

  test('what the policy of the page keeps its scripts from is told', async () => {
    const { blocked } = await see('/policed');
    expect(lines(blocked)).toEqual([
      'connect-src https://api.test/read',
      'img-src https://pictures.test/a.svg',
      'script-src eval',
    ]);
  });

  test('questions to the visitor are answered, and what follows is seen', async () => {
    expect(lines((await see('/alert')).requests)).toContain('Fetch https://api.test/after');
  });

  test('foreign DNS does not lead into the own network', async () => {
    await see('/inside');
    expect(asked.filter((line) => /inside\.test|127\.0\.0\.1/.test(line))).toEqual([]);
  });

  test('where a script leads away, what is loaded there is not counted for the page', async () => {
    const seen = await browser.visit('https://shop.test/elsewhere');
    expect(asked).toContain('GET api.test/there');
    expect(lines(seen?.requests ?? []).filter((line) => line.includes('api.test'))).toEqual([]);
  });

  test('pages that never rest end in time; a host that is not there is no page', async () => {
    const begun = performance.now();
    const [busy, endless, nobody] = await Promise.all([
      browser.visit('https://shop.test/busy'),
      browser.visit('https://shop.test/endless'),
      browser.visit('https://nobody.test/'),
    ]);
    expect(performance.now() - begun).toBeLessThan(30_000);
    expect(busy?.styles).toBe(0);
    expect(endless?.requests.length).toBeLessThanOrEqual(500);
    expect(nobody).toBeNull();
  });

  test('a program that is no browser, and what is left behind', async () => {
    const folders = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith('launch-ready-browser-'));
    const before = folders();
    await expect(openBrowser(net, { program: '/bin/false', sandbox: true, isOwn: () => true })).rejects.toThrow(
      'The browser /bin/false did not start',
    );
    await expect(openBrowser(net, { program: '/nowhere', sandbox: true, isOwn: () => true })).rejects.toThrow(
      'The browser /nowhere did not start',
    );
    const another = await openBrowser(net, { program: CHROMIUM!, sandbox: SANDBOX, isOwn: () => true });
    expect(folders()).toHaveLength(before.length + 1);
    await another.close();
    expect(await another.visit('https://shop.test/')).toBeNull();
    expect(folders()).toEqual(before);
  });
});
