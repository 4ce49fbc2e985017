import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Transaction } from '../../db/client.ts';
import { orders, payoutOrders, refunds } from '../../db/schema.ts';
import { conflict, notFound } from '../../http/errors.ts';
import type { Context } from '../../platform/context.ts';
import { audit } from '../audit/record.ts';
import { findPartyOrder, type Reader } from './parties.ts';
import type { newRefund, RefundView } from './schemas.ts';
import { REFUNDABLE, wrongState } from './states.ts';
import { transact } from './tell.ts';

export type Refund = typeof refunds.$inferSelect;

/** What counts against the order's total: asked for, on its way, and given back. */
const COUNTED = ['requested', 'approved', 'done'] as const;

export const listRefunds = async (context: Context, reader: Reader, orderId: string): Promise<RefundView[]> => {
  const { order } = await findPartyOrder(context.db, reader, orderId);
  const rows = await context.db
    .select()
    .from(refunds)
    .where(eq(refunds.orderId, order.id))
    .orderBy(asc(refunds.createdAt));
  return rows.map(refundView);
};

/** The order's lock lets requests of one order follow each other, and lets them see a payout or come before it. */
export const requestRefund = (
  context: Context,
  buyerId: string,
  orderId: string,
  { amountCents, reason }: z.output<typeof newRefund>,
): Promise<RefundView> =>
  transact(context, async (tx, tell) => {
    const [order] = await tx
      .select()
      .from(orders)
      .where(and(eq(orders.id, orderId), eq(orders.buyerId, buyerId)))
      .for('update');
    if (order === undefined) throw notFound();
    if (!REFUNDABLE.some((status) => status === order.status)) throw wrongState(order.status);
    await checkNotPaidOut(tx, orderId);
    if ((await sumOf(tx, orderId, COUNTED)) + amountCents > order.totalCents) {
      throw conflict('too_much', 'That is more than is left of the order.');
    }
    const [refund] = await tx.insert(refunds).values({ orderId, amountCents, reason }).returning();
    if (refund === undefined) throw new Error('the refund was not written');
    const subject = { type: 'refund', id: refund.id };
    await audit(tx, { actorId: buyerId, action: 'refund.requested', subject, detail: { orderId, amountCents } });
    await tell(order, 'refund.requested', { seller: 'A buyer asks for a refund' });
    return refundView(refund);
  });

/** Money that has left for the seller's bank cannot be given back from here. */
export const checkNotPaidOut = async (tx: Transaction, orderId: string): Promise<void> => {
  const [paidOut] = await tx
    .select({ id: payoutOrders.orderId })
    .from(payoutOrders)
    .where(eq(payoutOrders.orderId, orderId));
  if (paidOut !== undefined)
    throw conflict('paid_out', 'This order is already part of a payout. Please write to the shop.');
};

export const sumOf = async (
  tx: Transaction,
  orderId: string,
  statuses: readonly (typeof COUNTED)[number][],
): Promise<number> => {
  const [row] = await tx
    .select({ sum: sql<string>`coalesce(sum(${refunds.amountCents}), 0)` })
    .from(refunds)
    .where(and(eq(refunds.orderId, orderId), inArray(refunds.status, [...statuses])));
  return Number(row?.sum ?? 0);
};

export const refundView = ({ id, orderId, amountCents, reason, status, createdAt, decidedAt }: Refund): RefundView => ({
  id,
  orderId,
  amountCents,
  reason,
  status,
  createdAt,
  decidedAt,
});
