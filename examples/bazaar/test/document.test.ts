import type { IRouter } from 'express';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../src/app.ts';
import { createLimits } from '../src/http/limits.ts';
import { adminRoutes } from '../src/modules/admin/api.ts';
import { OPERATIONS } from '../src/modules/operations.ts';
import { bootBazaar, type TestBazaar } from './support/bazaar.ts';

let bazaar: TestBazaar;

beforeAll(async () => {
  bazaar = await bootBazaar();
});
afterAll(() => bazaar.stop());

interface Layer {
  route?: { path: string; stack: readonly { method: string }[] };
  handle: { stack?: readonly Layer[] };
}

/** `post /api/orders/{orderId}/cancel` of every route below a router, in whatever router it stands. */
const routesOf = (layers: readonly Layer[]): string[] =>
  layers.flatMap(({ route, handle }) =>
    route === undefined
      ? routesOf(handle.stack ?? [])
      : [...new Set(route.stack.map(({ method }) => method))].map((method) => `${method} ${templated(route.path)}`),
  );

const templated = (path: string): string => path.replaceAll(/:(\w+)/g, '{$1}');

test('the API document names every API route of the router, and no other', () => {
  const { router } = createApp(bazaar.app.context) as unknown as { router: IRouter & { stack: readonly Layer[] } };
  const inApi = routesOf(router.stack).filter((route) => route.includes(' /api/') || route.includes(' /graphql'));
  const documented = OPERATIONS.map(({ method, path }) => `${method} ${path}`).filter(
    (operation) => operation.includes(' /api/') || operation.includes(' /graphql'),
  );
  expect(inApi.length).toBeGreaterThan(60);
  const { stack } = adminRoutes(bazaar.app.context, createLimits()) as unknown as { stack: readonly Layer[] };
  const inAdmin = routesOf(stack).map((route) => route.replace(' ', ' /api/admin'));
  expect([...inApi, ...inAdmin].sort()).toEqual(documented.sort());
});

test('the document is served as OpenAPI 3.1 with a schema for every body', async () => {
  const { status, json } = await bazaar
    .visitor()
    .get<{ openapi: string; paths: Record<string, Record<string, { operationId: string; requestBody?: unknown }>> }>(
      '/openapi.json',
    );
  expect(status).toBe(200);
  expect(json.openapi).toBe('3.1.0');
  const operations = Object.values(json.paths).flatMap((methods) => Object.values(methods));
  expect(operations).toHaveLength(OPERATIONS.length);
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
  expect(json.paths['/api/checkout']?.['post']?.requestBody).toMatchObject({
    content: { 'application/json': { schema: { properties: { shippingAddress: { type: 'string' } } } } },
  });
});
