import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WebAsset } from '../../../../model/evidence/edge/web.ts';
import { createNet, type Net } from '../../../../net/net.ts';
import { openDnsServer } from '../../../../net/testing/dns-server.ts';
import { readPage } from '../read-page.ts';
import { servedBy } from './served.ts';

const JS = 'one();';
const digest = (algorithm: string, text: string): string =>
  `${algorithm}-${createHash(algorithm).update(text).digest('base64')}`;

const ANSWERS: Readonly<Record<string, (response: ServerResponse, origin?: string) => void>> = {
  '/sound.js': (response) => response.setHeader('content-type', 'text/javascript; charset=utf-8').end(JS),
  '/old.js': (response) => response.writeHead(410).end(),
  '/shell.js': (response) => response.setHeader('content-type', 'text/html').end('<!doctype html>'),
  '/text.js': (response) =>
    response.setHeader('content-type', 'text/plain').setHeader('x-content-type-options', 'nosniff').end(JS),
  '/typeless.js': (response) => response.setHeader('x-content-type-options', 'nosniff').end(JS),
  '/sniffed.js': (response) => response.setHeader('content-type', 'text/plain').end(JS),
  '/walled.js': (response) => response.writeHead(403, { 'content-type': 'text/html' }).end('no'),
  '/shared.js': (response, origin = '') =>
    response
      .setHeader('content-type', 'application/javascript')
      .setHeader('access-control-allow-origin', origin)
      .end(JS),
  '/style.css': (response) => response.setHeader('content-type', 'text/css').end('p{}'),
};

const asked: string[] = [];
const closers: (() => Promise<unknown>)[] = [];
let net: Net;

beforeAll(async () => {
  const server = createServer((request, response) => {
    asked.push(`${request.headers.host}${request.url}`);
    const answer = ANSWERS[request.url ?? ''] ?? ((one: ServerResponse) => one.writeHead(404).end());
    answer(response, request.headers.origin);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const dns = await openDnsServer(
    new Map(
      ['shop.test', 'files.shop.test', 'cdn.test'].map((name) => [
        name,
        { records: [{ type: 'A', data: '127.0.0.1' }] },
      ]),
    ),
  );
  net = createNet({
    servers: [dns],
    detours: [{ host: '', port: 80, address: '', toPort: (server.address() as AddressInfo).port }],
    ca: [],
    now: () => new Date(),
    inside: true,
    runId: 'test',
    version: '0',
    signal: new AbortController().signal,
  });
  closers.push(
    () => net.close(),
    () => dns.close(),
    async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  );
});
afterAll(async () => {
  for (const close of closers) await close();
});

/** What a browser would say of what that markup loads. */
const look = async (markup: string): Promise<WebAsset['broken'][]> => {
  const headers: [string, string][] = [['content-type', 'text/html']];
  const page = readPage('http://shop.test/', {
    ok: true,
    status: 200,
    headers,
    body: Buffer.from(markup),
    cut: false,
    ms: 1,
  });
  const { assets = [] } = await servedBy(net, new Set(['shop.test', 'files.shop.test']))(page);
  return assets.map(({ broken }) => broken);
};
const script = (src: string, more = ''): string => `<script src="${src}" ${more}></script>`;

test.each<[string, string, string | undefined]>([
  ['what is as it should be', script('/sound.js'), undefined],
  ['a file of the release before', script('/old.js'), 'gone'],
  ['a file that never was', script('/never.js'), 'gone'],
  ['the page of a single-page app', script('/shell.js'), 'page'],
  ['text that must not be sniffed', script('/text.js'), 'type'],
  ['no type that must not be sniffed', script('/typeless.js'), 'type'],
  ['text that browsers sniff', script('/sniffed.js'), undefined],
  ['a wall, which may be there for programs alone', script('/walled.js'), undefined],
  ['a style', '<link rel="stylesheet" href="/style.css">', undefined],
  ['a script for a style', '<link rel="stylesheet" href="/text.js">', 'type'],
  ['the right digest', script('/sound.js', `integrity="${digest('sha384', JS)}"`), undefined],
  [
    'one right digest of two',
    script('/sound.js', `integrity="${digest('sha256', 'x')} ${digest('sha256', JS)}"`),
    undefined,
  ],
  ['another digest', script('/sound.js', `integrity="${digest('sha256', 'x')}"`), 'digest'],
  [
    'a right one, and a stronger one that is wrong',
    script('/sound.js', `integrity="${digest('sha256', JS)} ${digest('sha512', 'x')}"`),
    'digest',
  ],
  ['words that are no digest', script('/sound.js', 'integrity="md5-abc sha256"'), undefined],
  ['a module of a host that shares it', script('http://files.shop.test/shared.js', 'type=module'), undefined],
  ['a module of a host that does not', script('http://files.shop.test/sound.js', 'type=module'), 'unshared'],
  ['a module of the page’s own host', script('/sound.js', 'type=module'), undefined],
  ['the same without modules', script('http://files.shop.test/sound.js'), undefined],
  [
    'a digest without crossorigin',
    script('http://cdn.test/sound.js', `integrity="${digest('sha256', JS)}"`),
    'unasked',
  ],
])('%s', async (_, markup, how) => {
  expect((await look(markup)).map((broken) => broken?.how)).toEqual([how]);
});

test('hosts of others are not asked', async () => {
  asked.length = 0;
  expect(await look(script('http://cdn.test/old.js') + script('http://cdn.test/never.js', 'crossorigin'))).toEqual([
    undefined,
    undefined,
  ]);
  expect(asked).toEqual([]);
});
