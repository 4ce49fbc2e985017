import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bootBazaar, type TestBazaar } from '../../test/support/bazaar.ts';
import type { Balance } from '../modules/payouts/schemas.ts';
import { coupons, listings, orders, reports, users } from './schema.ts';
import { seed } from './seed.ts';

let bazaar: TestBazaar;
const password = 'only for this test 1';
beforeAll(async () => {
  bazaar = await bootBazaar();
});
afterAll(() => bazaar.stop());

test('a fresh marketplace has everybody and everything, once', async () => {
  const { context } = bazaar.app;
  const accounts = await seed(context, { password });
  expect(accounts.map(({ role }) => role).sort()).toEqual([
    'admin',
    'customer',
    'customer',
    'moderator',
    'seller',
    'seller',
  ]);
  const counts = () =>
    Promise.all([users, listings, orders, reports, coupons].map((table) => context.db.$count(table)));
  const before = await counts();
  expect(await seed(context, { password: 'another one' })).toEqual(accounts);
  expect(await counts()).toEqual(before);
});

test('every account logs in; a seller has a balance, a draft with a note, and a payout that waits', async () => {
  const { db } = bazaar.app.context;
  for (const { email, role } of await db.select().from(users)) {
    const client = bazaar.visitor(role === 'admin');
    const login = await client.post<{ accessToken: string }>('/api/auth/login', { email, password });
    expect(login.status).toBe(200);
    client.token = login.json.accessToken;
    if (!email.startsWith('mira')) continue;
    expect((await client.get<Balance>('/api/seller/balance')).json.amountCents).toBeGreaterThan(0);
    expect((await client.get('/api/seller/payouts')).text).toContain('requested');
    const [draft] = await db.select().from(listings).where(eq(listings.status, 'draft'));
    expect((await client.get(`/api/seller/listings/${draft?.id}`)).text).toContain('Hairline crack');
    expect((await bazaar.visitor().get(`/api/listings/${draft?.id}`)).status).toBe(404);
  }
});

test('not in production', async () => {
  const { context } = bazaar.app;
  await expect(seed({ ...context, config: { ...context.config, production: true } }, { password })).rejects.toThrow(
    'production',
  );
});
