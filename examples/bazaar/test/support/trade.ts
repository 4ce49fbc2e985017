import { randomBytes, randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { coupons, listings, orders } from '../../src/db/schema.ts';
import type { OrderView, PaymentView } from '../../src/modules/orders/schemas.ts';
import type { Person, TestBazaar } from './bazaar.ts';
import type { Answer } from './client.ts';

export interface Placed {
  order: OrderView;
  payment: PaymentView | null;
}

export const ADDRESS = 'Ada Example\nQuiet Lane 7\n10115 Berlin';

/** The statuses of answers that came in any order, smallest first. */
export const statusesOf = (answers: readonly Answer[]): number[] =>
  answers.map(({ status }) => status).sort((a, b) => a - b);

/** What a trade test does over and over, against one running Bazaar. */
export const tradeOf = ({ app, payments }: TestBazaar) => {
  const { db } = app.context;

  const list = async (seller: Person, values: Partial<typeof listings.$inferInsert> = {}): Promise<string> => {
    const title = `Bowl ${randomBytes(3).toString('hex')}`;
    const base = { title, description: 'Thrown by hand.', priceCents: 2400, stock: 5, status: 'published' as const };
    const [row] = await db
      .insert(listings)
      .values({ ...base, shopId: seller.shopId ?? '', publishedAt: new Date(), ...values })
      .returning({ id: listings.id });
    return row?.id ?? '';
  };

  const stockOf = async (listingId: string): Promise<number | undefined> =>
    (await db.select({ stock: listings.stock }).from(listings).where(eq(listings.id, listingId)))[0]?.stock;

  const coupon = async (values: Partial<typeof coupons.$inferInsert> = {}): Promise<string> => {
    const code = `SAVE${randomBytes(3).toString('hex').toUpperCase()}`;
    const expiresAt = new Date(Date.now() + 3600_000);
    await db.insert(coupons).values({ code, percentOff: 25, maxUses: 10, expiresAt, ...values });
    return code;
  };

  const usesOf = async (code: string): Promise<number | undefined> =>
    (await db.select({ used: coupons.usedCount }).from(coupons).where(eq(coupons.code, code)))[0]?.used;

  const put = (buyer: Person, listingId: string, line: object = { quantity: 1 }): Promise<Answer> =>
    buyer.client.send('PUT', `/api/cart/items/${listingId}`, { json: line });

  const checkout = (buyer: Person, key: string = randomUUID(), body: object = { shippingAddress: ADDRESS }) =>
    buyer.client.post<Placed>('/api/checkout', body, { headers: { 'idempotency-key': key } });

  const place = async (buyer: Person, listingId: string, quantity = 1): Promise<Placed> => {
    const added = await put(buyer, listingId, { quantity });
    if (added.status !== 200) throw new Error(added.text);
    const answer = await checkout(buyer);
    if (answer.status !== 201) throw new Error(answer.text);
    return answer.json;
  };

  const row = async (orderId: string): Promise<typeof orders.$inferSelect> => {
    const [order] = await db.select().from(orders).where(eq(orders.id, orderId));
    if (order === undefined) throw new Error(`no order ${orderId}`);
    return order;
  };

  const pay = async (orderId: string): Promise<void> => {
    const { paymentIntentId } = await row(orderId);
    await payments.pay(paymentIntentId ?? '');
  };

  const ship = (seller: Person, orderId: string): Promise<Answer> =>
    seller.client.post(`/api/seller/orders/${orderId}/ship`, { trackingCode: `TRACK-${orderId.slice(0, 8)}` });

  /** An order that has gone as far as the given state. */
  const orderIn = async (
    state: 'pending_payment' | 'paid' | 'shipped' | 'completed',
    { buyer, seller }: { buyer: Person; seller: Person },
    values: Partial<typeof listings.$inferInsert> = {},
  ): Promise<OrderView> => {
    const { order } = await place(buyer, await list(seller, values));
    if (state !== 'pending_payment') await pay(order.id);
    if (state === 'shipped' || state === 'completed') await ship(seller, order.id);
    if (state === 'completed') await buyer.client.post(`/api/orders/${order.id}/complete`);
    const { json } = await buyer.client.get<OrderView>(`/api/orders/${order.id}`);
    if (json.status !== state) throw new Error(`the order is ${json.status}, not ${state}`);
    return json;
  };

  return { list, stockOf, coupon, usesOf, put, checkout, place, row, pay, ship, orderIn };
};
