import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ProbeMode } from '../../model/evidence/boundary.ts';
import { createHttpClient, type HttpClient } from '../../net/http/client.ts';
import { Breaker } from '../consent/breaker.ts';
import { LOOPBACK_BUDGET, Meter, type Budget } from '../consent/budget.ts';
import { openScope, type Bound } from '../consent/scope.ts';
import type { Actor } from '../contract/actor.ts';
import type { Send } from '../contract/send.ts';
import { createSend } from './create-send.ts';
import { Hearing } from './hearing.ts';
import { Recorder } from './recorder.ts';

let server: Server;
let client: HttpClient;
let origin: string;
let answer: (req: IncomingMessage, res: ServerResponse) => void;
const seen: IncomingMessage[] = [];
const refused = new Map<string, number>();
let recorder: Recorder;

beforeEach(async () => {
  seen.length = 0;
  refused.clear();
  recorder = new Recorder();
  answer = (_req, res) => res.end('{}');
  server = createServer((req, res) => {
    seen.push(req);
    answer(req, res);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  await client.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const gate = async (mode: ProbeMode, budget: Partial<Budget> = {}, bounds?: readonly Bound[]): Promise<Send> => {
  const opened = await openScope([origin]);
  if (!opened.ok) throw new Error(opened.reason);
  const [allowed] = opened.scope.allowed.values();
  if (allowed !== undefined && bounds !== undefined) opened.scope.allowed.set(origin, { ...allowed, bounds });
  client = createHttpClient({ pins: opened.scope.allowed, connections: 4 });
  return createSend({
    client,
    scope: opened.scope,
    mode,
    meter: new Meter({ ...LOOPBACK_BUDGET, ...budget }),
    breaker: new Breaker(),
    recorder,
    hearing: new Hearing(),
    runId: 'run-1',
    version: '0',
    credentials: () => ({ authorization: 'Bearer abcdefghijklmnop' }),
    signal: new AbortController().signal,
    refused,
  });
};

const anna: Actor = { name: 'anna', role: 'customer', tenant: 'a', rank: 0, ids: new Set(), carries: 'bearer' };

describe('what is sent', () => {
  test('carries the run, the actor’s credential, and nothing of it into the record', async () => {
    const send = await gate('read');
    const result = await send({ method: 'GET', url: `${origin}/me?token=abcdefghij` }, { as: anna, mode: 'read' });
    expect(result).toMatchObject({ ok: true, status: 200, json: {} });
    expect(seen[0]?.headers).toMatchObject({ 'x-launch-ready-run': 'run-1', authorization: 'Bearer abcdefghijklmnop' });
    const kept = JSON.stringify(recorder.pick([result.exchange]));
    expect(kept).toContain('Bearer abcd****');
    expect(kept).not.toMatch(/abcdefgh/);
  });

  test('follows no redirect', async () => {
    answer = (_req, res) => res.writeHead(302, { location: 'http://169.254.169.254/' }).end();
    const send = await gate('read');
    expect(await send({ method: 'GET', url: origin }, { as: null, mode: 'read' })).toMatchObject({
      ok: true,
      status: 302,
    });
    expect(seen).toHaveLength(1);
  });

  test.each([
    ['another port', (at: string) => at.replace(/\d+$/, '1')],
    ['another host', () => 'http://example.com/'],
    ['the same host by https', (at: string) => at.replace('http:', 'https:')],
    ['a host that begins like ours', (at: string) => `${at}@example.com/`],
    ['nonsense', () => 'not a url'],
  ])('is refused to %s', async (_what, other) => {
    const send = await gate('burst');
    expect(await send({ method: 'GET', url: other(origin) }, { as: null, mode: 'read' })).toMatchObject({
      ok: false,
      kind: 'refused',
    });
    expect(seen).toHaveLength(0);
    expect([...refused.values()]).toEqual([1]);
  });

  test('is refused when it is more than the run may do', async () => {
    const send = await gate('read');
    for (const mode of ['write', 'destructive', 'burst'] as const) {
      expect(await send({ method: 'POST', url: origin }, { as: null, mode })).toMatchObject({
        ok: false,
        kind: 'refused',
      });
    }
    expect(seen).toHaveLength(0);
  });

  test('ends with the budget', async () => {
    const send = await gate('read', { requests: 3 });
    const results = [];
    for (let i = 0; i < 5; i++)
      results.push((await send({ method: 'GET', url: origin }, { as: null, mode: 'read' })).ok);
    expect(results).toEqual([true, true, true, false, false]);
    expect(seen).toHaveLength(3);
  });

  test('never runs more at once than allowed', async () => {
    let now = 0;
    let most = 0;
    answer = (_req, res) => {
      most = Math.max(most, ++now);
      setImmediate(() => {
        now--;
        res.end('{}');
      });
    };
    const send = await gate('read', { concurrency: 2 });
    await Promise.all(
      Array.from({ length: 12 }, () => send({ method: 'GET', url: origin }, { as: null, mode: 'read' })),
    );
    expect(seen).toHaveLength(12);
    expect(most).toBeLessThanOrEqual(2);
  });
});

describe('what comes back', () => {
  test('is bounded, however much is sent', async () => {
    answer = (_req, res) => {
      const flood = (): void => {
        if (res.writable && res.write(Buffer.alloc(64 * 1024, 97))) setImmediate(flood);
        else res.once('drain', flood);
      };
      res.writeHead(200);
      flood();
    };
    const send = await gate('read');
    const result = await send({ method: 'GET', url: origin }, { as: null, mode: 'read', maxBytes: 100_000 });
    expect(result).toMatchObject({ ok: true, cut: true });
    expect(result.ok && result.body.byteLength).toBe(100_000);
  });

  test('is not unpacked when it is a bomb', async () => {
    answer = (_req, res) => res.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(50_000_000)));
    const send = await gate('read');
    const result = await send({ method: 'GET', url: origin }, { as: null, mode: 'read' });
    expect(result).toMatchObject({ ok: false, kind: 'protocol', said: 'a body packed to burst (gzip)' });
  });

  test('is kept in its first part when it is long and packed well', async () => {
    const text = JSON.stringify(Array.from({ length: 4_000 }, (_, n) => ({ n, at: n * 7919 })));
    answer = (_req, res) => res.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(text));
    const send = await gate('read');
    const result = await send({ method: 'GET', url: origin }, { as: null, mode: 'read', maxBytes: 50_000 });
    expect(result).toMatchObject({ ok: true, cut: true, text: text.slice(0, 50_000) });
  });

  test('is unpacked when it is small', async () => {
    answer = (_req, res) => res.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('{"a":1}'));
    const send = await gate('read');
    expect(await send({ method: 'GET', url: origin }, { as: null, mode: 'read' })).toMatchObject({
      json: { a: 1 },
      cut: false,
    });
  });

  test('is an error with words when there is none', async () => {
    answer = (req) => req.socket.destroy();
    const send = await gate('read');
    expect(await send({ method: 'GET', url: origin }, { as: null, mode: 'read' })).toMatchObject({
      ok: false,
      kind: 'connection',
    });
    answer = () => {};
    expect(await send({ method: 'GET', url: origin }, { as: null, mode: 'read', timeout: 200 })).toMatchObject({
      ok: false,
      kind: 'timeout',
    });
    answer = (req) => void req.socket.end('garbage\r\n\r\n');
    expect(await send({ method: 'GET', url: origin }, { as: null, mode: 'read' })).toMatchObject({ ok: false });
  });

  test('ends the run when nothing comes any more', async () => {
    answer = (req) => req.socket.destroy();
    const send = await gate('read');
    const kinds: string[] = [];
    for (let i = 0; i < 20; i++) {
      const result = await send({ method: 'GET', url: origin }, { as: null, mode: 'read' });
      kinds.push(result.ok ? 'ok' : result.kind);
    }
    expect(kinds.slice(-5)).toEqual(Array(5).fill('stopped'));
    expect(seen.length).toBeLessThan(20);
  });

  test('a short limit is waited for, a long one is an answer', async () => {
    let calls = 0;
    answer = (_req, res) => (calls++ === 0 ? res.writeHead(429, { 'retry-after': '0' }).end() : res.end('{}'));
    const send = await gate('read');
    expect(await send({ method: 'GET', url: origin }, { as: null, mode: 'read' })).toMatchObject({ status: 200 });
    answer = (_req, res) => res.writeHead(429, { 'retry-after': '3600' }).end();
    expect(await send({ method: 'GET', url: origin }, { as: null, mode: 'read' })).toMatchObject({ status: 429 });
  });

  test('a stream is read until what was waited for has come', async () => {
    answer = (_req, res) => {
      res.writeHead(200, { 'content-type': 'text/event-stream' });
      res.write('data: one\n\n');
      setImmediate(() => res.write('data: two\n\n'));
    };
    const send = await gate('read');
    const result = await send(
      { method: 'GET', url: origin },
      { as: null, mode: 'read', until: (text) => text.includes('two') },
    );
    expect(result).toMatchObject({ ok: true, text: expect.stringContaining('two') });
  });
});

describe('the scope', () => {
  test.each([
    ['http://user:secret@localhost/', 'password'],
    ['ftp://localhost/', 'not an http'],
    ['', 'not an http'],
  ])('%s is not taken', async (text, reason) => {
    client = createHttpClient({ pins: new Map(), connections: 1 });
    const opened = await openScope([text]);
    expect(opened).toMatchObject({ ok: false, reason: expect.stringContaining(reason) });
  });

  test('an internal address is taken only when it was written out', async () => {
    client = createHttpClient({ pins: new Map(), connections: 1 });
    expect(await openScope(['http://10.1.2.3/'])).toMatchObject({ ok: true, scope: { loopback: false } });
    const to = new Map([['app.example.com:443', { address: '127.0.0.1', port: 8443 }]]);
    expect(await openScope(['https://app.example.com'], to)).toMatchObject({ ok: true, scope: { loopback: true } });
  });
});

describe('where only a part may be looked at', () => {
  const bounds: Bound[] = [{ below: '/v1/projects/shop/', most: 'read', visitor: true }];
  test.each<[string, string, Actor | null, ProbeMode]>([
    ['another part', '/v1/projects/shopping/documents', null, 'read'],
    ['a way out of it', '/v1/projects/shop/../bank/documents', null, 'read'],
    ['a login', '/v1/projects/shop/documents', anna, 'read'],
    ['writing', '/v1/projects/shop/documents', null, 'write'],
  ])('%s is not sent', async (_, path, as, mode) => {
    const send = await gate('write', {}, bounds);
    expect(await send({ method: 'GET', url: origin + path }, { as, mode })).toMatchObject({ kind: 'refused' });
    expect(seen).toEqual([]);
  });

  test('what comes back is known, and its values are not written down', async () => {
    answer = (_req, res) => res.end('{"email":"jonas@mail.example"}');
    const send = await gate('write', {}, bounds);
    const result = await send({ method: 'GET', url: `${origin}/v1/projects/shop/x` }, { as: null, mode: 'read' });
    expect(result).toMatchObject({ ok: true, json: { email: 'jonas@mail.example' } });
    expect(JSON.stringify(recorder.pick([result.exchange]))).not.toContain('jonas');
  });
});
