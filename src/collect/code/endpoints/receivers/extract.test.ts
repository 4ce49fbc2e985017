import { describe, expect, test } from 'vitest';
import type { Expr } from '../../ir.ts';
import { programOf } from '../../testing/program-of.ts';
import { extractReceivers } from './extract.ts';

const show = (e: Expr): string =>
  e.k === 'id'
    ? e.n
    : e.k === 'mem'
      ? `${show(e.o)}.${typeof e.p === 'string' ? e.p : '[]'}`
      : e.k === 'call'
        ? `${show(e.f)}()`
        : e.k;

const routesOf = async (files: Record<string, string>): Promise<string[]> =>
  extractReceivers(await programOf(files)).endpoints.map(
    ({ method, path, steps, confidence }) =>
      `${method} ${path} = ${steps.map(({ e }) => show(e)).join(' > ')}${confidence === 'likely' ? ' (likely)' : ''}`,
  );

describe('Express', () => {
  test('routers mounted through files, factories, parameters and chains', async () => {
    expect(
      await routesOf({
        'src/app.ts': `
import express from 'express';
import orders from './orders';
import { adminRouter } from './admin.js';
import { register } from './register';
const app = express();
const PREFIX = '/api/v1';
app.get('/open', open);
app.use(authenticate);
app.use(PREFIX + '/orders', limit, orders);
app.use('/admin', requireAdmin(), adminRouter(db));
register(app);
app.route('/chain').get(a).post(b, c);
app.get('port');
`,
        'src/orders.js': `
const { Router } = require('express');
const router = Router();
router.get('/', list);
router.use('/:id', own);
router.get('/:id', [check, check2], show);
router.post('/:id(\\\\d+)/pay', pay);
module.exports = router;
`,
        'src/admin.ts': `import { Router } from 'express';\nexport const adminRouter = (db) => { const r = Router(); r.delete('/users/:userId', gone); return r; };`,
        'src/register.ts': `export function register(app) { app.put('/late', late); }`,
        'src/dead.ts': `import { Router } from 'express';\nconst r = Router();\nr.get('/nowhere', x);`,
        'src/client.ts': `import axios from 'axios';\nconst api = axios.create();\nexport const get = (id) => api.get('/orders/' + id, {});\nnew Map().get('/x', 1);`,
      }),
    ).toEqual([
      'GET /open = open',
      'GET /api/v1/orders = authenticate > limit > list',
      'GET /api/v1/orders/{id} = authenticate > limit > own > check > check2 > show',
      'POST /api/v1/orders/{id}/pay = authenticate > limit > own > pay',
      'DELETE /admin/users/{userId} = authenticate > requireAdmin() > gone',
      'PUT /late = authenticate > late',
      'POST /chain = authenticate > b > c',
      'GET /chain = authenticate > a',
      'GET /nowhere = x (likely)',
    ]);
  });
});

test('Fastify: plugins, prefixes, hooks before and after, options', async () => {
  expect(
    await routesOf({
      'server.ts': `
import Fastify from 'fastify';
import fp from 'fastify-plugin';
const app = Fastify({ logger: true });
app.get('/health', ok);
app.register(orders, { prefix: '/orders' });
app.register(fp(async (same) => { same.addHook('onRequest', session); }));
async function orders(instance, opts) {
  instance.get('/:id', { preHandler: [own], schema: {} }, show);
  instance.route({ method: ['PUT', 'PATCH'], url: '/:id', preHandler: own, handler: change });
  instance.addHook('preHandler', login);
}
`,
    }),
  ).toEqual([
    'GET /health = session > ok',
    'GET /orders/{id} = session > login > own > show',
    'PUT /orders/{id} = session > login > own > change',
    'PATCH /orders/{id} = session > login > own > change',
  ]);
});

test('Hono: chains, base paths, contracts, several methods', async () => {
  expect(
    await routesOf({
      'index.ts': `
import { Hono } from 'hono';
import { OpenAPIHono, createRoute } from '@hono/zod-openapi';
const shop = new Hono().get('/', list).post('/', auth, add);
const route = createRoute({ method: 'get', path: '/users/{id}', middleware: [auth] as const, responses: {} });
const users = new OpenAPIHono();
users.openapi(route, (c) => c.json({}));
const app = new Hono().basePath('/api');
app.use('/shop/*', seller);
app.on(['GET', 'DELETE'], '/x/:id{[0-9]+}', both);
app.route('/shop', shop).route('/v1', users);
export default app;
`,
    }),
  ).toEqual([
    'GET /api/x/{id} = both',
    'DELETE /api/x/{id} = both',
    'GET /api/v1/users/{id} = auth > fn',
    'POST /api/shop = seller > auth > add',
    'GET /api/shop = seller > list',
  ]);
});

test('what is put together at run time is said, not guessed', async () => {
  const program = await programOf({
    'a.ts': `import express from 'express';\nconst app = express();\nfor (const { path, method } of table) { app[method](path, go); app.get(path, go); }\napp.use(\`/\${name}\`, go);`,
  });
  const { endpoints, unresolved } = extractReceivers(program);
  expect(endpoints).toEqual([]);
  expect(unresolved.map(({ what, at }) => `${at} ${what}`)).toEqual([
    '3 a route whose method is chosen at run time',
    '3 a GET route whose path is put together at run time',
    '4 something mounted under a path that is put together at run time',
  ]);
});
