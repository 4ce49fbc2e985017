import { and, eq } from 'drizzle-orm';
import type { Database, Transaction } from '../../db/client.ts';
import { orders, webhookEvents } from '../../db/schema.ts';
import type { Context } from '../../platform/context.ts';
import { audit } from '../audit/record.ts';
import { isFirstDelivery } from '../webhooks/once.ts';
import { transact } from './tell.ts';
import { advance, type Order } from './states.ts';

/** What the provider says of a payment that was made, whether it told us or was asked. */
export interface Payment {
  /** Null when the provider's record does not name an order. */
  orderId: string | null;
  intentId: string;
  amountCents: number;
  currency: string;
  livemode: boolean;
  /** Another account's event, where the provider serves several. */
  account?: string | undefined;
  event: { id: string; type: string };
}

/** Real money only in production, test money everywhere else. */
export const expectsLiveMode = ({ config }: Context): boolean => config.APP_ENV === 'production';

/**
 * Makes an order paid, once. What does not fit the order exactly changes nothing: it is logged and audited. A payment for an order that
 * was cancelled meanwhile goes back.
 */
export const markPaid = async (context: Context, payment: Payment): Promise<void> => {
  const wasReturned = await returnLatePayment(context, payment);
  await transact(context, async (tx, tell) => {
    const { id: eventId, type } = payment.event;
    if (!(await isFirstDelivery(tx, { provider: 'payments', eventId, type }))) return;
    const order = await findOrder(tx, payment);
    const refusal = refusalOf(context, payment, order);
    if (order === undefined || refusal !== undefined) return refuse(context, tx, payment, refusal ?? 'unknown_order');
    const entry = { actorId: null, subject: { type: 'order', id: order.id } };
    const detail = { amountCents: payment.amountCents, by: type };
    if (order.status === 'cancelled') {
      if (!wasReturned) throw new Error('the order was cancelled just now; the event must come again');
      await audit(tx, { ...entry, action: 'payment.returned', detail });
      return tell(order, 'payment.returned', { buyer: 'Your payment came too late and was sent back' });
    }
    // Paid already: by a webhook and a question to the provider, in either order.
    if (order.status !== 'pending_payment') return;
    await advance(tx, 'pay', eq(orders.id, order.id), { set: { paidAt: new Date() } });
    await audit(tx, { ...entry, action: 'order.paid', detail });
    await tell(order, 'order.paid', { buyer: 'Your payment has arrived', seller: 'You have a new paid order' });
  });
};

const findOrder = async (tx: Database | Transaction, { orderId, intentId }: Payment): Promise<Order | undefined> => {
  if (orderId === null) return undefined;
  const [order] = await tx
    .select()
    .from(orders)
    .where(and(eq(orders.id, orderId), eq(orders.paymentIntentId, intentId)))
    .for('update');
  return order;
};

/** Why a payment does not fit its order, or undefined when it does. */
const refusalOf = (context: Context, payment: Payment, order: Order | undefined): string | undefined => {
  if (order === undefined) return 'unknown_order';
  if (payment.livemode !== expectsLiveMode(context)) return 'wrong_mode';
  if (payment.account !== undefined) return 'other_account';
  if (payment.amountCents !== order.totalCents) return 'wrong_amount';
  if (payment.currency !== order.currency) return 'wrong_currency';
  return undefined;
};

const refuse = async (context: Context, tx: Transaction, payment: Payment, reason: string): Promise<void> => {
  context.log.warn({ intentId: payment.intentId, eventId: payment.event.id, reason }, 'a payment was not accepted');
  const subject = { type: 'payment_intent', id: payment.intentId };
  await audit(tx, { actorId: null, action: 'payment.refused', subject, detail: { reason, eventId: payment.event.id } });
};

/** Before the event is stored: when the provider fails here, the event fails too and comes again. The key makes it one refund. */
const returnLatePayment = async (context: Context, payment: Payment): Promise<boolean> => {
  const { db, payments } = context;
  const order = await findOrder(db, payment);
  if (order?.status !== 'cancelled' || refusalOf(context, payment, order) !== undefined) return false;
  const [known] = await db.select().from(webhookEvents).where(eq(webhookEvents.eventId, payment.event.id));
  if (known === undefined) await payments.refund(payment.intentId, payment.amountCents, `late-${order.id}`);
  return true;
};
