import { Router } from 'express';
import { z } from 'zod';
import { requireUser, requireVerified, userOf } from '../../http/guards.ts';
import type { Limits } from '../../http/limits.ts';
import { idFrom, page, parse } from '../../http/validate.ts';
import type { Context } from '../../platform/context.ts';
import { cancelOrder } from './cancel.ts';
import { placeOrder } from './checkout.ts';
import { listMessages, sendMessage } from './messages.ts';
import { openPayment, paymentPageUrl } from './payment.ts';
import { completeOrder } from './progress.ts';
import { findOrder, listBought } from './queries.ts';
import { listRefunds, requestRefund } from './refunds.ts';
import { checkout, idempotencyKey, newMessage, newRefund } from './schemas.ts';
import { orderPage, ordersPage } from './views.ts';

const checkoutForm = z.object({ idempotencyKey, shippingAddress: z.string(), buyerNote: z.string().default('') });
const refundForm = z
  .object({ amount: z.coerce.number(), reason: z.string() })
  .transform(({ amount, reason }) => ({ amountCents: Math.round(amount * 100), reason }));
const messageForm = z.object({ body: z.string() });

export const orderPages = (context: Context, limits: Limits): Router => {
  const router = Router();

  router.post('/checkout', requireUser, requireVerified, limits.checkout, async (req, res) => {
    const { idempotencyKey: key, ...values } = parse(checkoutForm, req.body);
    const { orderId } = await placeOrder(context, userOf(req).id, key, parse(checkout, values));
    res.redirect(303, `/orders/${orderId}`);
  });

  router.get('/orders', requireUser, async (req, res) => {
    const query = parse(page, req.query);
    res.type('html').send(ordersPage(req, await listBought(context, userOf(req).id, query), query).text);
  });

  router.get('/orders/:orderId', requireUser, async (req, res) => {
    const orderId = idFrom(req.params.orderId);
    const order = await findOrder(context, userOf(req), orderId);
    if (order.party === 'seller') return res.redirect(303, `/shop/orders/${orderId}`);
    const messages = await listMessages(context, userOf(req), orderId);
    const refunds = await listRefunds(context, userOf(req), orderId);
    const payable = context.config.PAYMENT_PAGE_URL !== undefined;
    res.type('html').send(orderPage(req, { order, messages, refunds, payable }).text);
  });

  router.post('/orders/:orderId/payment', requireUser, limits.writes, async (req, res) => {
    const orderId = idFrom(req.params.orderId);
    const payment = await openPayment(context, userOf(req).id, orderId);
    res.redirect(303, paymentPageUrl(context, orderId, payment) ?? `/orders/${orderId}`);
  });

  router.post('/orders/:orderId/cancel', requireUser, limits.writes, async (req, res) => {
    const orderId = idFrom(req.params.orderId);
    await cancelOrder(context, userOf(req).id, orderId);
    res.redirect(303, `/orders/${orderId}`);
  });

  router.post('/orders/:orderId/complete', requireUser, limits.writes, async (req, res) => {
    const orderId = idFrom(req.params.orderId);
    await completeOrder(context, userOf(req).id, orderId);
    res.redirect(303, `/orders/${orderId}`);
  });

  router.post('/orders/:orderId/refunds', requireUser, limits.writes, async (req, res) => {
    const orderId = idFrom(req.params.orderId);
    await requestRefund(context, userOf(req).id, orderId, parse(newRefund, parse(refundForm, req.body)));
    res.redirect(303, `/orders/${orderId}`);
  });

  router.post('/orders/:orderId/messages', requireUser, requireVerified, limits.writes, async (req, res) => {
    const orderId = idFrom(req.params.orderId);
    await sendMessage(context, userOf(req), orderId, parse(newMessage, parse(messageForm, req.body)).body);
    res.redirect(303, `/orders/${orderId}`);
  });

  return router;
};
