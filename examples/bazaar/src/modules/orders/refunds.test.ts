import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootBazaar, type Person, type TestBazaar } from '../../../test/support/bazaar.ts';
import type { Answer } from '../../../test/support/client.ts';
import { statusesOf, tradeOf } from '../../../test/support/trade.ts';
import { payoutOrders, payouts, refunds } from '../../db/schema.ts';
import type { RefundView } from './schemas.ts';
import { sweepOrders } from './sweep.ts';

let bazaar: TestBazaar;
let trade: ReturnType<typeof tradeOf>;
let seller: Person;
let buyer: Person;
let otherSeller: Person;

beforeAll(async () => {
  bazaar = await bootBazaar();
  trade = tradeOf(bazaar);
  [seller, otherSeller] = [await bazaar.person('seller'), await bazaar.person('seller')];
  buyer = await bazaar.person('customer');
});
afterAll(() => bazaar.stop());

const ask = (orderId: string, amountCents: unknown, person = buyer): Promise<Answer<RefundView>> =>
  person.client.post(`/api/orders/${orderId}/refunds`, { amountCents, reason: 'It came in pieces.' });
const decide = (refundId: string, decision: 'approve' | 'refuse', person = seller): Promise<Answer<RefundView>> =>
  person.client.post(`/api/seller/refunds/${refundId}/${decision}`);
const rowsOf = (orderId: string) => bazaar.app.context.db.select().from(refunds).where(eq(refunds.orderId, orderId));
const givenBack = async (orderId: string): Promise<number> => {
  const { paymentIntentId } = await trade.row(orderId);
  const made = bazaar.payments.refunds.filter(({ payment_intent }) => payment_intent === paymentIntentId);
  return made.reduce((sum, { amount }) => sum + amount, 0);
};

describe('refunds', () => {
  it.each(['paid', 'shipped', 'completed'] as const)('of a %s order go back once the shop agrees', async (state) => {
    const order = await trade.orderIn(state, { buyer, seller });
    const asked = await ask(order.id, order.totalCents);
    expect([asked.status, asked.json.status]).toEqual([201, 'requested']);
    expect(await givenBack(order.id)).toBe(0);
    expect((await decide(asked.json.id, 'approve')).json.status).toBe('done');
    expect(await givenBack(order.id)).toBe(order.totalCents);
    expect((await trade.row(order.id)).status).toBe('refunded');
    expect((await ask(order.id, 1)).status).toBe(409);
  });

  it('are for paid orders only', async () => {
    const order = await trade.orderIn('pending_payment', { buyer, seller });
    expect((await ask(order.id, 100)).status).toBe(409);
    await buyer.client.post(`/api/orders/${order.id}/cancel`);
    expect((await ask(order.id, 100)).status).toBe(409);
    expect(await rowsOf(order.id)).toEqual([]);
  });

  it.each([[0], [-100], [1.5], ['100'], [null], [1e12], [Number.MAX_SAFE_INTEGER]])(
    'are not of %s cents',
    async (amount) => {
      const order = await trade.orderIn('paid', { buyer, seller });
      expect((await ask(order.id, amount)).status).toBe(400);
      expect(await rowsOf(order.id)).toEqual([]);
    },
  );

  it('together are never more than the order, even asked for at once', async () => {
    const order = await trade.orderIn('paid', { buyer, seller }, { priceCents: 1000 });
    expect((await ask(order.id, 1001)).status).toBe(409);
    const answers = await Promise.all([1, 2, 3, 4].map(() => ask(order.id, 400)));
    expect(statusesOf(answers)).toEqual([201, 201, 409, 409]);
    const [first] = await rowsOf(order.id);
    await decide(first?.id ?? '', 'refuse');
    expect((await ask(order.id, 600)).status).toBe(201);
    expect((await ask(order.id, 1)).status).toBe(409);
  });

  it('in part leave the order as it is, and in full, in parts, refund it', async () => {
    const order = await trade.orderIn('shipped', { buyer, seller }, { priceCents: 1000 });
    await decide((await ask(order.id, 300)).json.id, 'approve');
    expect((await trade.row(order.id)).status).toBe('shipped');
    await decide((await ask(order.id, 700)).json.id, 'approve');
    expect((await trade.row(order.id)).status).toBe('refunded');
    expect(await givenBack(order.id)).toBe(1000);
  });

  it('are decided by the shop that sold, and by nobody else', async () => {
    const order = await trade.orderIn('paid', { buyer, seller });
    const { id } = (await ask(order.id, 500)).json;
    expect((await ask(order.id, 1, seller)).status).toBe(404);
    for (const decision of ['approve', 'refuse'] as const) {
      expect((await decide(id, decision, buyer)).status).toBe(403);
      expect((await decide(id, decision, otherSeller)).status).toBe(404);
      expect((await decide(id, decision, await bazaar.person('admin'))).status).toBe(403);
      expect((await decide(id, decision, { ...buyer, client: bazaar.visitor() })).status).toBe(401);
    }
    expect((await rowsOf(order.id)).map(({ status }) => status)).toEqual(['requested']);
    expect(await givenBack(order.id)).toBe(0);
  });

  it('are decided once, whoever clicks how often', async () => {
    const order = await trade.orderIn('paid', { buyer, seller });
    const { id } = (await ask(order.id, 500)).json;
    const answers = await Promise.all([decide(id, 'approve'), decide(id, 'approve'), decide(id, 'refuse')]);
    expect(statusesOf(answers)).toEqual([200, 409, 409]);
    expect(await givenBack(order.id)).toBe((await rowsOf(order.id))[0]?.status === 'done' ? 500 : 0);
  });

  it('wait while the provider fails, and are finished by the sweep, once', async () => {
    const order = await trade.orderIn('paid', { buyer, seller });
    const { id } = (await ask(order.id, 500)).json;
    bazaar.payments.breakNext('POST /v1/refunds');
    expect((await decide(id, 'approve')).json.status).toBe('approved');
    expect(await givenBack(order.id)).toBe(0);
    await Promise.all([sweepOrders(bazaar.app.context), sweepOrders(bazaar.app.context)]);
    expect((await rowsOf(order.id))[0]?.status).toBe('done');
    expect(await givenBack(order.id)).toBe(500);
  });

  it('are refused once the shop has been paid', async () => {
    const order = await trade.orderIn('completed', { buyer, seller });
    const { id } = (await ask(order.id, 100)).json;
    const { db } = bazaar.app.context;
    const values = { shopId: seller.shopId ?? '', amountCents: 1, currency: 'eur', requestedBy: seller.id };
    const [payout] = await db.insert(payouts).values(values).returning({ id: payouts.id });
    await db.insert(payoutOrders).values({ orderId: order.id, payoutId: payout?.id ?? '' });
    expect((await ask(order.id, 100)).status).toBe(409);
    expect((await decide(id, 'approve')).status).toBe(409);
    expect(await givenBack(order.id)).toBe(0);
    expect((await rowsOf(order.id))[0]?.status).toBe('requested');
  });
});
