import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { sendJson, type Seen, type Twist } from './target-app.ts';

const BOMB = Buffer.alloc(64 * 1024 * 1024, 0x20);
const JSON_TYPE = { 'content-type': 'application/json' };

const flood = (res: ServerResponse): void => {
  const chunk = Buffer.alloc(64 * 1024, 97);
  const more = (): void => {
    if (!res.destroyed && res.write(chunk)) setImmediate(more);
    else res.once('drain', more);
  };
  res.writeHead(200, JSON_TYPE);
  more();
};

const drip = ({ res, right }: Seen): true => {
  const { status, json } = right();
  res.writeHead(status, JSON_TYPE);
  const text = JSON.stringify(json ?? {});
  let at = 0;
  const timer = setInterval(() => {
    if (res.destroyed) clearInterval(timer);
    else res.write(text.slice(at, ++at) || ' ');
  }, 250);
  return true;
};

const coded =
  (coding: string, bytes: Buffer) =>
  ({ res }: Seen): true => {
    res.writeHead(200, { ...JSON_TYPE, 'content-encoding': coding }).end(bytes);
    return true;
  };

const HTML = '<!doctype html><title>Shop</title><div id="root"></div>';

/** What a server may do to a program that asks it. Each is what the whole app does. */
export const HOSTILE: Readonly<Record<string, Twist>> = {
  'never answers': () => true,
  drips: drip,
  'sends without an end': ({ res }) => (flood(res), true),
  'sends a gzip bomb': coded('gzip', gzipSync(BOMB)),
  'sends a brotli bomb': coded('br', brotliCompressSync(BOMB)),
  'sends a zstd bomb': coded('zstd', zstdCompressSync(BOMB)),
  'sends a deflate bomb': coded('deflate', deflateSync(BOMB)),
  'sends a bomb in a bomb': coded('gzip, gzip', gzipSync(gzipSync(BOMB))),
  'changes ids each time': ({ res, right }) => {
    const { status, json } = right();
    const fresh = (_: string, name: string): string => `"${name}":"${randomUUID()}"`;
    sendJson(res, {
      status,
      json: JSON.parse(JSON.stringify(json ?? {}).replaceAll(/"((?:\w*_)?[iI]d)":(?:"[^"]*"|\d+)/g, fresh)) as unknown,
    });
    return true;
  },
  'redirects in circles': ({ req, res }) => {
    const path = req.url ?? '/';
    const location = path.endsWith('/') ? path.slice(0, -1) || '/x' : `${path}/`;
    res.writeHead(307, { location }).end();
    return true;
  },
  'closes in the middle of an answer': ({ res, right }) => {
    const text = JSON.stringify(right().json ?? {});
    res.writeHead(right().status, { ...JSON_TYPE, 'content-length': String(text.length + 10) });
    res.write(text.slice(0, Math.ceil(text.length / 2)), () => setImmediate(() => res.destroy()));
    return true;
  },
  'closes before it answers': ({ req }) => (req.socket.destroy(), true),
  'answers what is not HTTP': ({ req }) => (req.socket.end('220 mail.example ESMTP\r\n'), true),
  'says yes to everything': ({ res }) => (sendJson(res, { status: 200, json: { ok: true } }), true),
  'gives a page for everything': ({ res }) => (res.writeHead(200, { 'content-type': 'text/html' }).end(HTML), true),
  'gives a page and calls it JSON': ({ res, path }) =>
    path === '/openapi.json' ? false : (res.writeHead(200, JSON_TYPE).end(HTML), true),
  'gives JSON and calls it a picture': ({ res, path, right }) =>
    path === '/openapi.json' ? false : (sendJson(res, right(), { 'content-type': 'image/png' }), true),
  'limits everybody, without a word when to come back': ({ res }) => (
    sendJson(res, { status: 429, json: { error: 'slow down' } }),
    true
  ),
  'limits everybody for an hour': ({ res }) => (
    sendJson(res, { status: 429, json: { error: 'slow down' } }, { 'retry-after': '3600' }),
    true
  ),
  'limits after the first looks': ({ res, byPeople }) =>
    byPeople > 12 && (sendJson(res, { status: 429, json: { error: 'slow down' } }, { 'retry-after': '3600' }), true),
  'logs us out on the way': ({ res, who, byPeople }) =>
    who !== undefined && byPeople > 25 && (sendJson(res, { status: 401, json: { error: 'log in' } }), true),
  'falls over on the way': ({ res, byPeople }) =>
    byPeople > 25 && (sendJson(res, { status: 503, json: { error: 'down' } }), true),
  'is away on the way': ({ req, byPeople }) => byPeople > 25 && (req.socket.destroy(), true),
  'hangs on the way': ({ byPeople }) => byPeople > 25,
};
