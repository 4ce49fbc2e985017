import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bootBazaar, type TestBazaar } from '../../../test/support/bazaar.ts';
import { makeListing } from '../../../test/support/goods.ts';
import { auditLog, shops, users } from '../../db/schema.ts';
import type { OwnShop, PublicShop } from './schemas.ts';

let bazaar: TestBazaar;
beforeAll(async () => {
  bazaar = await bootBazaar();
});
afterAll(() => bazaar.stop());

const open = '/api/seller/onboarding';

test('a verified customer opens a shop and is a seller at once', async () => {
  const customer = await bazaar.person('customer');
  const opened = await customer.client.post<OwnShop>(open, { name: 'Töpferei Süd', about: 'Pots' });
  expect(opened.status).toBe(201);
  expect(opened.json).toMatchObject({ name: 'Töpferei Süd', slug: 'topferei-sud', about: 'Pots' });
  expect((await customer.client.get<OwnShop>('/api/seller/shop')).json.id).toBe(opened.json.id);
  expect((await customer.client.get('/api/seller/listings')).status).toBe(200);
  const told = await bazaar.app.context.db.select().from(auditLog).where(eq(auditLog.subjectId, opened.json.id));
  expect(told.map(({ action, actorId }) => [action, actorId])).toEqual([['shop.opened', customer.id]]);
});

test('opened twice at once makes one shop', async () => {
  const customer = await bazaar.person('customer');
  const answers = await Promise.all([1, 2, 3].map((n) => customer.client.post(open, { name: `Twice ${n}` })));
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409]);
  expect(await bazaar.app.context.db.select().from(shops).where(eq(shops.ownerId, customer.id))).toHaveLength(1);
});

test('two shops of one name have two addresses', async () => {
  const people = [await bazaar.person('customer'), await bazaar.person('customer')];
  const slugs = await Promise.all(
    people.map(async ({ client }) => (await client.post<OwnShop>(open, { name: 'Same name' })).json.slug),
  );
  expect(new Set(slugs).size).toBe(2);
  expect(slugs.every((slug) => slug.startsWith('same-name'))).toBe(true);
});

test.each(['moderator', 'admin'] as const)('a %s opens no shop', async (role) => {
  const person = await bazaar.person(role);
  expect((await person.client.post(open, { name: 'Both sides' })).status).toBe(403);
  const [user] = await bazaar.app.context.db.select().from(users).where(eq(users.id, person.id));
  expect(user?.role).toBe(role);
});

test('neither does nobody, nor somebody without a confirmed address', async () => {
  expect((await bazaar.visitor().post(open, { name: 'Nobody' })).status).toBe(401);
  const customer = await bazaar.person('customer');
  await bazaar.app.context.db.update(users).set({ emailVerifiedAt: null }).where(eq(users.id, customer.id));
  expect((await customer.client.post(open, { name: 'Too early' })).status).toBe(403);
  expect(await bazaar.app.context.db.select().from(shops).where(eq(shops.ownerId, customer.id))).toHaveLength(0);
});

test('fields that are wrong or unknown are refused', async () => {
  const customer = await bazaar.person('customer');
  for (const body of [
    {},
    { name: 7 },
    { name: 'ab' },
    { name: 'a\nbc' },
    { name: 'x'.repeat(61) },
    { name: 'Fine', slug: 'mine' },
    { name: 'Fine', ownerId: customer.id },
  ]) {
    expect((await customer.client.post(open, body)).status).toBe(400);
  }
});

test('everybody sees a shop with its published listings, and nothing of its owner', async () => {
  const seller = await bazaar.person('seller', 'Hidden Owner');
  const shown = await makeListing(bazaar, seller, { title: 'Shown', sellerNote: 'canary-note' });
  await makeListing(bazaar, seller, { title: 'A draft', status: 'draft' });
  await makeListing(bazaar, seller, { title: 'Removed', status: 'removed' });
  const own = (await seller.client.get<OwnShop>('/api/seller/shop')).json;
  const shop = await bazaar.visitor().get<PublicShop>(`/api/shops/${own.slug}`);
  expect(shop.json.listings.map(({ id }) => id)).toEqual([shown]);
  expect(shop.text).not.toMatch(/canary-note|Secret Street|\+49|@example|A draft|ownerId/);
  expect(shop.text).not.toContain(seller.id);
});

test.each([
  ['unknown', 'nowhere'],
  ['a zero byte', '%00'],
  ['a path', '..%2fapi'],
  ['a quote', "a'--"],
  ['too long', 'x'.repeat(200)],
])('no shop has the address: %s', async (_what, slug) => {
  expect((await bazaar.visitor().get(`/api/shops/${slug}`)).status).toBe(404);
});

test('a seller changes their own shop and no other', async () => {
  const [one, two] = [await bazaar.person('seller'), await bazaar.person('seller')];
  const before = (await two.client.get<OwnShop>('/api/seller/shop')).json;
  const changed = await one.client.send<OwnShop>('PATCH', '/api/seller/shop', { json: { name: 'New name' } });
  expect(changed.json).toMatchObject({ id: one.shopId, name: 'New name' });
  for (const json of [{ id: before.id, name: 'Taken' }, { slug: 'taken' }, { ownerId: one.id }, {}]) {
    expect((await one.client.send('PATCH', '/api/seller/shop', { json })).status).toBe(400);
  }
  expect((await two.client.get<OwnShop>('/api/seller/shop')).json).toEqual(before);
});

test('only sellers have a shop to look at', async () => {
  for (const role of ['customer', 'moderator', 'admin'] as const) {
    const { client } = await bazaar.person(role);
    expect((await client.get('/api/seller/shop')).status).toBe(403);
    expect((await client.send('PATCH', '/api/seller/shop', { json: { name: 'Mine now' } })).status).toBe(403);
  }
  expect((await bazaar.visitor().get('/api/seller/shop')).status).toBe(401);
});
