import { describe, expect, test } from 'vitest';
import { programOf } from '../../testing/program-of.ts';
import { endpointLines } from '../../testing/endpoint-lines.ts';
import { extractNext } from './extract.ts';

const APP = { 'package.json': '{"dependencies":{"next":"16.0.0"}}' };

const linesOf = async (files: Record<string, string>): Promise<string[]> =>
  endpointLines(extractNext(await programOf({ ...APP, ...files })));

describe('route handlers', () => {
  test('in all the ways of exporting them, with what wraps them', async () => {
    expect(
      await linesOf({
        'tsconfig.json': '{"compilerOptions":{"paths":{"@/*":["./src/*"]}}}',
        'src/app/api/orders/route.ts': `
import { withAuth, rateLimited } from '@/wrap';
import { compose } from 'some-lib';
export async function GET() {}
export const POST = withAuth(async () => {}, { role: 'seller' });
export const PUT = compose(rateLimited, withAuth)(handler);
const handler = async () => {};
export { handler as PATCH };
export const dynamic = 'force-dynamic';
export async function helper() {}
`,
        'src/app/api/orders/[id]/route.ts': `export * from '@/legacy';\nexport { remove as DELETE } from '../../../../remove';`,
        'src/app/api/auth/[...all]/route.ts': `import { handlers } from '@/auth';\nexport const { GET, POST } = handlers;`,
        'src/app/api/auth2/[[...all]]/route.ts': `export { GET, POST } from 'auth-library';`,
        'src/auth.ts': `import NextAuth from 'next-auth';\nexport const { handlers, auth } = NextAuth({});`,
        'src/legacy.ts': `import { withAuth } from './wrap';\nexport const GET = withAuth(show);\nasync function show() {}\nexport default 1;`,
        'src/remove.ts': `import { withAuth } from './wrap';\nexport const remove = withAuth({ handler: async () => {} });`,
        'src/wrap.ts': `export const withAuth = (inner) => async (req) => inner(req);\nexport function rateLimited(inner) { return inner; }`,
      }),
    ).toEqual([
      'GET /api/auth/{all} = handlers.GET',
      'POST /api/auth/{all} = handlers.POST',
      'GET /api/auth2/{all} = import.GET',
      'POST /api/auth2/{all} = import.POST',
      'GET /api/orders = GET',
      'POST /api/orders = wrapper withAuth() > fn',
      'PUT /api/orders = wrapper rateLimited > wrapper withAuth > wrapper compose()() > handler',
      'PATCH /api/orders = handler',
      'GET /api/orders/{id} = wrapper withAuth() > show',
      'DELETE /api/orders/{id} = wrapper withAuth() > fn',
    ]);
  });

  test('at the paths that folders stand for, in every app of the repository', async () => {
    const route = 'export const GET = async () => {};';
    expect(
      await linesOf({
        'apps/web/package.json': '{"dependencies":{"next":"15"}}',
        'apps/web/next.config.mjs': `const PREFIX = '/shop';\nexport default withPlugin({ basePath: PREFIX + '/eu' });`,
        'apps/web/app/(public)/(deep)/a/route.ts': route,
        'apps/web/app/@slot/b/[id]/route.js': route,
        'apps/web/app/_lib/c/route.ts': route,
        'apps/web/app/%5Fd/route.ts': route,
        'apps/web/src/app/left-alone/route.ts': route,
        'apps/web/app/feed/(..)photo/[id]/route.ts': route,
        'apps/web/app/x/route.test.ts': route,
        'apps/web/app/tests/build-{id}/route.ts': route,
        'apps/web/components/app/e/route.ts': route,
        'apps/docs/next.config.js': 'module.exports = {};',
        'apps/docs/app/route.ts': route,
        'tools/app/f/route.ts': route,
      }),
    ).toEqual([
      'GET / = GET',
      'GET /shop/eu/_d = GET',
      'GET /shop/eu/a = GET',
      'GET /shop/eu/b/{id} = GET',
      'GET /shop/eu/photo/{id} = GET',
      'GET /shop/eu/tests/build-%7Bid%7D = GET',
    ]);
  });
});

test('API routes: one endpoint for each method that is told apart', async () => {
  expect(
    await linesOf({
      'pages/api/a.ts': `export default withSession(async function handler(req, res) { if (req.method !== 'POST') return res.status(405).end(); });\nconst withSession = (inner) => inner;`,
      'pages/api/b/[id].ts': `
export default async function handler(req, res) {
  const { method } = req;
  switch (method) { case 'GET': return list(); case 'DELETE': return gone(); default: res.setHeader('Allow', 'GET'); }
}`,
      'pages/api/c/index.js': `const handler = (req, res) => { res.end(); };\nmodule.exports = handler;`,
      'pages/api/d.ts': `export default function handler(req, res) { if (req.method === 'POST') { return add(); } return list(); }`,
      'pages/api/e.ts': `import { handlers } from 'kit';\nexport default handlers({ GET: import('../../lib/get'), post: Promise.resolve({ default: add }) });\nfunction add() {}`,
      'lib/get.ts': `export default async function get() {}`,
      'pages/api/f.ts': `export const config = { api: { bodyParser: false } };`,
      'pages/api/g.ts': '',
      'pages/shop/[...slug].tsx': `export const getServerSideProps = requireLogin(async () => ({}));\nconst requireLogin = (inner) => inner;\nexport default function Page() {}`,
      'pages/about.tsx': `export const getStaticProps = async () => ({});\nexport default function Page() {}`,
    }),
  ).toEqual([
    'POST /api/a = wrapper withSession() > fn',
    'GET /api/b/{id} = handler',
    'DELETE /api/b/{id} = handler',
    '* /api/c = handler',
    'POST /api/d = handler',
    '* /api/d = handler',
    'GET /api/e = wrapper handlers() > get',
    'POST /api/e = wrapper handlers() > add',
    'page GET /shop/{slug} = wrapper requireLogin() > fn',
  ]);
});

test('pages that read stored data or a session, themselves or in what they draw', async () => {
  expect(
    await linesOf({
      'lib/db.ts': `import { PrismaClient } from '@prisma/client';\nexport const db = new PrismaClient();\nexport const getOrders = () => db.order.findMany();\nexport const getCached = cache(async () => db.order.findMany());\nimport { cache } from 'react';`,
      'app/cached/page.tsx': `import { getCached } from '../../lib/db';\nexport default async function Cached() { return <p>{await getCached()}</p>; }`,
      'app/orders/page.tsx': `import { getOrders } from '../../lib/db';\nexport default async function Orders() { const orders = await getOrders(); return <ul>{orders}</ul>; }`,
      'app/nested/page.tsx': `import { List } from '../list';\nexport default function Nested() { return <Suspense><List /></Suspense>; }`,
      'app/list.tsx': `import { db } from '../lib/db';\nexport async function List() { return <ul>{await db.order.findMany()}</ul>; }`,
      'app/(account)/layout.tsx': `import { cookies } from 'next/headers';\nexport default async function Layout({ children }) { (await cookies()).get('session'); return children; }`,
      'app/both/page.tsx': `import { getOrders } from '../../lib/db';\nexport default async function Both() { const [a] = await Promise.all([getOrders(), other()]); return a; }`,
      'app/static/page.tsx': `import { getTranslations } from 'next-intl/server';\nexport default async function Static({ params }) { const { id } = await params; const t = await getTranslations(); return <p>{id}</p>; }`,
      'app/client/page.tsx': `'use client';\nimport { getOrders } from '../../lib/db';\nexport default async function Client() { await getOrders(); }`,
      'app/draws-client/page.tsx': `import C from '../client/page';\nexport default function P() { return <C />; }`,
    }),
  ).toEqual([
    'page GET / = Layout',
    'page GET /both = Both',
    'page GET /cached = Cached',
    'page GET /nested = Nested',
    'page GET /orders = Orders',
  ]);
});

test('server actions of files, functions and in place', async () => {
  expect(
    await linesOf({
      'app/actions.ts': `
'use server';
import { authed } from '../lib/client';
export async function addOrder() {}
export const pay = authed.inputSchema(z.object({})).use(limit()).action(async () => {});
export const limitOf = 5;
export async function leftOver() {}
const hidden = async () => {};
`,
      'lib/client.ts': `import { createSafeActionClient } from 'next-safe-action';\nexport const authed = createSafeActionClient().use(auth);`,
      'app/form.tsx': `import { addOrder, pay } from './actions';
export default function Form() {
  async function save() { 'use server'; }
  return <form action={async () => { 'use server'; }}><button formAction={save} /></form>;
}
export function Other() { async function save() { 'use server'; } }`,
    }),
  ).toEqual([
    'action POST app/actions.ts#addOrder = addOrder',
    'action POST app/actions.ts#leftOver = leftOver ? no component calls this action, so it is not certain that it can be reached',
    'action POST app/actions.ts#pay = base authed > middleware limit() > fn',
    'action POST app/form.tsx#action = fn',
    'action POST app/form.tsx#save-line-3 = fn',
    'action POST app/form.tsx#save-line-6 = fn',
  ]);
});

describe('the middleware', () => {
  const routes = {
    'app/api/open/route.ts': 'export const GET = () => {};',
    'app/admin/users/[id]/route.ts': 'export const GET = () => {};',
    'app/acts.ts': `'use server';\nexport async function act() {}`,
    'app/button.tsx': `import { act } from './acts';\nexport const Button = () => <form action={act} />;`,
  };
  const withMatcher = (config: string): Promise<string[]> =>
    linesOf({ ...routes, 'middleware.ts': `export function middleware() {}\n${config}` });

  test('stands in front of what its matcher covers', async () => {
    expect(await withMatcher('')).toEqual([
      'GET /admin/users/{id} = matcher middleware > GET',
      'GET /api/open = matcher middleware > GET',
      'action POST app/acts.ts#act = matcher middleware > act',
    ]);
    for (const matcher of [
      `'/admin/:path*'`,
      `['/about', '/admin/(.*)']`,
      `['/((?!api|_next/static|_next/image|.*\\\\.png$).*)']`,
      `[{ source: '/admin/users/:id', locale: false }]`,
      `'/:area(admin)/users/:id?'`,
      `'/admin{/:all}*'`,
    ])
      expect(await withMatcher(`export const config = { matcher: ${matcher} };`), matcher).toEqual([
        'GET /admin/users/{id} = matcher middleware > GET',
        'GET /api/open = GET',
        'action POST app/acts.ts#act = act',
      ]);
  });

  test('as a wrapper, passed on, and as proxy in front of a base path', async () => {
    expect(
      await linesOf({
        'app/x/route.ts': 'export const GET = () => {};',
        'next.config.ts': `export default { basePath: '/base' };`,
        'proxy.ts': `export { auth as proxy } from './auth';\nexport const config = { matcher: ['/x'] };`,
        'auth.ts': `import NextAuth from 'next-auth';\nexport const { auth } = NextAuth({});`,
      }),
    ).toEqual(['GET /base/x = matcher NextAuth().auth > GET']);
  });

  test('that runs for some requests only, or for paths known at run time, is not said to be in front', async () => {
    const open = 'the middleware runs for requests with certain headers, cookies or queries only';
    expect(
      await withMatcher(
        `export const config = { matcher: [{ source: '/admin/:path*', missing: [{ type: 'header', key: 'next-router-prefetch' }] }] };`,
      ),
    ).toContain(`GET /admin/users/{id} = GET ? ${open}`);
    expect(await withMatcher(`export const config = { matcher: '/admin/users/:id(\\\\d+)' };`)).toContain(
      'GET /admin/users/{id} = GET ? the middleware runs for some values of the parameters only',
    );
    expect(await withMatcher(`export const config = { matcher: paths() };`)).toEqual([
      ...['/admin/users/{id}', '/api/open'].map(
        (path) => `GET ${path} = GET ? the paths that the middleware runs for are put together at run time`,
      ),
      'action POST app/acts.ts#act = act',
      '2 the paths that the middleware runs for are put together at run time',
    ]);
  });

  test('with a matcher that is none, or never ends', async () => {
    for (const matcher of [`'/admin('`, `'admin'`, `''`, `'/(((((a'`])
      expect(await withMatcher(`export const config = { matcher: ${matcher} };`), matcher).toContain(
        '2 the paths that the middleware runs for are put together at run time',
      );
    const lines = await linesOf({
      [`app/${'a'.repeat(40)}/route.ts`]: 'export const GET = () => {};',
      'middleware.ts': `export default () => {};\nexport const config = { matcher: '/((?:a+)+)+$b' };`,
    });
    expect(lines[0]).toMatch(/ = GET \? a pattern of the middleware’s matcher takes too long$/);
  });
});

test('a base path that is known at run time only is said', async () => {
  expect(
    await linesOf({
      'next.config.js': `module.exports = { basePath: process.env.BASE };`,
      'app/route.ts': 'export const GET = () => {};',
    }),
  ).toEqual(['GET / = GET', '1 the base path of the app is put together at run time']);
});

test('files that say nothing, go round in circles or have strange names', async () => {
  expect(
    await linesOf({
      'app/empty/route.ts': '',
      'app/broken/route.ts': 'export const GET = ((((;',
      'app/circle/route.ts': `export { GET } from './other';`,
      'app/circle/other.ts': `export { GET } from './route';\nexport * from './other';`,
      'app/[/route.ts': 'export const GET = () => {};',
      'app/[constructor]/[__proto__]/route.ts': 'export const GET = () => {};',
      'app/a b/ü/route.ts': 'export const GET = () => {};',
    }),
  ).toEqual(['GET /[ = GET', 'GET /a b/ü = GET', 'GET /circle = import.GET', 'GET /{constructor}/{__proto__} = GET']);
});
