import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bootBazaar, type Person, type TestBazaar } from '../../../test/support/bazaar.ts';
import { makeListing, makeOrder } from '../../../test/support/goods.ts';
import { listings, notifications, reviews, users } from '../../db/schema.ts';
import type { PublicReview } from './schemas.ts';

let bazaar: TestBazaar;
let seller: Person;
let buyer: Person;
beforeAll(async () => {
  bazaar = await bootBazaar();
  seller = await bazaar.person('seller');
  buyer = await bazaar.person('customer', 'Berta Secretname');
});
afterAll(() => bazaar.stop());

const bought = async (status: Parameters<typeof makeOrder>[1]['status'] = 'completed') => {
  const listingId = await makeListing(bazaar, seller);
  const orderId = await makeOrder(bazaar, { buyer, seller, listingId, status });
  return {
    orderId,
    listingId,
    path: `/api/orders/${orderId}/reviews`,
    review: { listingId, rating: 5, body: 'I like it a lot.' },
  };
};
const shown = async (listingId: string): Promise<PublicReview[]> =>
  (await bazaar.visitor().get<{ reviews: PublicReview[] }>(`/api/listings/${listingId}/reviews`)).json.reviews;

test('a buyer reviews what was completed; everybody reads it under the first name', async () => {
  const { listingId, path, review } = await bought();
  const added = await buyer.client.post<PublicReview>(path, review);
  expect(added.status).toBe(201);
  expect(await shown(listingId)).toEqual([{ ...added.json, rating: 5, body: 'I like it a lot.', author: 'Berta' }]);
  const text = JSON.stringify(await shown(listingId));
  expect(text).not.toMatch(/Secretname|authorId|orderId|@example/);
  const told = await bazaar.app.context.db.select().from(notifications).where(eq(notifications.userId, seller.id));
  expect(told.map(({ url }) => url)).toContain(`/listings/${listingId}`);
});

test('once, also when sent three times at once', async () => {
  const { listingId, path, review } = await bought();
  const answers = await Promise.all([1, 2, 3].map(() => buyer.client.post(path, review)));
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409]);
  expect(await shown(listingId)).toHaveLength(1);
});

test.each(['pending_payment', 'paid', 'shipped', 'delivered', 'cancelled', 'refunded'] as const)(
  'not while the order is %s',
  async (status) => {
    const { listingId, path, review } = await bought(status);
    expect((await buyer.client.post(path, review)).status).toBe(409);
    expect(await shown(listingId)).toEqual([]);
  },
);

test('nobody reviews another’s order, or a thing that was not in it', async () => {
  const { listingId, path, review } = await bought();
  const stranger = await bazaar.person('customer');
  for (const { client } of [stranger, seller]) expect((await client.post(path, review)).status).toBe(404);
  const elsewhere = await makeListing(bazaar, seller);
  expect((await buyer.client.post(path, { ...review, listingId: elsewhere })).status).toBe(404);
  expect((await buyer.client.post('/api/orders/not-an-id/reviews', review)).status).toBe(404);
  expect((await bazaar.visitor().post(path, review)).status).toBe(401);
  expect(await shown(listingId)).toEqual([]);
  expect(await shown(elsewhere)).toEqual([]);
});

test('fields that are wrong or unknown are refused', async () => {
  const { listingId, path, review } = await bought();
  const wrong = [
    { rating: 6 },
    { rating: 0 },
    { rating: 4.5 },
    { rating: '5' },
    { body: 'short' },
    { body: 'x'.repeat(2001) },
    { authorId: seller.id },
    { hiddenAt: null },
  ];
  for (const change of wrong) expect((await buyer.client.post(path, { ...review, ...change })).status).toBe(400);
  expect(await shown(listingId)).toEqual([]);
});

test('without a confirmed address there is no review', async () => {
  const { listingId, path, review } = await bought();
  const { db } = bazaar.app.context;
  await db.update(users).set({ emailVerifiedAt: null }).where(eq(users.id, buyer.id));
  expect((await buyer.client.post(path, review)).status).toBe(403);
  await db.update(users).set({ emailVerifiedAt: new Date() }).where(eq(users.id, buyer.id));
  expect(await shown(listingId)).toEqual([]);
});

test('hidden reviews and those of listings that are not published are not shown', async () => {
  const { listingId, path, review } = await bought();
  const { db } = bazaar.app.context;
  const { json } = await buyer.client.post<PublicReview>(path, review);
  await db.update(reviews).set({ hiddenAt: new Date() }).where(eq(reviews.id, json.id));
  expect(await shown(listingId)).toEqual([]);
  await db.update(reviews).set({ hiddenAt: null }).where(eq(reviews.id, json.id));
  await db.update(listings).set({ status: 'draft' }).where(eq(listings.id, listingId));
  expect((await bazaar.visitor().get(`/api/listings/${listingId}/reviews`)).status).toBe(404);
});
