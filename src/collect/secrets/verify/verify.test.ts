import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Verify } from '../define-provider.ts';
import { PROVIDERS } from '../providers/registry.generated.ts';
import { ask } from './verify.ts';

let server: Server;
let base: string;
const requests: { method: string; url: string; headers: IncomingMessage['headers']; body: string }[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      requests.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body });
      const authorized = request.headers.authorization === 'Bearer live-one';
      if (request.url === '/redirect') response.writeHead(302, { location: `${base}/stolen` }).end();
      else if (request.url === '/soft') response.end(JSON.stringify({ ok: authorized }));
      else if (request.url === '/endless')
        response.write('x'.repeat(1024 * 1024), () => response.write('y'.repeat(8 * 1024 * 1024)));
      else response.writeHead(authorized ? 200 : 401).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const verify = (path: string, more: Partial<Verify> = {}): Verify => ({
  url: `${base}${path}`,
  headers: { authorization: 'Bearer {secret}' },
  live: [200],
  dead: [401],
  ...more,
});
const signal = new AbortController().signal;

test('a key that the provider takes is live, one that it refuses is dead', async () => {
  expect(await ask(verify('/me'), 'live-one', signal)).toMatchObject({ state: 'live' });
  expect(await ask(verify('/me'), 'other', signal)).toMatchObject({ state: 'dead' });
});

test('an answer 200 that says no is dead', async () => {
  expect(await ask(verify('/soft', { liveText: '"ok":true' }), 'live-one', signal)).toMatchObject({ state: 'live' });
  expect(await ask(verify('/soft', { liveText: '"ok":true' }), 'other', signal)).toMatchObject({ state: 'dead' });
});

test('never follows a redirect: the secret goes to the named host only', async () => {
  expect(await ask(verify('/redirect'), 'live-one', signal)).toMatchObject({ state: 'unknown' });
  expect(requests.filter((one) => one.url === '/stolen')).toEqual([]);
});

test('puts the secret where the table says', async () => {
  await ask(
    verify('/q?key={secret}', { headers: {}, method: 'POST', body: 'token={secret}', basic: 'api:{secret}' }),
    'a+b/c',
    signal,
  );
  expect(requests.at(-1)).toMatchObject({
    method: 'POST',
    url: '/q?key=a%2Bb%2Fc',
    body: 'token=a+b/c',
    headers: { authorization: `Basic ${Buffer.from('api:a+b/c').toString('base64')}` },
  });
});

test('a value cannot send the request elsewhere', async () => {
  const before = requests.length;
  const answer = await ask({ url: 'http://{secret}.localhost/', live: [200], dead: [] }, `${base.slice(7)}/x?`, signal);
  expect(answer).toMatchObject({ state: 'unknown', detail: expect.stringContaining('not asked') });
  expect(requests).toHaveLength(before);
});

test('every address of the table names its host itself, over TLS', () => {
  const urls = PROVIDERS.flatMap((provider) => provider.rules.flatMap((rule) => rule.verify?.url ?? []));
  expect(urls.length).toBeGreaterThan(50);
  for (const url of urls) expect(url).toMatch(/^https:\/\/[a-z0-9.-]+\.[a-z]+\//);
});

test('reads a bounded part of an answer without end', async () => {
  expect(await ask(verify('/endless'), 'live-one', signal)).toMatchObject({ state: 'live' });
});

test('no answer is unknown', async () => {
  const answer = await ask({ url: 'http://127.0.0.1:1/', live: [200], dead: [401] }, 'x', signal);
  expect(answer).toMatchObject({ state: 'unknown' });
});
