import { Router } from 'express';
import { z } from 'zod';
import { requireSeller, requireVerified, shopOf, userOf } from '../../http/guards.ts';
import { notFound } from '../../http/errors.ts';
import type { Limits } from '../../http/limits.ts';
import { idFrom, page, parse } from '../../http/validate.ts';
import type { Context } from '../../platform/context.ts';
import { approveRefund, refuseRefund } from './decide-refund.ts';
import { listMessages, sendMessage } from './messages.ts';
import { shipOrder } from './progress.ts';
import { findOrder, listSold } from './queries.ts';
import { listRefunds } from './refunds.ts';
import { newMessage, shipment } from './schemas.ts';
import { soldOrderPage, soldOrdersPage } from './seller-views.ts';

const shipForm = z.object({ trackingCode: z.string() });
const messageForm = z.object({ body: z.string() });

export const sellerOrderPages = (context: Context, limits: Limits): Router => {
  const router = Router();

  router.get('/shop/orders', requireSeller, async (req, res) => {
    const query = parse(page, req.query);
    res.type('html').send(soldOrdersPage(req, await listSold(context, shopOf(req), query), query).text);
  });

  router.get('/shop/orders/:orderId', requireSeller, async (req, res) => {
    const orderId = idFrom(req.params.orderId);
    const order = await findOrder(context, userOf(req), orderId);
    if (order.party !== 'seller') throw notFound();
    const messages = await listMessages(context, userOf(req), orderId);
    const refunds = await listRefunds(context, userOf(req), orderId);
    res.type('html').send(soldOrderPage(req, { order, messages, refunds }).text);
  });

  router.post('/shop/orders/:orderId/ship', requireSeller, limits.writes, async (req, res) => {
    const orderId = idFrom(req.params.orderId);
    const seller = { userId: userOf(req).id, shopId: shopOf(req) };
    await shipOrder(context, seller, orderId, parse(shipment, parse(shipForm, req.body)).trackingCode);
    res.redirect(303, `/shop/orders/${orderId}`);
  });

  router.post('/shop/orders/:orderId/messages', requireSeller, requireVerified, limits.writes, async (req, res) => {
    const orderId = idFrom(req.params.orderId);
    await sendMessage(context, userOf(req), orderId, parse(newMessage, parse(messageForm, req.body)).body);
    res.redirect(303, `/shop/orders/${orderId}`);
  });

  router.post('/shop/refunds/:refundId/approve', requireSeller, limits.writes, async (req, res) => {
    const seller = { userId: userOf(req).id, shopId: shopOf(req) };
    const { orderId } = await approveRefund(context, seller, idFrom(req.params.refundId));
    res.redirect(303, `/shop/orders/${orderId}`);
  });

  router.post('/shop/refunds/:refundId/refuse', requireSeller, limits.writes, async (req, res) => {
    const seller = { userId: userOf(req).id, shopId: shopOf(req) };
    const { orderId } = await refuseRefund(context, seller, idFrom(req.params.refundId));
    res.redirect(303, `/shop/orders/${orderId}`);
  });

  return router;
};
