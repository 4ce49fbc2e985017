import { and, eq } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { orders, refunds } from '../../db/schema.ts';
import { conflict, notFound } from '../../http/errors.ts';
import type { Context } from '../../platform/context.ts';
import { audit } from '../audit/record.ts';
import { checkNotPaidOut, refundView, sumOf, type Refund } from './refunds.ts';
import type { RefundView } from './schemas.ts';
import { advance, type Order } from './states.ts';
import { transact } from './tell.ts';

interface Seller {
  userId: string;
  shopId: string;
}

/** The refund of one of the shop's orders, with the order locked. */
const lockRefund = async (
  tx: Transaction,
  shopId: string,
  refundId: string,
): Promise<{ refund: Refund; order: Order }> => {
  const [row] = await tx
    .select({ refund: refunds, order: orders })
    .from(refunds)
    .innerJoin(orders, eq(orders.id, refunds.orderId))
    .where(and(eq(refunds.id, refundId), eq(orders.shopId, shopId)))
    .for('update', { of: orders });
  if (row === undefined) throw notFound();
  return row;
};

const decide = async (
  tx: Transaction,
  refundId: string,
  userId: string,
  status: 'approved' | 'refused',
): Promise<Refund> => {
  const [decided] = await tx
    .update(refunds)
    .set({ status, decidedBy: userId, decidedAt: new Date() })
    .where(and(eq(refunds.id, refundId), eq(refunds.status, 'requested')))
    .returning();
  if (decided === undefined) throw conflict('already_decided', 'This refund has already been decided.');
  await audit(tx, { actorId: userId, action: `refund.${status}`, subject: { type: 'refund', id: refundId } });
  return decided;
};

export const refuseRefund = (context: Context, seller: Seller, refundId: string): Promise<RefundView> =>
  transact(context, async (tx, tell) => {
    const { order } = await lockRefund(tx, seller.shopId, refundId);
    const refused = await decide(tx, refundId, seller.userId, 'refused');
    await tell(order, 'refund.refused', { buyer: 'The shop did not agree to your refund' });
    return refundView(refused);
  });

/** The decision is committed before the money moves; if the provider fails then, `finishRefunds` tries again. */
export const approveRefund = async (context: Context, seller: Seller, refundId: string): Promise<RefundView> => {
  const approved = await context.db.transaction(async (tx) => {
    const { order } = await lockRefund(tx, seller.shopId, refundId);
    await checkNotPaidOut(tx, order.id);
    return decide(tx, refundId, seller.userId, 'approved');
  });
  try {
    return await finishRefund(context, approved);
  } catch (error) {
    context.log.error({ err: error, refundId }, 'an approved refund waits for the payments provider');
    return refundView(approved);
  }
};

/** Refunds that were approved and whose money has not moved yet. */
export const finishRefunds = async (context: Context): Promise<void> => {
  const waiting = await context.db.select().from(refunds).where(eq(refunds.status, 'approved')).limit(200);
  for (const refund of waiting) {
    try {
      await finishRefund(context, refund);
    } catch (error) {
      context.log.warn({ err: error, refundId: refund.id }, 'an approved refund waits for the payments provider');
    }
  }
};

/** The refund's id is the key at the provider: however often this is tried, the money goes back once. */
const finishRefund = async (context: Context, refund: Refund): Promise<RefundView> => {
  const [order] = await context.db.select().from(orders).where(eq(orders.id, refund.orderId));
  if (order?.paymentIntentId == null) throw new Error(`the order of refund ${refund.id} has no payment`);
  const { id: providerRefundId } = await context.payments.refund(order.paymentIntentId, refund.amountCents, refund.id);
  return transact(context, async (tx, tell) => {
    await tx.select({ id: orders.id }).from(orders).where(eq(orders.id, order.id)).for('update');
    const [done] = await tx
      .update(refunds)
      .set({ status: 'done', providerRefundId })
      .where(and(eq(refunds.id, refund.id), eq(refunds.status, 'approved')))
      .returning();
    if (done === undefined) return refundView({ ...refund, status: 'done' });
    const full = (await sumOf(tx, order.id, ['done'])) === order.totalCents;
    if (full) await advance(tx, 'refund', eq(orders.id, order.id));
    const detail = { orderId: order.id, amountCents: refund.amountCents, full };
    await audit(tx, {
      actorId: refund.decidedBy,
      action: 'refund.done',
      subject: { type: 'refund', id: refund.id },
      detail,
    });
    await tell(order, 'order.refunded', { buyer: 'Your refund is on its way', seller: 'A refund was paid to a buyer' });
    return refundView(done);
  });
};
