import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createHttpClient, type HttpClient } from '../../net/http/client.ts';
import { Breaker } from '../consent/breaker.ts';
import { LOOPBACK_BUDGET, Meter } from '../consent/budget.ts';
import { openScope } from '../consent/scope.ts';
import type { Send } from '../contract/send.ts';
import { createSend } from './create-send.ts';
import { Hearing } from './hearing.ts';
import { Recorder } from './recorder.ts';
import { followSlashes } from './slashes.ts';

let server: Server;
let client: HttpClient;
let origin: string;
let send: Send;
let seen: string[] = [];
const moves: Record<string, string> = {
  '/articles': '/articles/',
  '/tags?page=2': '/tags/?page=2',
  '/bare/': '/bare',
  '/loop': '/loop/',
  '/loop/': '/loop',
  '/login': '/login/else',
  '/away': 'http://elsewhere.test/away/',
};

beforeAll(async () => {
  server = createServer((req, res) => {
    let body = '';
    req.on('data', (part: Buffer) => (body += part.toString()));
    req.on('end', () => {
      seen.push(`${req.method} ${req.url} ${body}`.trim());
      const to = moves[req.url ?? ''];
      if (to === undefined) res.end('{}');
      else res.writeHead(307, { location: to.startsWith('/tags') ? origin + to : to }).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const opened = await openScope([origin]);
  if (!opened.ok) throw new Error(opened.reason);
  client = createHttpClient({ pins: opened.scope.allowed, connections: 4 });
  const bare = createSend({
    client,
    scope: opened.scope,
    mode: 'write',
    meter: new Meter(LOOPBACK_BUDGET),
    breaker: new Breaker(),
    recorder: new Recorder(),
    hearing: new Hearing(),
    runId: 'run-1',
    version: '0',
    credentials: () => ({}),
    signal: new AbortController().signal,
    refused: new Map(),
  });
  send = followSlashes(bare, new Map());
});
afterAll(async () => {
  await client.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
beforeEach(() => {
  seen = [];
});

const ask = async (method: 'GET' | 'POST', path: string) => {
  const answer = await send(
    { method, url: origin + path, ...(method === 'POST' ? { body: { json: { a: 1 } } } : {}) },
    { as: null, mode: 'write' },
  );
  return answer.ok ? answer.status : answer.said;
};

test('a slash that the app adds is added, with method and body, and at once the next time', async () => {
  expect(await ask('POST', '/articles')).toBe(200);
  expect(await ask('GET', '/articles?limit=1')).toBe(200);
  expect(seen).toEqual(['POST /articles {"a":1}', 'POST /articles/ {"a":1}', 'GET /articles/?limit=1']);
});

test('a full address, a query, and a slash that is taken away', async () => {
  expect(await ask('GET', '/tags?page=2')).toBe(200);
  expect(await ask('GET', '/bare/')).toBe(200);
  expect(seen).toEqual(['GET /tags?page=2', 'GET /tags/?page=2', 'GET /bare/', 'GET /bare']);
});

test('no other redirect is followed, and a loop ends', async () => {
  expect(await ask('GET', '/login')).toBe(307);
  expect(await ask('GET', '/away')).toBe(307);
  expect(await ask('GET', '/loop')).toBe(307);
  expect(seen).toEqual(['GET /login', 'GET /away', 'GET /loop', 'GET /loop/']);
});
