import { Router } from 'express';
import { requireSeller, shopOf, userOf } from '../../http/guards.ts';
import type { Limits } from '../../http/limits.ts';
import { idFrom, page, parse } from '../../http/validate.ts';
import type { Context } from '../../platform/context.ts';
import { ordersCsv } from './csv.ts';
import { approveRefund, refuseRefund } from './decide-refund.ts';
import { shipOrder } from './progress.ts';
import { findOrder, listSold } from './queries.ts';
import { shipment } from './schemas.ts';

const MOST_EXPORTED = 5000;

/** What a shop's owner does with what was sold. */
export const sellerOrderRoutes = (context: Context, limits: Limits): Router => {
  const router = Router();

  router.get('/api/seller/orders', requireSeller, async (req, res) => {
    res.json({ orders: await listSold(context, shopOf(req), parse(page, req.query)) });
  });

  router.get('/api/seller/orders/export', requireSeller, limits.search, async (req, res) => {
    const orders = await listSold(context, shopOf(req), { limit: MOST_EXPORTED, offset: 0 });
    res.set('Cache-Control', 'no-store').attachment('orders.csv').type('text/csv').send(ordersCsv(orders));
  });

  router.post('/api/seller/orders/:orderId/ship', requireSeller, limits.writes, async (req, res) => {
    const orderId = idFrom(req.params.orderId);
    const seller = { userId: userOf(req).id, shopId: shopOf(req) };
    await shipOrder(context, seller, orderId, parse(shipment, req.body).trackingCode);
    res.json(await findOrder(context, userOf(req), orderId));
  });

  router.post('/api/seller/refunds/:refundId/approve', requireSeller, limits.writes, async (req, res) => {
    const seller = { userId: userOf(req).id, shopId: shopOf(req) };
    res.json(await approveRefund(context, seller, idFrom(req.params.refundId)));
  });

  router.post('/api/seller/refunds/:refundId/refuse', requireSeller, limits.writes, async (req, res) => {
    const seller = { userId: userOf(req).id, shopId: shopOf(req) };
    res.json(await refuseRefund(context, seller, idFrom(req.params.refundId)));
  });

  return router;
};
