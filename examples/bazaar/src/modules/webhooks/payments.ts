import type { RequestHandler } from 'express';
import type Stripe from 'stripe';
import { z } from 'zod';
import { badRequest } from '../../http/errors.ts';
import type { Context } from '../../platform/context.ts';
import { audit } from '../audit/record.ts';
import { markPaid } from '../orders/mark-paid.ts';
import { isFirstDelivery } from './once.ts';
import { bytesOf, rawBody } from './raw-body.ts';

const intentObject = z.object({
  id: z.string().min(1),
  amount_received: z.number().int(),
  currency: z.string(),
  metadata: z.object({ orderId: z.uuid().nullable().catch(null) }),
});

const chargeObject = z.object({ id: z.string(), amount_refunded: z.number().int() });

/** The payments provider says what became of a payment. An event that is not acted on is answered with 200 too, so that it is not sent again. */
export const paymentWebhook = (context: Context): RequestHandler[] => [
  ...rawBody,
  async (req, res) => {
    const event = readEvent(context, bytesOf(req), req.get('stripe-signature'));
    if (event.type === 'payment_intent.succeeded') await succeeded(context, event);
    if (event.type === 'charge.refunded') await refunded(context, event);
    res.json({ received: true });
  },
];

const readEvent = (context: Context, bytes: Buffer, signature: string | undefined): Stripe.Event => {
  try {
    return context.payments.readEvent(bytes, signature ?? '');
  } catch {
    throw badRequest('Not accepted.');
  }
};

const succeeded = async (context: Context, event: Stripe.PaymentIntentSucceededEvent): Promise<void> => {
  const intent = intentObject.safeParse(event.data.object);
  if (!intent.success) throw badRequest('The event could not be read.');
  const { id, amount_received, currency, metadata } = intent.data;
  await markPaid(context, {
    orderId: metadata.orderId,
    intentId: id,
    amountCents: amount_received,
    currency,
    livemode: event.livemode,
    account: event.account,
    event: { id: event.id, type: event.type },
  });
};

/** Noted only: refunds are made by the shop's owner, and their state is kept where they are made. */
const refunded = async (context: Context, event: Stripe.ChargeRefundedEvent): Promise<void> => {
  const charge = chargeObject.safeParse(event.data.object);
  if (!charge.success) throw badRequest('The event could not be read.');
  const { id, amount_refunded } = charge.data;
  await context.db.transaction(async (tx) => {
    if (!(await isFirstDelivery(tx, { provider: 'payments', eventId: event.id, type: event.type }))) return;
    const subject = { type: 'charge', id };
    await audit(tx, {
      actorId: null,
      action: 'payment.refund_noted',
      subject,
      detail: { refundedCents: amount_refunded },
    });
  });
};
