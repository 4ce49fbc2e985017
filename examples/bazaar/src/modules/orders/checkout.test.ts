import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootBazaar, type Person, type TestBazaar } from '../../../test/support/bazaar.ts';
import { ADDRESS, statusesOf, tradeOf } from '../../../test/support/trade.ts';
import { cartItems, couponUses, listings, orders, users } from '../../db/schema.ts';
import { releaseUnpaid } from './cancel.ts';
import type { OrderView, PaymentView } from './schemas.ts';

let bazaar: TestBazaar;
let trade: ReturnType<typeof tradeOf>;
let seller: Person;
let buyer: Person;
let second: Person;

beforeAll(async () => {
  bazaar = await bootBazaar();
  trade = tradeOf(bazaar);
  seller = await bazaar.person('seller');
  buyer = await bazaar.person('customer');
  second = await bazaar.person('customer');
});
afterAll(() => bazaar.stop());

const ordersOf = (person: Person) => bazaar.app.context.db.select().from(orders).where(eq(orders.buyerId, person.id));
const cartOf = (person: Person) =>
  bazaar.app.context.db.select().from(cartItems).where(eq(cartItems.userId, person.id));
const useCoupon = (person: Person, code: string) => person.client.send('PUT', '/api/cart/coupon', { json: { code } });
const codeOf = ({ json }: { json: unknown }): string | undefined => (json as { error?: { code: string } }).error?.code;

describe('checkout', () => {
  it('makes an order of the cart, with prices of the database, and an intent over its total', async () => {
    const id = await trade.list(seller, { priceCents: 1250, stock: 3 });
    await trade.put(buyer, id, { quantity: 2 });
    const answer = await trade.checkout(buyer);
    expect(answer.status).toBe(201);
    const { order, payment } = answer.json;
    expect(order).toMatchObject({
      status: 'pending_payment',
      totalCents: 2500,
      party: 'buyer',
      shippingAddress: ADDRESS,
    });
    expect(payment?.publishableKey).toBe(bazaar.config.STRIPE_PUBLISHABLE_KEY);
    const { paymentIntentId } = await trade.row(order.id);
    const intent = bazaar.payments.intents.get(paymentIntentId ?? '');
    expect(intent).toMatchObject({ amount: 2500, currency: 'eur', metadata: { orderId: order.id } });
    expect(payment?.clientSecret).toBe(intent?.client_secret);
    expect(await trade.stockOf(id)).toBe(1);
    expect(await cartOf(buyer)).toEqual([]);
  });

  it('is for verified users with a key', async () => {
    await trade.put(buyer, await trade.list(seller));
    expect((await buyer.client.post('/api/checkout', { shippingAddress: ADDRESS })).status).toBe(400);
    for (const key of ['short', 'x'.repeat(65), 'with space 1']) {
      expect((await trade.checkout(buyer, key)).status).toBe(400);
    }
    const headers = { 'idempotency-key': randomUUID() };
    const body = { shippingAddress: ADDRESS };
    expect((await bazaar.visitor().post('/api/checkout', body, { headers })).status).toBe(401);
    const { db } = bazaar.app.context;
    await db.update(users).set({ emailVerifiedAt: null }).where(eq(users.id, buyer.id));
    expect((await trade.checkout(buyer)).status).toBe(403);
    await db.update(users).set({ emailVerifiedAt: new Date() }).where(eq(users.id, buyer.id));
    expect(await cartOf(buyer)).toHaveLength(1);
    await buyer.client.send('DELETE', `/api/cart/items/${(await cartOf(buyer))[0]?.listingId}`);
    const empty = await trade.checkout(buyer);
    expect([empty.status, codeOf(empty)]).toEqual([409, 'empty_cart']);
  });

  it.each([
    ['a total', { shippingAddress: ADDRESS, totalCents: 1 }],
    ['a status', { shippingAddress: ADDRESS, status: 'paid' }],
    ['another buyer', { shippingAddress: ADDRESS, buyerId: '00000000-0000-4000-8000-000000000000' }],
    ['no address', {}],
    ['an address that is none', { shippingAddress: { street: 'x' } }],
    ['too long a note', { shippingAddress: ADDRESS, buyerNote: 'x'.repeat(1001) }],
  ])('refuses %s', async (_name, body) => {
    const person = await bazaar.person('customer');
    const id = await trade.list(seller);
    await trade.put(person, id);
    expect((await trade.checkout(person, undefined, body)).status).toBe(400);
    expect(await ordersOf(person)).toEqual([]);
    expect(await trade.stockOf(id)).toBe(5);
  });

  it('refuses a body that is too large', async () => {
    const answer = await trade.checkout(buyer, undefined, { shippingAddress: 'x'.repeat(200_000) });
    expect(answer.status).toBe(413);
  });

  it('makes one order of one key, one after the other or at once', async () => {
    const person = await bazaar.person('customer');
    const id = await trade.list(seller);
    await trade.put(person, id, { quantity: 2 });
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 5 }, () => trade.checkout(person, key)));
    expect(statusesOf(answers)).toEqual([200, 200, 200, 200, 201]);
    const later = await trade.checkout(person, key);
    expect(later.status).toBe(200);
    expect(new Set([...answers, later].map(({ json }) => json.order.id)).size).toBe(1);
    expect(new Set([...answers, later].map(({ json }) => json.payment?.clientSecret)).size).toBe(1);
    expect(await ordersOf(person)).toHaveLength(1);
    expect(await trade.stockOf(id)).toBe(3);
  });

  it('makes one order of one cart, whatever the keys', async () => {
    const person = await bazaar.person('customer');
    const id = await trade.list(seller);
    await trade.put(person, id);
    const answers = await Promise.all(Array.from({ length: 4 }, () => trade.checkout(person)));
    expect(statusesOf(answers)).toEqual([201, 409, 409, 409]);
    expect(await trade.stockOf(id)).toBe(4);
  });

  it('gives nobody another’s order for the same key', async () => {
    const key = randomUUID();
    await trade.put(buyer, await trade.list(seller));
    const first = await trade.checkout(buyer, key);
    const other = await trade.checkout(second, key);
    expect([first.status, other.status, codeOf(other)]).toEqual([201, 409, 'empty_cart']);
  });

  it('sells the last one once', async () => {
    const id = await trade.list(seller, { stock: 1 });
    const [a, b] = [await bazaar.person('customer'), await bazaar.person('customer')];
    await trade.put(a, id);
    await trade.put(b, id);
    const answers = await Promise.all([trade.checkout(a), trade.checkout(b)]);
    expect(statusesOf(answers)).toEqual([201, 409]);
    expect(await trade.stockOf(id)).toBe(0);
    const [loser] = (await cartOf(a)).length === 1 ? [a] : [b];
    expect(await cartOf(loser)).toHaveLength(1);
  });

  it('takes nothing when one thing of several cannot be had', async () => {
    const person = await bazaar.person('customer');
    const [good, gone] = [await trade.list(seller), await trade.list(seller)];
    await trade.put(person, good);
    await trade.put(person, gone);
    await bazaar.app.context.db.update(listings).set({ status: 'draft' }).where(eq(listings.id, gone));
    const answer = await trade.checkout(person);
    expect([answer.status, codeOf(answer)]).toEqual([409, 'not_available']);
    expect([await trade.stockOf(good), await trade.stockOf(gone)]).toEqual([5, 5]);
    expect(await ordersOf(person)).toEqual([]);
  });

  it('keeps totals within what can be paid', async () => {
    const person = await bazaar.person('customer');
    await trade.put(person, await trade.list(seller, { priceCents: 50 }));
    await useCoupon(person, await trade.coupon({ percentOff: 90 }));
    expect(codeOf(await trade.checkout(person))).toBe('total_too_small');
    const dear = await trade.list(seller, { priceCents: 10_000_000, stock: 99 });
    await trade.put(person, dear, { quantity: 99 });
    await trade.put(person, await trade.list(seller, { priceCents: 10_000_000, stock: 99 }), { quantity: 99 });
    await trade.put(person, await trade.list(seller, { priceCents: 10_000_000, stock: 99 }), { quantity: 99 });
    expect(codeOf(await trade.checkout(person))).toBe('total_too_large');
    expect(await trade.stockOf(dear)).toBe(99);
  });
});

describe('coupon at checkout', () => {
  it('goes to one buyer when only one use is left', async () => {
    const code = await trade.coupon({ maxUses: 1 });
    const people = await Promise.all([1, 2, 3].map(() => bazaar.person('customer')));
    for (const person of people) {
      await trade.put(person, await trade.list(seller));
      await useCoupon(person, code);
    }
    const answers = await Promise.all(people.map((person) => trade.checkout(person)));
    expect(statusesOf(answers)).toEqual([201, 409, 409]);
    expect(await trade.usesOf(code)).toBe(1);
  });

  it('is used once by each buyer, and free again when the order is cancelled', async () => {
    const person = await bazaar.person('customer');
    const code = await trade.coupon({ percentOff: 10 });
    const id = await trade.list(seller, { priceCents: 1000 });
    await trade.put(person, id);
    await useCoupon(person, code);
    const { order } = (await trade.checkout(person)).json;
    expect(order).toMatchObject({ discountCents: 100, totalCents: 900, couponCode: code });
    await trade.put(person, id);
    expect((await useCoupon(person, code)).status).toBe(409);
    expect((await person.client.post(`/api/orders/${order.id}/cancel`)).status).toBe(200);
    expect(await trade.usesOf(code)).toBe(0);
    expect((await useCoupon(person, code)).status).toBe(200);
    expect((await trade.checkout(person)).status).toBe(201);
    const { db } = bazaar.app.context;
    expect(
      await db
        .select()
        .from(couponUses)
        .where(and(eq(couponUses.code, code))),
    ).toHaveLength(1);
  });
});

describe('unpaid orders', () => {
  it('stand when the provider fails, and are paid later', async () => {
    const person = await bazaar.person('customer');
    await trade.put(person, await trade.list(seller));
    bazaar.payments.breakNext('POST /v1/payment_intents');
    const { status, json } = await trade.checkout(person);
    expect([status, json.payment, json.order.status]).toEqual([201, null, 'pending_payment']);
    bazaar.payments.breakNext('POST /v1/payment_intents');
    const broken = await person.client.post(`/api/orders/${json.order.id}/payment`);
    expect([broken.status, codeOf(broken)]).toEqual([503, 'payments_unavailable']);
    const first = await person.client.post<PaymentView>(`/api/orders/${json.order.id}/payment`);
    const again = await person.client.post<PaymentView>(`/api/orders/${json.order.id}/payment`);
    expect([first.status, again.json.clientSecret]).toEqual([200, first.json.clientSecret]);
    await trade.pay(json.order.id);
    expect((await person.client.get<OrderView>(`/api/orders/${json.order.id}`)).json.status).toBe('paid');
    expect((await person.client.post(`/api/orders/${json.order.id}/payment`)).status).toBe(409);
  });

  it('give back stock when cancelled, once, and cannot be paid afterwards', async () => {
    const id = await trade.list(seller, { stock: 4 });
    const { order } = await trade.place(buyer, id, 3);
    const answers = await Promise.all([1, 2, 3].map(() => buyer.client.post(`/api/orders/${order.id}/cancel`)));
    expect(statusesOf(answers)).toEqual([200, 409, 409]);
    expect(await trade.stockOf(id)).toBe(4);
    await expect(trade.pay(order.id)).rejects.toThrow('cannot be paid');
  });

  it('are not cancelled when the money has come and the webhook was late', async () => {
    const id = await trade.list(seller);
    const { order } = await trade.place(buyer, id);
    const { paymentIntentId } = await trade.row(order.id);
    const intent = bazaar.payments.intents.get(paymentIntentId ?? '');
    Object.assign(intent ?? {}, { status: 'succeeded', amount_received: order.totalCents });
    const answer = await buyer.client.post(`/api/orders/${order.id}/cancel`);
    expect([answer.status, codeOf(answer)]).toEqual([409, 'already_paid']);
    expect((await trade.row(order.id)).status).toBe('paid');
    expect(await trade.stockOf(id)).toBe(4);
  });

  it('are released after half an hour, the paid ones never', async () => {
    const id = await trade.list(seller, { stock: 9 });
    const old = await trade.place(buyer, id, 2);
    const paid = await trade.place(buyer, id, 3);
    const { paymentIntentId } = await trade.row(paid.order.id);
    const intent = bazaar.payments.intents.get(paymentIntentId ?? '');
    Object.assign(intent ?? {}, { status: 'succeeded', amount_received: paid.order.totalCents });
    await releaseUnpaid(bazaar.app.context);
    expect(await trade.stockOf(id)).toBe(4);
    const later = Date.now() + 31 * 60_000;
    await Promise.all([releaseUnpaid(bazaar.app.context, later), releaseUnpaid(bazaar.app.context, later)]);
    expect((await trade.row(old.order.id)).status).toBe('cancelled');
    expect((await trade.row(paid.order.id)).status).toBe('paid');
    expect(await trade.stockOf(id)).toBe(6);
  });
});
