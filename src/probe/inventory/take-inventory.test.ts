import { afterEach, expect, test } from 'vitest';
import { isPage } from '../access/operations.ts';
import type { Actor, ActorPool } from '../contract/actor.ts';
import { openSite, type TestSite } from './test-site.ts';
import { takeInventory } from './take-inventory.ts';

let site: TestSite | undefined;
afterEach(() => site?.close());

const anna: Actor = { name: 'anna', role: 'customer', tenant: 'a', rank: 0, ids: new Set(), carries: 'bearer' };
const pool: ActorPool = {
  all: [anna],
  named: () => anna,
  ofRole: () => [anna],
  pairs: () => [],
  credentials: () => ({}),
  check: () => Promise.resolve(true),
  another: () => Promise.resolve(undefined),
};
const signal = new AbortController().signal;

type Route = (signedIn: boolean) => { status: number; json?: unknown; headers?: Record<string, string> };
const app = async (routes: Readonly<Record<string, Route>>): Promise<TestSite> => {
  site = await openSite(
    (req, res) => {
      const path = new URL(req.url ?? '/', 'http://x').pathname;
      const { status, json, headers } = routes[`${req.method} ${path}`]?.(req.headers.authorization !== undefined) ?? {
        status: 404,
      };
      res.writeHead(status, {
        'content-type': typeof json === 'string' ? 'text/html' : 'application/json',
        ...headers,
      });
      res.end(typeof json === 'string' ? json : JSON.stringify(json ?? { error: 'not found' }));
    },
    () => ({ authorization: 'Bearer x' }),
  );
  return site;
};
const ids = async ({ origin, send }: TestSite, actors: ActorPool | null = pool): Promise<string[]> => {
  const { operations } = await takeInventory({ origins: [origin], send, actors, signal });
  return operations.map(({ id, sources }) => `${id} ${sources.join()}`).toSorted();
};
const mine =
  (json: unknown): Route =>
  (signedIn) =>
    signedIn ? { status: 200, json } : { status: 401 };

test('without a description and without OPTIONS: usual collections, and items of their lists', async () => {
  const server = await app({
    'GET /api/orders': mine([{ id: 'o1' }]),
    'GET /api/orders/o1': mine({ id: 'o1' }),
    'GET /api/products': () => ({ status: 200, json: { items: [{ slug: 'bowl' }] } }),
    'GET /api/products/bowl': () => ({ status: 200, json: { slug: 'bowl' } }),
    'GET /api/payments': () => ({ status: 405, headers: { allow: 'POST' } }),
  });
  expect(await ids(server)).toEqual([
    'GET /api/orders guess',
    'GET /api/orders/{orderId} guess',
    'GET /api/products guess',
    'GET /api/products/{productId} guess',
    'POST /api/payments guess',
  ]);
  expect(server.sent.every((sent) => /^(?:GET|OPTIONS|POST \S*(?:graphql|gql|query))/.test(sent))).toBe(true);
});

test('where OPTIONS tells, it is asked, and tells methods', async () => {
  const allow =
    (methods: string): Route =>
    () => ({ status: 200, headers: { allow: methods } });
  const id = '00000000-0000-4000-8000-000000000000';
  const server = await app({
    'GET /': () => ({ status: 200, json: '<script>fetch("/api/orders")</script>' }),
    'OPTIONS /api/orders': allow('GET, HEAD, POST'),
    [`OPTIONS /api/orders/${id}`]: allow('GET, PATCH, DELETE'),
    [`OPTIONS /api/orders/${id}/cancel`]: allow('POST'),
    'OPTIONS /api/admin/users': allow('GET'),
  });
  expect(await ids(server, null)).toEqual([
    'DELETE /api/orders/{orderId} guess',
    'GET / page',
    'GET /api/admin/users guess',
    'GET /api/orders bundle,options',
    'GET /api/orders/{orderId} guess',
    'PATCH /api/orders/{orderId} guess',
    'POST /api/orders options',
    'POST /api/orders/{orderId}/cancel guess',
  ]);
});

test.each<[string, Route]>([
  ['200 and a page', () => ({ status: 200, json: '<div id="root"></div>' })],
  ['200 and JSON', () => ({ status: 200, json: { ok: true } })],
  ['401', () => ({ status: 401 })],
  ['500', () => ({ status: 500 })],
  ['429', () => ({ status: 429 })],
  ['a redirect to the login', () => ({ status: 302, headers: { location: '/login' } })],
])('an app that answers %s to everything has nothing guessed', async (_, route) => {
  site = await openSite((_req, res) => {
    const { status, json, headers } = route(false);
    res.writeHead(status, {
      'content-type': typeof json === 'string' ? 'text/html' : 'application/json',
      allow: 'GET, POST, PUT, DELETE',
      ...headers,
    });
    res.end(typeof json === 'string' ? json : JSON.stringify(json ?? {}));
  });
  const { operations } = await takeInventory({ origins: [site.origin], send: site.send, actors: pool, signal });
  expect(operations.filter(({ sources }) => sources.some((source) => !['page', 'sitemap'].includes(source)))).toEqual(
    [],
  );
});

test('a limit that is half used up ends the guesses', async () => {
  let left = 100;
  site = await openSite((_req, res) =>
    res.writeHead(404, { 'ratelimit-limit': '100', 'ratelimit-remaining': String(--left) }).end(),
  );
  const { notes } = await takeInventory({ origins: [site.origin], send: site.send, actors: null, signal });
  expect(left).toBeGreaterThan(20);
  expect(notes).toContain(
    `Not all usual paths of ${site.origin} were tried: the app counts requests, and half of them are left for the probes.`,
  );
});

test('an app that hangs up or is gone is an empty inventory', async () => {
  site = await openSite((req) => req.socket.destroy());
  expect(await takeInventory({ origins: [site.origin], send: site.send, actors: pool, signal })).toMatchObject({
    operations: [],
  });
});

test('files that cannot be read are notes', async () => {
  const { origin, send } = await app({});
  const { notes } = await takeInventory({
    origins: [origin],
    send,
    actors: null,
    signal,
    openapi: ['/nowhere.json', 'https://evil.example/o.json'],
    har: ['/nowhere.har'],
    postman: ['/'],
  });
  expect(notes).toEqual(
    expect.arrayContaining([
      '/nowhere.json was not read as an OpenAPI description: it does not exist.',
      'https://evil.example/o.json was not read as an OpenAPI description: its origin is not allowed.',
      '/nowhere.har: it does not exist.',
      '/: it cannot be read.',
    ]),
  );
});

test('routes of the source: those that answer, and what cannot be asked for beside them', async () => {
  const server = await app({
    'GET /api/orders': mine([{ id: 'o1' }]),
    'GET /api/orders/o1': mine({ id: 'o1' }),
  });
  const { operations } = await takeInventory({
    origins: [server.origin],
    send: server.send,
    actors: pool,
    signal,
    code: [
      { path: '/api/orders', methods: ['GET', 'POST'], file: 'src/orders.ts' },
      { path: '/api/orders/{orderId}/refund', methods: ['POST'], file: 'src/orders.ts' },
      { path: '/v1/complete', methods: ['POST'], file: 'src/stand-in.ts' },
      { path: '/v1/models', methods: ['GET'], file: 'src/stand-in.ts' },
    ],
  });
  expect(operations.map(({ id, sources }) => `${id} ${sources.join()}`).toSorted()).toEqual([
    'GET /api/orders code',
    'GET /api/orders/{orderId} guess',
    'POST /api/orders code',
    'POST /api/orders/{orderId}/refund code',
  ]);
  expect(server.sent.filter((one) => /^POST .*(?:orders|complete)/.test(one))).toEqual([]);
});

test('a form that only the source names is of pages where its file answers with pages', async () => {
  const server = await app({
    'GET /notes': () => ({ status: 200, json: '<html><body>Notes</body></html>' }),
    'GET /api/notes': () => ({ status: 200, json: [] }),
  });
  const { operations } = await takeInventory({
    origins: [server.origin],
    send: server.send,
    actors: pool,
    signal,
    code: [
      { path: '/notes', methods: ['GET'], file: 'src/pages.ts' },
      { path: '/notes/{noteId}/read', methods: ['POST'], file: 'src/pages.ts' },
      { path: '/api/notes', methods: ['GET'], file: 'src/pages.ts' },
      { path: '/api/notes/{noteId}/read', methods: ['POST'], file: 'src/pages.ts' },
    ],
  });
  expect(operations.filter(isPage).map(({ id }) => id)).toEqual(['GET /notes', 'POST /notes/{noteId}/read']);
});
