import { and, eq, isNull, or } from 'drizzle-orm';
import { orders } from '../../db/schema.ts';
import { HttpError, notFound } from '../../http/errors.ts';
import type { Context } from '../../platform/context.ts';
import type { PaymentView } from './schemas.ts';
import { wrongState, type Order } from './states.ts';

export const unavailable = (): HttpError =>
  new HttpError(503, 'payments_unavailable', 'The payments provider does not answer. Please try again in a moment.');

/** Runs a call to the provider; its failure is a 503 that tells nothing of it. */
export const atProvider = async <T>({ log }: Context, what: string, call: () => Promise<T>): Promise<T> => {
  try {
    return await call();
  } catch (error) {
    log.error({ err: error }, `the payments provider failed: ${what}`);
    throw unavailable();
  }
};

/**
 * Makes the order's payment intent, or finds the one made before: the order's id is the key at the provider, so an intent whose answer
 * was lost is found again. It is stored before the buyer learns how to pay it, so none can be paid that the order does not know.
 */
export const openPayment = async (
  context: Context,
  buyerId: string,
  orderId: string,
): Promise<PaymentView & { intentId: string }> => {
  const [order] = await context.db
    .select()
    .from(orders)
    .where(and(eq(orders.id, orderId), eq(orders.buyerId, buyerId)));
  if (order === undefined) throw notFound();
  if (order.status !== 'pending_payment') throw wrongState(order.status);
  const intent = await atProvider(context, 'create an intent', () => context.payments.createIntent(order));
  const stored = await context.db
    .update(orders)
    .set({ paymentIntentId: intent.id })
    .where(
      and(
        eq(orders.id, orderId),
        eq(orders.status, 'pending_payment'),
        or(isNull(orders.paymentIntentId), eq(orders.paymentIntentId, intent.id)),
      ),
    )
    .returning({ id: orders.id });
  if (stored.length === 0) await discard(context, order, intent.id);
  return {
    intentId: intent.id,
    clientSecret: intent.clientSecret,
    publishableKey: context.config.STRIPE_PUBLISHABLE_KEY,
  };
};

/** The order was cancelled or paid while its intent was being made. */
const discard = async (context: Context, { id }: Order, intentId: string): Promise<never> => {
  const [order] = await context.db.select().from(orders).where(eq(orders.id, id));
  if (order?.paymentIntentId !== intentId) {
    await atProvider(context, 'cancel an intent', () => context.payments.cancelIntent(intentId));
  }
  throw wrongState(order?.status ?? 'cancelled');
};

/** The page where the buyer pays, with the way back; undefined where none is set up and the client pays with the secret itself. */
export const paymentPageUrl = (
  { config }: Context,
  orderId: string,
  { intentId, clientSecret }: { intentId: string; clientSecret: string },
): string | undefined => {
  if (config.PAYMENT_PAGE_URL === undefined) return undefined;
  const url = new URL(`${config.PAYMENT_PAGE_URL}/${intentId}`);
  url.searchParams.set('client_secret', clientSecret);
  url.searchParams.set('return_url', `${config.APP_ORIGIN}/orders/${orderId}`);
  return url.href;
};
