import { expect, test } from 'vitest';
import { endpointLines } from '../../testing/endpoint-lines.ts';
import { programOf } from '../../testing/program-of.ts';
import { extractAstro } from './extract.ts';

const linesOf = async (files: Record<string, string>): Promise<string[]> =>
  endpointLines(extractAstro(await programOf({ 'package.json': '{"dependencies":{"astro":"5"}}', ...files })));

const GET: string = 'export const GET: APIRoute = async () => {};';
const SERVER = `import { defineConfig } from 'astro/config';\nexport default defineConfig({ output: 'server' });`;

test('verbs of files, behind the middleware, and actions', async () => {
  expect(
    await linesOf({
      'astro.config.mjs': SERVER,
      'src/middleware.ts': `
import { defineMiddleware, sequence } from 'astro:middleware';
import { login } from './login';
export const onRequest = sequence(defineMiddleware(async (context, next) => next()), login);`,
      'src/login.ts': `import { defineMiddleware } from 'astro:middleware';\nexport const login = defineMiddleware(checkLogin);\nfunction checkLogin() {}`,
      'src/pages/api/orders/[id].ts': `export async function GET() {}\nexport const POST = withSeller(async () => {});\nconst withSeller = (inner) => inner;\nexport const ALL = () => {};`,
      'src/pages/rss.xml.js': 'export async function get() {}\nexport const del = () => {};',
      'src/pages/files/[...path].json.ts': GET,
      'src/pages/_hidden/x.ts': GET,
      'src/pages/api/_helper.ts': GET,
      'src/pages/built.ts': `${GET}\nexport const prerender = true;`,
      'src/pages/tests/index.ts': GET,
      'src/actions/index.ts': `import { defineAction } from 'astro:actions';\nimport { cart } from './cart';\nexport const server = { cart, like: defineAction({ handler: async () => {} }) };`,
      'src/actions/cart.ts': `import { defineAction } from 'astro:actions';\nexport const cart = { add: defineAction({ accept: 'form', handler: async () => {} }) };`,
    }),
  ).toEqual(
    [
      'action POST /_actions/cart.add = fn',
      'action POST /_actions/like = fn',
      'GET /api/orders/{id} = GET',
      'POST /api/orders/{id} = wrapper withSeller() > fn',
      '* /api/orders/{id} = ALL',
      'GET /files/{path}.json = GET',
      'GET /rss.xml = get',
      'DELETE /rss.xml = del',
      'GET /tests = GET',
    ].map((line) => line.replace(' = ', ' = middleware fn > middleware checkLogin > ')),
  );
});

test('a site that is built once has only what says that it is not', async () => {
  expect(
    await linesOf({
      'src/pages/built.json.ts': GET,
      'src/pages/api/live.ts': `${GET}\nexport const prerender = false;`,
      'src/pages/api/empty.ts': '',
      'src/pages/api/broken.ts': `export const GET = ((;`,
    }),
  ).toEqual(['GET /api/live = GET']);
});

test('a base path in front, or one that is known at run time only', async () => {
  const pages = { 'src/pages/a.ts': GET };
  expect(await linesOf({ ...pages, 'astro.config.ts': `export default { output: 'server', base: '/shop' };` })).toEqual(
    ['GET /shop/a = GET'],
  );
  expect(
    await linesOf({ ...pages, 'astro.config.ts': `export default { output: 'server', base: process.env.BASE };` }),
  ).toEqual(['GET /a = GET', '1 the base path of the app is put together at run time']);
});
