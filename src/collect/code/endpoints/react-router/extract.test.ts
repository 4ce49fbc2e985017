import { describe, expect, test } from 'vitest';
import { endpointLines } from '../../testing/endpoint-lines.ts';
import { programOf } from '../../testing/program-of.ts';
import { extractReactRouter } from './extract.ts';

const linesOf = async (dependencies: Record<string, string>, files: Record<string, string>): Promise<string[]> =>
  endpointLines(extractReactRouter(await programOf({ 'package.json': JSON.stringify({ dependencies }), ...files })));

const REMIX = { '@remix-run/dev': '2.17.0' };
const ROUTER = { '@react-router/dev': '7.9.0' };
const LOADER = 'export const loader = async () => {};';
const PAGE = `${LOADER}\nexport default function Page() {}`;

describe('files that are routes', () => {
  test('as Remix 2 and React Router have them', async () => {
    expect(
      await linesOf(REMIX, {
        'app/root.tsx': PAGE,
        'app/routes/_index.tsx': PAGE,
        'app/routes/orders.$id.tsx': `export async function action({ request }) { if (request.method === 'DELETE') return gone(); return pay(); }\nexport default () => null;`,
        'app/routes/orders.$id_.edit.tsx': PAGE,
        'app/routes/_auth.login/route.tsx': PAGE,
        'app/routes/_auth.login/form.ts': LOADER,
        'app/routes/api.hooks.ts':
          'export const action = verified(async () => {});\nconst verified = (inner) => inner;',
        'app/routes/($lang).about.tsx': PAGE,
        'app/routes/sitemap[.]xml.ts': LOADER,
        'app/routes/files.$.ts': LOADER,
        'app/routes/$id[.]json.ts': LOADER,
        'app/routes/deep/er/x.ts': LOADER,
        'app/routes/client.tsx': 'export const clientLoader = async () => {};\nexport default () => null;',
        'app/routes/{odd}.ts': LOADER,
        'app/routes/[.ts': LOADER,
        'app/routes/empty.ts': '',
        'app/other.ts': LOADER,
      }),
    ).toEqual([
      'page GET / = loader',
      'page GET / = loader',
      'GET /%7Bodd%7D = loader',
      'GET /[ = loader',
      'POST /api/hooks = wrapper verified() > fn',
      'GET /files/{rest} = loader',
      'page GET /login = loader',
      'action POST /orders/{id} = action',
      'action DELETE /orders/{id} = action',
      'page GET /orders/{id}/edit = loader',
      'GET /sitemap.xml = loader',
      'GET /{id}.json = loader',
      'page GET /{lang}/about = loader',
    ]);
  });

  test('as Remix 1, remix-flat-routes and react-router-auto-routes have them', async () => {
    expect(
      await linesOf(
        { '@remix-run/dev': '^1.19.0' },
        {
          'app/routes/orders/$id/index.tsx': PAGE,
          'app/routes/__auth/login.tsx': PAGE,
          'app/routes/api.x.ts': LOADER,
        },
      ),
    ).toEqual(['GET /api/x = loader', 'page GET /login = loader', 'page GET /orders/{id} = loader']);
    expect(
      await linesOf(
        { ...REMIX, 'remix-flat-routes': '0.8.5' },
        {
          'app/routes/_app+/orders+/$id.tsx': PAGE,
          'app/routes/_app+/_layout.tsx': PAGE,
          'app/routes/t.$team+/index.tsx': PAGE,
          'app/routes/about/_about.tsx': PAGE,
          'app/routes/about/helper.ts': LOADER,
        },
      ),
    ).toEqual([
      'page GET / = loader',
      'page GET /about = loader',
      'page GET /orders/{id} = loader',
      'page GET /t/{team} = loader',
    ]);
    expect(
      await linesOf(ROUTER, {
        'app/routes.ts': `import { autoRoutes } from 'react-router-auto-routes';\nexport default autoRoutes() satisfies RouteConfig;`,
        'app/routes/orders/$id/index.tsx': PAGE,
        'app/routes/orders/+shared/x.ts': LOADER,
        'app/routes/_seo/robots[.]txt.ts': LOADER,
      }),
    ).toEqual(['page GET /orders/{id} = loader', 'GET /robots.txt = loader']);
  });
});

test('routes.ts, with the middlewares of what is around a route', async () => {
  expect(
    await linesOf(ROUTER, {
      'react-router.config.ts': `export default { appDirectory: 'src', basename: '/shop' };`,
      'src/root.tsx': 'export const middleware = [log];\nexport default () => null;',
      'src/routes.ts': `
import { index, layout, prefix, route } from '@react-router/dev/routes';
import { flatRoutes } from '@react-router/fs-routes';
const SELLER = 'seller';
const more = [route('late', './pages/late.tsx')];
export default [
  index('pages/home.tsx'),
  layout('pages/signed-in.tsx', [
    route('orders/:id?', 'pages/order', { id: 'order' }, [route('pay', 'pages/pay.tsx')]),
    ...prefix(\`\${SELLER}/:shop\`, [index('pages/shop.tsx'), route('*', 'pages/rest.ts')]),
  ]),
  ...more,
  ...(import.meta.env.DEV ? [{ path: 'debug', file: 'pages/debug.ts' }] : []),
  ...(await flatRoutes({ rootDirectory: 'files' })),
] satisfies RouteConfig;`,
      'src/pages/home.tsx': PAGE,
      'src/pages/signed-in.tsx': 'export const middleware = [requireUser];\nexport default () => null;',
      'src/pages/order.tsx': `${PAGE}\nexport const middleware = [own];`,
      'src/pages/pay.tsx':
        'export const { action } = guarded({}, async () => {});\nconst guarded = (options, inner) => ({ action: inner });',
      'src/pages/shop.tsx': PAGE,
      'src/pages/rest.ts': LOADER,
      'src/pages/late.tsx': PAGE,
      'src/pages/debug.ts': LOADER,
      'src/pages/unused.ts': LOADER,
      'src/files/api.health.ts': LOADER,
    }),
  ).toEqual([
    'page GET /shop = middleware log > loader',
    'GET /shop/api/health = middleware log > loader',
    'GET /shop/debug = middleware log > loader',
    'page GET /shop/late = middleware log > loader',
    'page GET /shop/orders/{id} = middleware log > middleware requireUser > middleware own > loader',
    'POST /shop/orders/{id}/pay = middleware log > middleware requireUser > middleware own > wrapper guarded() > fn',
    'page GET /shop/seller/{shop} = middleware log > middleware requireUser > loader',
    'GET /shop/seller/{shop}/{rest} = middleware log > middleware requireUser > loader',
  ]);
});

test('routes that are put together at run time are said; without a server nothing is loaded', async () => {
  expect(
    await linesOf(ROUTER, {
      'app/routes.ts': `
import { route } from '@react-router/dev/routes';
import { magic } from 'some-routes';
export default [...magic(), route(process.env.PATH_OF_IT, 'x.tsx'), route('/y', 'missing.tsx'), ...names.map((name) => route(name, name))];`,
      'app/x.tsx': PAGE,
    }),
  ).toEqual([4, 4, 4, 4].map((line) => `${line} routes that are put together at run time`));
  expect(
    await linesOf(ROUTER, {
      'react-router.config.ts': 'export default { ssr: false } satisfies Config;',
      'app/routes/_index.tsx': PAGE,
    }),
  ).toEqual([]);
});
