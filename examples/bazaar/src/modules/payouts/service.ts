import { and, desc, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Transaction } from '../../db/client.ts';
import { payoutAccounts, payoutOrders, payouts } from '../../db/schema.ts';
import { conflict, notFound } from '../../http/errors.ts';
import { price } from '../../http/layout.ts';
import type { Context } from '../../platform/context.ts';
import { audit } from '../audit/record.ts';
import { announce, notify, type Notice } from '../notifications/notify.ts';
import { CURRENCY, lockDueOrders, sumOf } from './balance.ts';
import type { Payout, payoutPage, PayoutWithOrders } from './schemas.ts';

const columns = {
  id: payouts.id,
  amountCents: payouts.amountCents,
  currency: payouts.currency,
  status: payouts.status,
  rejectionReason: payouts.rejectionReason,
  createdAt: payouts.createdAt,
  decidedAt: payouts.decidedAt,
};

export const listPayouts = (
  { db }: Context,
  shopId: string,
  { limit, offset }: z.infer<typeof payoutPage>,
): Promise<Payout[]> =>
  db
    .select(columns)
    .from(payouts)
    .where(eq(payouts.shopId, shopId))
    .orderBy(desc(payouts.createdAt))
    .limit(limit)
    .offset(offset);

export const findPayout = async ({ db }: Context, shopId: string, id: string): Promise<PayoutWithOrders> => {
  const [payout] = await db
    .select(columns)
    .from(payouts)
    .where(and(eq(payouts.id, id), eq(payouts.shopId, shopId)));
  if (payout === undefined) throw notFound();
  const claimed = await db
    .select({ orderId: payoutOrders.orderId })
    .from(payoutOrders)
    .where(eq(payoutOrders.payoutId, id));
  return { ...payout, orderIds: claimed.map(({ orderId }) => orderId) };
};

interface PayoutRequest {
  /** Refuses when the balance is not (or no longer) this. */
  expectedCents?: number;
  /** Done in the same transaction; what it throws undoes the payout. */
  also?: (tx: Transaction, payoutId: string) => Promise<void>;
}

/**
 * Asks for the whole balance. The payout account's row is locked, so that two at once come one after the other, and each
 * order's row in payout_orders can be written only once.
 */
export const requestPayout = async (
  context: Context,
  owner: { userId: string; shopId: string },
  { expectedCents, also }: PayoutRequest = {},
): Promise<Payout> => {
  const { payout, notice } = await context.db.transaction(async (tx) => {
    const account = await tx
      .select({ shopId: payoutAccounts.shopId })
      .from(payoutAccounts)
      .where(eq(payoutAccounts.shopId, owner.shopId))
      .for('update');
    if (account.length === 0) throw conflict('no_payout_account', 'Please say first where the money goes.');
    const due = await lockDueOrders(tx, owner.shopId);
    const { amountCents } = sumOf(due);
    if (amountCents <= 0) throw conflict('nothing_to_pay_out', 'There is nothing to pay out.');
    if (expectedCents !== undefined && expectedCents !== amountCents)
      throw conflict('balance_changed', 'The balance has changed.');
    const [added] = await tx
      .insert(payouts)
      .values({ shopId: owner.shopId, amountCents, currency: CURRENCY, requestedBy: owner.userId })
      .returning(columns);
    if (added === undefined) throw new Error('the payout was not written');
    await tx.insert(payoutOrders).values(due.map(({ orderId }) => ({ orderId, payoutId: added.id })));
    await also?.(tx, added.id);
    const subject = { type: 'payout', id: added.id };
    await audit(tx, { actorId: owner.userId, action: 'payout.requested', subject, detail: { amountCents } });
    const title = `You asked for a payout of ${price(amountCents)}`;
    const told: Notice = { userId: owner.userId, kind: 'payout', title, url: '/shop/payouts' };
    await notify(context, tx, told);
    return { payout: added, notice: told };
  });
  announce(context, notice);
  return payout;
};
