import { expect, test } from 'vitest';
import { endpointLines } from '../../testing/endpoint-lines.ts';
import { programOf } from '../../testing/program-of.ts';
import { extractNuxt } from './extract.ts';

const linesOf = async (files: Record<string, string>): Promise<string[]> =>
  endpointLines(extractNuxt(await programOf(files)));

const HANDLER = 'export default defineEventHandler(async (event) => {});';

test('files of the server, their methods, and what stands in front of all', async () => {
  expect(
    await linesOf({
      'package.json': '{"dependencies":{"nuxt":"4"}}',
      'server/middleware/2.auth.ts': `import { defineEventHandler } from 'h3';\nexport default defineEventHandler(checkAuth);\nfunction checkAuth() {}`,
      'server/middleware/1.log.ts': HANDLER,
      'server/api/orders/index.get.ts': HANDLER,
      'server/api/orders/[id].delete.ts': 'export default defineSellerHandler(async (event) => {});',
      'server/api/orders/[id]/pay.post.ts': `export default eventHandler({ onRequest: [requireUser, limit], handler: async () => {} });`,
      'server/api/(shop)/any.ts': `export default cachedEventHandler(async (event) => {}, { maxAge: 5 });`,
      'server/api/both.ts': `export default defineEventHandler(async (event) => {\n  if (isMethod(event, 'POST')) return add();\n  if (event.method === 'GET') return list();\n  throw createError({ statusCode: 405 });\n});`,
      'server/api/test/ping.ts': HANDLER,
      'server/api/mock.dev.ts': HANDLER,
      'server/api/[...].ts': HANDLER,
      'server/routes/feed/[...path].get.ts': HANDLER,
      'server/routes/_ws.ts': 'export default defineWebSocketHandler({ open() {} });',
      'server/utils/helper.ts': HANDLER,
      'server/api/_shared.ts': 'export const shared = 1;',
      'server/api/empty.get.ts': '',
      'server/api/odd {x}.get.ts': HANDLER,
      'layers/base/nuxt.config.ts': 'export default {};',
      'layers/base/server/api/layer.get.ts': HANDLER,
    }),
  ).toEqual(
    [
      'websocket * /_ws = defineWebSocketHandler()',
      '* /api/any = fn',
      'POST /api/both = fn',
      'GET /api/both = fn',
      'GET /api/layer = fn',
      'GET /api/odd %7Bx%7D = fn',
      'GET /api/orders = fn',
      'DELETE /api/orders/{id} = wrapper defineSellerHandler() > fn',
      'POST /api/orders/{id}/pay = middleware requireUser > middleware limit > fn',
      '* /api/test/ping = fn',
      '* /api/{rest} = fn',
      'GET /feed/{path} = fn',
    ].map((line) => line.replace(' = ', ' = middleware fn > middleware checkAuth > ')),
  );
});

test('Nitro by itself, and routes that a config adds', async () => {
  expect(
    await linesOf({
      'a/package.json': '{"dependencies":{"nitropack":"2"}}',
      'a/routes/users/[id].get.ts': HANDLER,
      'b/nuxt.config.ts': `export default defineNuxtConfig({\n  serverHandlers: [{ route: '/x', handler: './x.ts' }],\n});`,
      'b/routes/not-for-nuxt.ts': HANDLER,
      'c/server/api/no-app.ts': HANDLER,
    }),
  ).toEqual(['GET /users/{id} = fn', '2 routes that the config of the app adds']);
});
