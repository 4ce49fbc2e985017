import { and, eq, gte, ne, notExists, sql, type SQL } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { payoutAccounts, payoutOrders, payouts, refunds, shops } from '../../db/schema.ts';
import { conflict, forbidden, HttpError, notFound } from '../../http/errors.ts';
import { price } from '../../http/layout.ts';
import type { Context } from '../../platform/context.ts';
import { audit } from '../audit/record.ts';
import { announce, notify, type Notice } from '../notifications/notify.ts';
import { findPayout } from './payouts.ts';
import type { AdminPayout } from './schemas.ts';

type Payout = typeof payouts.$inferSelect;

/** Two people for every payout: not who asked for it, and not whose shop it goes to. */
const notOwn = (tx: Transaction, adminId: string): SQL | undefined =>
  and(
    ne(payouts.requestedBy, adminId),
    notExists(
      tx
        .select({ id: shops.id })
        .from(shops)
        .where(and(eq(shops.id, payouts.shopId), eq(shops.ownerId, adminId))),
    ),
  );

/** A refund asked for since the payout was: the amount may be wrong by now. */
const noNewRefund = (tx: Transaction): SQL =>
  notExists(
    tx
      .select({ id: refunds.id })
      .from(refunds)
      .innerJoin(payoutOrders, eq(payoutOrders.orderId, refunds.orderId))
      .where(
        and(
          eq(payoutOrders.payoutId, payouts.id),
          ne(refunds.status, 'refused'),
          gte(refunds.createdAt, payouts.createdAt),
        ),
      ),
  );

const refuse = async (tx: Transaction, adminId: string, id: string): Promise<never> => {
  const [payout] = await tx.select().from(payouts).where(eq(payouts.id, id));
  if (payout === undefined) throw notFound();
  const own = await tx
    .select({ id: payouts.id })
    .from(payouts)
    .where(and(eq(payouts.id, id), notOwn(tx, adminId)));
  if (own.length === 0) throw forbidden('Another admin must decide on your own payout.');
  if (payout.status === 'requested')
    throw conflict('refund_open', 'An order of this payout is being refunded. Reject it.');
  throw conflict('decided', `This payout is ${payout.status} already.`);
};

const noticeOf = ({ requestedBy }: Payout, title: string): Notice => ({
  userId: requestedBy,
  kind: 'payout',
  title,
  url: '/shop/payouts',
});

/**
 * Approves, pays, and notes that it was paid, in three steps: whatever stops it half-way leaves `approved`, and approving that again
 * pays under the same key, so that the provider moves the money once.
 */
export const approvePayout = async (context: Context, adminId: string, id: string): Promise<AdminPayout> => {
  const { payout, accountId } = await context.db.transaction((tx) => approve(tx, adminId, id));
  const transferId = await pay(context, payout, accountId);
  const notice = noticeOf(payout, `${price(payout.amountCents)} are on their way to your bank account`);
  const paid = await context.db.transaction(async (tx) => {
    const changed = await tx
      .update(payouts)
      .set({ status: 'paid', providerTransferId: transferId })
      .where(and(eq(payouts.id, id), eq(payouts.status, 'approved')))
      .returning({ id: payouts.id });
    if (changed.length === 0) return false;
    const detail = { amountCents: payout.amountCents };
    await audit(tx, { actorId: adminId, action: 'payout.paid', subject: { type: 'payout', id }, detail });
    await notify(context, tx, notice);
    return true;
  });
  if (paid) announce(context, notice);
  return findPayout(context, id);
};

const approve = async (
  tx: Transaction,
  adminId: string,
  id: string,
): Promise<{ payout: Payout; accountId: string }> => {
  const [first] = await tx
    .update(payouts)
    .set({ status: 'approved', decidedBy: adminId, decidedAt: sql`now()` })
    .where(and(eq(payouts.id, id), eq(payouts.status, 'requested'), notOwn(tx, adminId), noNewRefund(tx)))
    .returning();
  const [again] = first
    ? []
    : await tx
        .select()
        .from(payouts)
        .where(and(eq(payouts.id, id), eq(payouts.status, 'approved'), notOwn(tx, adminId)));
  const payout = first ?? again ?? (await refuse(tx, adminId, id));
  const [account] = await tx
    .select({ id: payoutAccounts.providerAccountId })
    .from(payoutAccounts)
    .where(eq(payoutAccounts.shopId, payout.shopId));
  if (account === undefined) throw conflict('no_account', 'This shop has no payout account.');
  if (first) await audit(tx, { actorId: adminId, action: 'payout.approved', subject: { type: 'payout', id } });
  return { payout, accountId: account.id };
};

const pay = async ({ payments, log }: Context, payout: Payout, accountId: string): Promise<string> => {
  try {
    return (await payments.payOut(accountId, payout.amountCents, payout.currency, `payout-${payout.id}`)).id;
  } catch (error) {
    log.error({ err: error, payoutId: payout.id }, 'the payout was not paid');
    throw new HttpError(502, 'payments_failed', 'The payments provider did not take it. Approve it again later.');
  }
};

/** Frees the orders, so that they can be asked for again. What was approved may be paid already and stays. */
export const rejectPayout = async (
  context: Context,
  adminId: string,
  id: string,
  reason: string,
): Promise<AdminPayout> => {
  const notice = await context.db.transaction(async (tx) => {
    const [payout] = await tx
      .update(payouts)
      .set({ status: 'rejected', decidedBy: adminId, decidedAt: sql`now()`, rejectionReason: reason })
      .where(and(eq(payouts.id, id), eq(payouts.status, 'requested'), notOwn(tx, adminId)))
      .returning();
    if (payout === undefined) return refuse(tx, adminId, id);
    await tx.delete(payoutOrders).where(eq(payoutOrders.payoutId, id));
    await audit(tx, {
      actorId: adminId,
      action: 'payout.rejected',
      subject: { type: 'payout', id },
      detail: { reason },
    });
    const told = noticeOf(payout, `Your payout of ${price(payout.amountCents)} was rejected: ${reason}`);
    await notify(context, tx, told);
    return told;
  });
  announce(context, notice);
  return findPayout(context, id);
};
