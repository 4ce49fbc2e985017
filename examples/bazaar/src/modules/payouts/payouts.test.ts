import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bootBazaar, PASSWORD, type Person, type TestBazaar } from '../../../test/support/bazaar.ts';
import { makeListing, makeOrder } from '../../../test/support/goods.ts';
import { payoutOrders, payouts, refunds } from '../../db/schema.ts';
import { requestPayout } from './service.ts';
import type { Balance, Payout, PayoutWithOrders } from './schemas.ts';

let bazaar: TestBazaar;
let buyer: Person;
beforeAll(async () => {
  bazaar = await bootBazaar();
  buyer = await bazaar.person('customer');
});
afterAll(() => bazaar.stop());

const GOOD_IBAN = 'DE89 3704 0044 0532 0130 00';

const sellerWith = async (...cents: number[]): Promise<{ seller: Person; orderIds: string[] }> => {
  const seller = await bazaar.person('seller');
  const account = { holder: 'H. Older', iban: GOOD_IBAN, password: PASSWORD };
  const set = await seller.client.send('PUT', '/api/seller/payout-account', { json: account });
  if (set.status !== 200) throw new Error(set.text);
  const listingId = await makeListing(bazaar, seller);
  const orderIds: string[] = [];
  for (const amount of cents) orderIds.push(await makeOrder(bazaar, { buyer, seller, listingId, cents: amount }));
  return { seller, orderIds };
};
const balanceOf = async ({ client }: Person): Promise<Balance> =>
  (await client.get<Balance>('/api/seller/balance')).json;

test('only completed orders count, less what was refunded; an undecided refund holds its order back', async () => {
  const { seller, orderIds } = await sellerWith(5000, 3000, 2000);
  const listingId = await makeListing(bazaar, seller);
  for (const status of ['pending_payment', 'paid', 'shipped', 'delivered', 'cancelled', 'refunded'] as const) {
    await makeOrder(bazaar, { buyer, seller, listingId, status, cents: 90_000 });
  }
  const [first = '', second = ''] = orderIds;
  const { db } = bazaar.app.context;
  await db.insert(refunds).values([
    { orderId: first, amountCents: 1200, reason: 'A crack', status: 'done' },
    { orderId: first, amountCents: 300, reason: 'No', status: 'refused' },
    { orderId: second, amountCents: 100, reason: 'Late', status: 'requested' },
  ]);
  expect(await balanceOf(seller)).toEqual({ amountCents: 5800, currency: 'eur', orders: 2 });
});

test('a payout takes the whole balance and each order once', async () => {
  const { seller, orderIds } = await sellerWith(4000, 2500);
  const asked = await seller.client.post<Payout>('/api/seller/payouts');
  expect(asked.status).toBe(201);
  expect(asked.json).toMatchObject({ amountCents: 6500, status: 'requested' });
  expect((await balanceOf(seller)).amountCents).toBe(0);
  expect((await seller.client.post('/api/seller/payouts')).status).toBe(409);
  const read = await seller.client.get<PayoutWithOrders>(`/api/seller/payouts/${asked.json.id}`);
  expect(read.json.orderIds.sort()).toEqual(orderIds.sort());
});

test('asked five times at once makes one payout', async () => {
  const { seller } = await sellerWith(4000, 2500);
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => seller.client.post('/api/seller/payouts')));
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409, 409, 409]);
  const made = (await seller.client.get<{ payouts: Payout[] }>('/api/seller/payouts')).json.payouts;
  expect(made.map(({ amountCents }) => amountCents)).toEqual([6500]);
});

test('an order is never both refunded and paid out, whichever comes first', async () => {
  const { seller, orderIds } = await sellerWith(1000, 1000, 1000, 1000);
  const refund = { amountCents: 1000, reason: 'It broke on the way.' };
  const answers = await Promise.all([
    ...orderIds.slice(0, 2).map((id) => buyer.client.post(`/api/orders/${id}/refunds`, refund)),
    seller.client.post('/api/seller/payouts'),
    ...orderIds.slice(2).map((id) => buyer.client.post(`/api/orders/${id}/refunds`, refund)),
  ]);
  expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
  const { db } = bazaar.app.context;
  for (const id of orderIds) {
    const claimed = await db.$count(payoutOrders, eq(payoutOrders.orderId, id));
    const asked = await db.$count(refunds, eq(refunds.orderId, id));
    expect(claimed + asked).toBe(1);
  }
});

test('the amount is not the client’s to choose', async () => {
  const { seller } = await sellerWith(4000);
  expect((await seller.client.post('/api/seller/payouts', { amountCents: 9_000_000 })).status).toBe(400);
  expect((await seller.client.get<{ payouts: Payout[] }>('/api/seller/payouts')).json.payouts).toEqual([]);
});

test('without a payout account there is no payout, and nothing is claimed', async () => {
  const seller = await bazaar.person('seller');
  await makeOrder(bazaar, { buyer, seller, listingId: await makeListing(bazaar, seller) });
  expect((await seller.client.post('/api/seller/payouts')).status).toBe(409);
  expect((await balanceOf(seller)).amountCents).toBe(3000);
});

test('what fails in the same transaction undoes the payout; another expected amount is refused', async () => {
  const { seller } = await sellerWith(4000);
  const owner = { userId: seller.id, shopId: seller.shopId ?? '' };
  await expect(requestPayout(bazaar.app.context, owner, { expectedCents: 4001 })).rejects.toThrow('has changed');
  await expect(
    requestPayout(bazaar.app.context, owner, { also: () => Promise.reject(new Error('no')) }),
  ).rejects.toThrow('no');
  expect(await bazaar.app.context.db.select().from(payouts).where(eq(payouts.shopId, owner.shopId))).toEqual([]);
  expect((await balanceOf(seller)).amountCents).toBe(4000);
});

test('another shop’s payout is not there, and its money stays where it is', async () => {
  const { seller: one } = await sellerWith(4000);
  const { seller: two } = await sellerWith(700);
  const asked = (await one.client.post<Payout>('/api/seller/payouts')).json;
  expect((await two.client.get(`/api/seller/payouts/${asked.id}`)).status).toBe(404);
  expect((await two.client.get('/api/seller/payouts/not-an-id')).status).toBe(404);
  expect((await two.client.get('/api/seller/payouts')).text).not.toContain(asked.id);
  expect((await two.client.post<Payout>('/api/seller/payouts')).json.amountCents).toBe(700);
  const claimed = await bazaar.app.context.db.select().from(payoutOrders).where(eq(payoutOrders.payoutId, asked.id));
  expect(claimed).toHaveLength(1);
});

test('only sellers come here', async () => {
  const paths = ['/api/seller/payout-account', '/api/seller/balance', '/api/seller/payouts'];
  for (const role of ['customer', 'moderator', 'admin'] as const) {
    const { client } = await bazaar.person(role);
    for (const path of paths) expect((await client.get(path)).status).toBe(403);
    expect((await client.post('/api/seller/payouts')).status).toBe(403);
    expect((await client.send('PUT', '/api/seller/payout-account', { json: {} })).status).toBe(403);
  }
  for (const path of paths) expect((await bazaar.visitor().get(path)).status).toBe(401);
});
