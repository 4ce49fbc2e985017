import { and, asc, eq, isNotNull } from 'drizzle-orm';
import { orders } from '../../db/schema.ts';
import type { Context } from '../../platform/context.ts';
import { expectsLiveMode, markPaid } from './mark-paid.ts';
import type { Order } from './states.ts';

const MOST_AT_ONCE = 200;

/** Asks the provider about orders whose webhook may have been lost, and treats what it says like the webhook. */
export const settlePayments = async (context: Context): Promise<void> => {
  const waiting = await context.db
    .select()
    .from(orders)
    .where(and(eq(orders.status, 'pending_payment'), isNotNull(orders.paymentIntentId)))
    .orderBy(asc(orders.createdAt))
    .limit(MOST_AT_ONCE);
  for (const order of waiting) {
    try {
      await settlePayment(context, order);
    } catch (error) {
      context.log.warn({ err: error, orderId: order.id }, 'the payment of an order could not be settled');
    }
  }
};

/** Whether the provider has the order's money. If so, the order is paid afterwards. */
export const settlePayment = async (context: Context, { id, paymentIntentId }: Order): Promise<boolean> => {
  if (paymentIntentId === null) return false;
  const intent = await context.payments.readIntent(paymentIntentId);
  if (intent.status !== 'succeeded') return false;
  await markPaid(context, {
    orderId: id,
    intentId: paymentIntentId,
    amountCents: intent.amountReceived,
    currency: intent.currency,
    livemode: expectsLiveMode(context),
    event: { id: `settled-${paymentIntentId}`, type: 'settled' },
  });
  return true;
};
