import { expect, test } from 'vitest';
import { endpointLines } from '../../testing/endpoint-lines.ts';
import { programOf } from '../../testing/program-of.ts';
import { extractSvelteKit } from './extract.ts';

const linesOf = async (files: Record<string, string>): Promise<string[]> =>
  endpointLines(
    extractSvelteKit(await programOf({ 'package.json': '{"devDependencies":{"@sveltejs/kit":"2"}}', ...files })),
  );

test('verbs, loads and form actions, behind the hooks of the server', async () => {
  expect(
    await linesOf({
      'src/hooks.server.ts': `
import { sequence } from '@sveltejs/kit/hooks';
import { login } from '$lib/login';
const log = async ({ event, resolve }) => resolve(event);
export const handle = sequence(log, login, limit({ max: 5 }));`,
      'src/lib/login.ts': 'export const login = async ({ event, resolve }) => resolve(event);',
      'src/routes/(app)/orders/[id=integer]/+server.ts': `
import { withSeller } from '$lib/wrap';
export const GET: RequestHandler = async () => {};
export const DELETE = withSeller(async () => {});
export const fallback = async () => {};
export const _helper = async () => {};`,
      'src/lib/wrap.ts': 'export const withSeller = (inner) => inner;',
      'src/routes/[[lang]]/files/[...path]/+page.server.js': 'export async function load() {}',
      'src/routes/(app)/+layout.server.ts': 'export const load = async () => {};',
      'src/routes/login/+page.server.ts': `
import { withSeller } from '$lib/wrap';
export const load = () => {};
export const actions = { default: async () => {}, register: withSeller(async () => {}) } satisfies Actions;`,
      'src/routes/[x+2e]well-known/[a]-[b].json/+server.ts': 'export const GET = () => {};',
      'src/routes/+page.svelte': '<p>no code</p>',
    }),
  ).toEqual(
    [
      'page GET / = load',
      'GET /.well-known/{a}-{b}.json = GET',
      'page GET /login = load',
      'action POST /login = fn',
      'action POST /login?/register = wrapper withSeller() > fn',
      'GET /orders/{id} = GET',
      'DELETE /orders/{id} = wrapper withSeller() > fn',
      '* /orders/{id} = fallback',
      'page GET /{lang}/files/{path} = load',
    ].map((line) => line.replace(' = ', ' = middleware log > middleware login > middleware limit() > ')),
  );
});

test('remote functions', async () => {
  expect(
    await linesOf({
      'src/routes/orders.remote.ts': `
import { query, command, prerender } from '$app/server';
export const getOrders = query(v.string(), async () => {});
export const pay = command(async () => {});
export const terms = prerender(async () => {});
export const limit = 5;`,
    }),
  ).toEqual([
    'action POST src/routes/orders.remote.ts#getOrders = fn',
    'action POST src/routes/orders.remote.ts#pay = fn',
  ]);
});

test('what is made while building is no endpoint, as its layout says', async () => {
  const load = 'export const load = () => {};';
  expect(
    await linesOf({
      'src/routes/docs/+layout.ts': 'export const prerender = true;',
      'src/routes/docs/a/+page.server.ts': load,
      'src/routes/docs/b/+page.server.ts': `${load}\nexport const prerender = false;`,
      'src/routes/docs/c/+server.ts': 'export const GET = () => {};',
      'src/routes/docs/d/+server.ts': 'export const GET = () => {};\nexport const prerender = true;',
    }),
  ).toEqual(['page GET /docs/b = load', 'GET /docs/c = GET']);
});

test('what is known at run time only is said; empty and strange files say nothing', async () => {
  expect(
    await linesOf({
      'svelte.config.js': `export default { kit: { paths: { base: process.env.BASE } } };`,
      'src/routes/a/+page.server.ts': 'export const actions = makeActions();',
      'src/routes/b/+page.server.ts':
        'export const actions = { ...shared, [name]: async () => {}, own: async () => {} };',
      'src/routes/c/+server.ts': '',
      'src/routes/d/+server.ts': 'export const GET = (((;',
      'src/routes/[x+zz][/{e}/+server.ts': 'export const GET = () => {};',
      'other/routes/f/+server.ts': 'export const GET = () => {};',
    }),
  ).toEqual([
    'action POST /b?/own = fn',
    'GET /{x+zz}[/%7Be%7D = GET',
    '1 the base path of the app is put together at run time',
    '1 form actions of /a that are put together at run time',
    '1 form actions of /b that are put together at run time',
    '1 form actions of /b that are put together at run time',
  ]);
});
