import { and, asc, eq, isNull, lt, type SQL } from 'drizzle-orm';
import { orders } from '../../db/schema.ts';
import { conflict, notFound } from '../../http/errors.ts';
import type { Context } from '../../platform/context.ts';
import { audit } from '../audit/record.ts';
import { giveBackCoupon } from '../cart/coupon.ts';
import { atProvider, unavailable } from './payment.ts';
import { settlePayment } from './settle-payments.ts';
import { advance, wrongState, type Order } from './states.ts';
import { giveBackStock } from './stock.ts';
import { transact } from './tell.ts';

const UNPAID_FOR = 30 * 60_000;

export const cancelOrder = async (context: Context, buyerId: string, orderId: string): Promise<void> => {
  const whose = and(eq(orders.id, orderId), eq(orders.buyerId, buyerId));
  const [order] = await context.db.select().from(orders).where(whose);
  if (order === undefined) throw notFound();
  if (order.status !== 'pending_payment') throw wrongState(order.status);
  await release(context, order, whose, buyerId);
};

/** Gives back what unpaid orders hold once they are half an hour old. Never one whose payment the provider has. */
export const releaseUnpaid = async (context: Context, now = Date.now()): Promise<void> => {
  const old = await context.db
    .select()
    .from(orders)
    .where(and(eq(orders.status, 'pending_payment'), lt(orders.createdAt, new Date(now - UNPAID_FOR))))
    .orderBy(asc(orders.createdAt))
    .limit(200);
  for (const order of old) {
    try {
      await release(context, order, eq(orders.id, order.id), null);
    } catch (error) {
      context.log.warn({ err: error, orderId: order.id }, 'an unpaid order was not released');
    }
  }
};

/**
 * First the intent is closed, so that it can no longer be paid; then the order. A process that dies between the two leaves an order that
 * cannot be paid and that the next sweep releases.
 */
const release = async (
  context: Context,
  order: Order,
  whose: SQL | undefined,
  actorId: string | null,
): Promise<void> => {
  const intentId = order.paymentIntentId;
  if (intentId !== null) await closeIntent(context, order, intentId);
  const still = intentId === null ? isNull(orders.paymentIntentId) : eq(orders.paymentIntentId, intentId);
  await transact(context, async (tx, tell) => {
    const cancelled = await advance(tx, 'cancel', whose, { still });
    await giveBackStock(tx, order.id);
    if (order.couponCode !== null) await giveBackCoupon(tx, order.couponCode, order.id);
    await audit(tx, { actorId, action: 'order.cancelled', subject: { type: 'order', id: order.id } });
    if (actorId === null) await tell(cancelled, 'order.cancelled', { buyer: 'Your order was not paid and has ended' });
  });
};

const closeIntent = async (context: Context, order: Order, intentId: string): Promise<void> => {
  try {
    await context.payments.cancelIntent(intentId);
  } catch {
    const { status } = await atProvider(context, 'read an intent', () => context.payments.readIntent(intentId));
    if (status === 'canceled') return;
    if (await settlePayment(context, order)) throw conflict('already_paid', 'This order has been paid.');
    throw unavailable();
  }
};
