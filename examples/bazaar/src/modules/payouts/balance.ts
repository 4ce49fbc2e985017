import { and, eq, inArray, notExists, sql } from 'drizzle-orm';
import type { Database, Transaction } from '../../db/client.ts';
import { orders, payoutOrders, refunds } from '../../db/schema.ts';
import type { Context } from '../../platform/context.ts';
import type { Balance } from './schemas.ts';

/** The marketplace trades in one currency. */
export const CURRENCY = 'eur';

/**
 * The orders whose money is the seller's now and was not claimed by a payout yet, less what was refunded of each.
 * An order whose refund is still being decided on waits.
 */
export const dueOrders = (
  db: Database | Transaction,
  shopId: string,
): Promise<{ orderId: string; netCents: number }[]> => {
  const claimed = db
    .select({ one: sql`1` })
    .from(payoutOrders)
    .where(eq(payoutOrders.orderId, orders.id));
  const undecided = db
    .select({ one: sql`1` })
    .from(refunds)
    .where(and(eq(refunds.orderId, orders.id), inArray(refunds.status, ['requested', 'approved'])));
  const refunded = sql`coalesce((select sum(${refunds.amountCents}) from ${refunds} where ${refunds.orderId} = ${orders.id} and ${refunds.status} = 'done'), 0)`;
  return db
    .select({ orderId: orders.id, netCents: sql`${orders.totalCents} - ${refunded}`.mapWith(Number) })
    .from(orders)
    .where(
      and(
        eq(orders.shopId, shopId),
        eq(orders.status, 'completed'),
        eq(orders.currency, CURRENCY),
        notExists(claimed),
        notExists(undecided),
      ),
    );
};

/** The due orders, locked: a refund of one of them comes either before this, and is seen, or after the payout. */
export const lockDueOrders = async (
  tx: Transaction,
  shopId: string,
): Promise<Awaited<ReturnType<typeof dueOrders>>> => {
  const ids = (await dueOrders(tx, shopId)).map(({ orderId }) => orderId);
  const locked = tx
    .select({ id: orders.id })
    .from(orders)
    .where(inArray(orders.id, ids))
    .orderBy(orders.id)
    .for('update');
  const held = new Set((ids.length === 0 ? [] : await locked).map(({ id }) => id));
  return (await dueOrders(tx, shopId)).filter(({ orderId }) => held.has(orderId));
};

/** What a shop may have paid out now. */
export const balanceOf = async ({ db }: Pick<Context, 'db'>, shopId: string): Promise<Balance> =>
  sumOf(await dueOrders(db, shopId));

export const sumOf = (due: readonly { netCents: number }[]): Balance => ({
  amountCents: due.reduce((sum, { netCents }) => sum + netCents, 0),
  currency: CURRENCY,
  orders: due.length,
});
