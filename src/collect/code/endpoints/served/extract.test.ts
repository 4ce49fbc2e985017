import { expect, test } from 'vitest';
import { programOf } from '../../testing/program-of.ts';
import { extractServed } from './extract.ts';

const read = async (files: Record<string, string>): Promise<string[]> =>
  extractServed(await programOf(files)).endpoints.map(
    ({ method, path, at, confidence, steps }) =>
      `${method} ${path} :${at} ${confidence} ${steps.map(({ by, e }) => `${by} ${e.k === 'id' ? e.n : e.k}`).join(' > ')}`,
  );

test('node:http, by the paths and methods that the handler compares', async () => {
  expect(
    await read({
      'server.js': `
import { createServer } from 'node:http';
const HEALTH = '/health';
const server = createServer(async (req, res) => {
  const { pathname } = new URL(req.url, 'http://x');
  if (req.url === HEALTH) return res.end('ok');
  if (req.method === 'POST' && pathname === '/orders') return add(req, res);
  if (pathname === '/orders/all') {
    if (req.method === 'GET') return list(res);
    if (req.method === 'DELETE') return clear(res);
  }
  if (req.method === 'GET') {
    switch (pathname) { case '/a': return a(res); case '/b': return b(res); }
  } else if (pathname.startsWith('/files/')) return file(res);
  if (res.url === undefined || req.headers.host === '/no') return;
  res.writeHead(404).end();
});
async function add(req, res) {}
`,
      'proxy.ts': `import http from 'node:http';\nimport express from 'express';\nconst app = express();\nhttp.createServer(app).listen(1);`,
    }),
  ).toEqual([
    '* /health :6 likely ',
    'POST /orders :7 likely handler add',
    'GET /orders/all :8 likely ',
    'DELETE /orders/all :8 likely ',
    'GET /a :13 likely ',
    'GET /b :13 likely ',
    '* /files/{rest} :14 likely ',
  ]);
});

test('Bun with routes, Workers, and what is a framework or an edge function left to those', async () => {
  expect(
    await read({
      'bun.ts': `
import page from './index.html';
Bun.serve({
  routes: { '/': page, '/orders/:id': { GET: show, DELETE: withAuth((req) => gone()) }, '/hook': async (req) => new Response() },
  fetch(req) { return new Response('', { status: 404 }); },
});
`,
      'worker.ts': `export default { async fetch(request, env) { const url = new URL(request.url); if (url.pathname === '/api/items' && request.method === 'PUT') return put(env); return new Response('', { status: 404 }); } };`,
      'hono.ts': `import { Hono } from 'hono';\nconst app = new Hono();\nexport default { fetch: app.fetch };`,
      'supabase/functions/x/index.ts': `Deno.serve((req) => { if (new URL(req.url).pathname === '/x') return 1; });`,
      'page.tsx': `export default { title: 'x' };`,
    }),
  ).toEqual([
    'GET /orders/{id} :4 certain handler show',
    'DELETE /orders/{id} :4 certain wrapper call > handler fn',
    '* /hook :4 certain handler fn',
    'PUT /api/items :1 likely handler fn',
  ]);
});
