import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Access, Operation } from '../src/http/openapi.ts';
import { OPERATIONS } from '../src/modules/operations.ts';
import { bootBazaar, type Person, type TestBazaar } from './support/bazaar.ts';
import type { Client } from './support/client.ts';

type Caller = 'nobody' | 'customer' | 'seller' | 'moderator' | 'admin';

const MAY: Readonly<Record<Exclude<Access, 'public' | 'signature'>, readonly Caller[]>> = {
  user: ['customer', 'seller', 'moderator', 'admin'],
  verified: ['customer', 'seller', 'moderator', 'admin'],
  seller: ['seller'],
  moderator: ['moderator', 'admin'],
  admin: ['admin'],
};
/** Who watches over the market has no shop in it. */
const NEVER: Readonly<Record<string, readonly Caller[]>> = { '/api/seller/onboarding': ['moderator', 'admin'] };
const CALLERS: readonly Caller[] = ['nobody', 'customer', 'seller', 'moderator', 'admin'];

let bazaar: TestBazaar;
const people: Partial<Record<Caller, Person>> = {};

beforeAll(async () => {
  bazaar = await bootBazaar();
  for (const role of ['customer', 'seller', 'moderator', 'admin'] as const) people[role] = await bazaar.person(role);
});
afterAll(() => bazaar.stop());

/** A client of the caller on the host where the operation lives. */
const clientFor = (caller: Caller, { path }: Operation): Client => {
  const client = bazaar.visitor(path.startsWith('/api/admin/'));
  client.token = people[caller]?.client.token;
  return client;
};

/** Ids that name nothing: a guard must answer before anything is looked up, and nothing is changed by the calls. */
const call = (caller: Caller, operation: Operation) => {
  const path = operation.path.replaceAll(/\{\w+\}/g, () => randomUUID());
  const headers = Object.fromEntries((operation.headers ?? []).map((name) => [name, 'x'.repeat(16)]));
  return clientFor(caller, operation).send(operation.method.toUpperCase(), path, {
    headers,
    ...(operation.method === 'get' ? {} : { json: {} }),
  });
};

const isStream = ({ path }: Operation): boolean => path === '/api/events';

describe.each(OPERATIONS.filter(({ access }) => access !== 'public' && access !== 'signature'))(
  '$method $path for $access',
  (operation) => {
    const allowed = MAY[operation.access as keyof typeof MAY].filter(
      (caller) => !NEVER[operation.path]?.includes(caller),
    );

    test.each(CALLERS.filter((caller) => !allowed.includes(caller)))('is refused to %s', async (caller) => {
      const { status, text } = await call(caller, operation);
      expect(status).toBe(caller === 'nobody' ? 401 : 403);
      expect(JSON.parse(text)).toEqual({ error: { code: expect.any(String), message: expect.any(String) } });
    });

    test.skipIf(isStream(operation) || /logout$/.test(operation.path)).each(allowed)(
      'lets %s through its guard',
      async (caller) => {
        const { status } = await call(caller, operation);
        expect([401, 403, 500]).not.toContain(status);
      },
    );
  },
);

test('the admin area does not exist on the shop’s host, not even for an admin', async () => {
  for (const operation of OPERATIONS.filter(({ access }) => access === 'admin')) {
    const client = bazaar.visitor();
    client.token = people.admin?.client.token;
    const path = operation.path.replaceAll(/\{\w+\}/g, () => randomUUID());
    const forwarded = { 'x-forwarded-host': new URL(bazaar.config.ADMIN_ORIGIN).host };
    expect((await client.send(operation.method.toUpperCase(), path)).status, operation.path).toBe(404);
    expect((await client.send(operation.method.toUpperCase(), path, { headers: forwarded })).status).toBe(404);
  }
});

test('a token that is not ours is refused everywhere, public routes included', async () => {
  for (const authorization of [
    'Bearer',
    'Bearer x',
    'Basic YTpi',
    'Bearer a b',
    `bearer ${people.customer?.client.token}x`,
  ]) {
    const answer = await bazaar.visitor().get('/api/listings', { headers: { authorization } });
    expect(answer.status, authorization).toBe(401);
  }
});

test('what cannot be read is a 4xx that tells nothing', async () => {
  const customer = people.customer!.client;
  const cases = [
    await customer.send('PATCH', '/api/me', { body: '{', headers: { 'content-type': 'application/json' } }),
    await customer.send('PATCH', '/api/me', { json: { name: 7 } }),
    await customer.send('PATCH', '/api/me', { json: { name: 'x'.repeat(5000) } }),
    await customer.send('PATCH', '/api/me', { json: { role: 'admin' } }),
    await customer.get('/api/listings?limit=100000'),
    await customer.get('/api/orders/not-an-id'),
    await customer.get("/api/orders/1'%20or%201=1"),
    await customer.get('/api/listings/%00'),
    await customer.get('/%E0%A4%A'),
  ];
  for (const { status, text } of cases) {
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(text).not.toMatch(/node_modules|at .*\.ts|select |drizzle|postgres|stack/i);
  }
  const big = await customer.send('PATCH', '/api/me', { json: { bio: 'x'.repeat(300_000) } });
  expect(big.status).toBe(413);
});
