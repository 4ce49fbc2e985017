import { Router } from 'express';
import { requireUser, requireVerified, userOf } from '../../http/guards.ts';
import type { Limits } from '../../http/limits.ts';
import { idFrom, page, parse } from '../../http/validate.ts';
import type { Context } from '../../platform/context.ts';
import { cancelOrder } from './cancel.ts';
import { placeOrder } from './checkout.ts';
import { makeInvoice } from './invoice.ts';
import { listMessages, sendMessage } from './messages.ts';
import { openPayment } from './payment.ts';
import { completeOrder } from './progress.ts';
import { findOrder, listBought } from './queries.ts';
import { listRefunds, requestRefund } from './refunds.ts';
import { checkout, checkoutHeaders, newMessage, newRefund, type OrderView, type PaymentView } from './schemas.ts';

/** The intent, or null when the provider does not answer now: the order stands and can be paid later. */
const tryPayment = async (context: Context, buyerId: string, order: OrderView): Promise<PaymentView | null> => {
  if (order.status !== 'pending_payment') return null;
  try {
    const { clientSecret, publishableKey } = await openPayment(context, buyerId, order.id);
    return { clientSecret, publishableKey };
  } catch (error) {
    context.log.warn({ err: error, orderId: order.id }, 'an order was placed without a payment intent');
    return null;
  }
};

/** Orders as their buyer has them; those that both parties have ask for the reader's part in it. */
export const orderRoutes = (context: Context, limits: Limits): Router => {
  const router = Router();

  router.post('/api/checkout', requireUser, requireVerified, limits.checkout, async (req, res) => {
    const { 'idempotency-key': key } = parse(checkoutHeaders, { 'idempotency-key': req.get('idempotency-key') });
    const buyer = userOf(req);
    const { orderId, created } = await placeOrder(context, buyer.id, key, parse(checkout, req.body));
    const order = await findOrder(context, buyer, orderId);
    res.status(created ? 201 : 200).json({ order, payment: await tryPayment(context, buyer.id, order) });
  });

  router.get('/api/orders', requireUser, async (req, res) => {
    res.json({ orders: await listBought(context, userOf(req).id, parse(page, req.query)) });
  });

  router.get('/api/orders/:orderId', requireUser, async (req, res) => {
    res.json(await findOrder(context, userOf(req), idFrom(req.params.orderId)));
  });

  router.post('/api/orders/:orderId/payment', requireUser, limits.writes, async (req, res) => {
    const { clientSecret, publishableKey } = await openPayment(context, userOf(req).id, idFrom(req.params.orderId));
    res.json({ clientSecret, publishableKey });
  });

  router.post('/api/orders/:orderId/cancel', requireUser, limits.writes, async (req, res) => {
    const orderId = idFrom(req.params.orderId);
    await cancelOrder(context, userOf(req).id, orderId);
    res.json(await findOrder(context, userOf(req), orderId));
  });

  router.post('/api/orders/:orderId/complete', requireUser, limits.writes, async (req, res) => {
    const orderId = idFrom(req.params.orderId);
    await completeOrder(context, userOf(req).id, orderId);
    res.json(await findOrder(context, userOf(req), orderId));
  });

  router.get('/api/orders/:orderId/invoice', requireUser, async (req, res) => {
    const orderId = idFrom(req.params.orderId);
    const invoice = await makeInvoice(context, userOf(req), orderId);
    res.set('Cache-Control', 'no-store').attachment(`invoice-${orderId}.pdf`).type('application/pdf').send(invoice);
  });

  router.get('/api/orders/:orderId/refunds', requireUser, async (req, res) => {
    res.json({ refunds: await listRefunds(context, userOf(req), idFrom(req.params.orderId)) });
  });

  router.post('/api/orders/:orderId/refunds', requireUser, limits.writes, async (req, res) => {
    const values = parse(newRefund, req.body);
    res.status(201).json(await requestRefund(context, userOf(req).id, idFrom(req.params.orderId), values));
  });

  router.get('/api/orders/:orderId/messages', requireUser, async (req, res) => {
    res.json({ messages: await listMessages(context, userOf(req), idFrom(req.params.orderId)) });
  });

  router.post('/api/orders/:orderId/messages', requireUser, requireVerified, limits.writes, async (req, res) => {
    const { body } = parse(newMessage, req.body);
    res.status(201).json(await sendMessage(context, userOf(req), idFrom(req.params.orderId), body));
  });

  return router;
};
