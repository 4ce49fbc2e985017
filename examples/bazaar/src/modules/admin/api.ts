import { Router } from 'express';
import { requireRole, userOf } from '../../http/guards.ts';
import type { Limits } from '../../http/limits.ts';
import { idFrom, page, parse } from '../../http/validate.ts';
import type { Context } from '../../platform/context.ts';
import { listAuditLog } from './audit-log.ts';
import { createCoupon, listCoupons } from './coupons.ts';
import { approvePayout, rejectPayout } from './decide-payout.ts';
import { findOrder, listOrders } from './orders.ts';
import { listPayouts } from './payouts.ts';
import { auditSearch, newCoupon, newRole, orderSearch, payoutSearch, reasonBody, userSearch } from './schemas.ts';
import { changeRole, findUser, listUsers, reinstate, suspend } from './users.ts';

/** Mounted at /api/admin on the admin host. */
export const adminRoutes = (context: Context, limits: Limits): Router => {
  const router = Router();

  router.get('/users', requireRole('admin'), limits.search, async (req, res) => {
    res.json({ users: await listUsers(context, parse(userSearch, req.query)) });
  });

  router.get('/users/:userId', requireRole('admin'), async (req, res) => {
    res.json(await findUser(context, idFrom(req.params.userId)));
  });

  router.post('/users/:userId/role', requireRole('admin'), limits.writes, async (req, res) => {
    const { role } = parse(newRole, req.body);
    res.json(await changeRole(context, userOf(req).id, idFrom(req.params.userId), role));
  });

  router.post('/users/:userId/suspend', requireRole('admin'), limits.writes, async (req, res) => {
    const { reason } = parse(reasonBody, req.body);
    res.json(await suspend(context, userOf(req).id, idFrom(req.params.userId), reason));
  });

  router.post('/users/:userId/reinstate', requireRole('admin'), limits.writes, async (req, res) => {
    res.json(await reinstate(context, userOf(req).id, idFrom(req.params.userId)));
  });

  router.get('/orders', requireRole('admin'), async (req, res) => {
    res.json({ orders: await listOrders(context, parse(orderSearch, req.query)) });
  });

  router.get('/orders/:orderId', requireRole('admin'), async (req, res) => {
    res.json(await findOrder(context, idFrom(req.params.orderId)));
  });

  router.get('/payouts', requireRole('admin'), async (req, res) => {
    res.json({ payouts: await listPayouts(context, parse(payoutSearch, req.query)) });
  });

  router.post('/payouts/:payoutId/approve', requireRole('admin'), limits.writes, async (req, res) => {
    res.json(await approvePayout(context, userOf(req).id, idFrom(req.params.payoutId)));
  });

  router.post('/payouts/:payoutId/reject', requireRole('admin'), limits.writes, async (req, res) => {
    const { reason } = parse(reasonBody, req.body);
    res.json(await rejectPayout(context, userOf(req).id, idFrom(req.params.payoutId), reason));
  });

  router.get('/coupons', requireRole('admin'), async (req, res) => {
    res.json({ coupons: await listCoupons(context, parse(page, req.query)) });
  });

  router.post('/coupons', requireRole('admin'), limits.writes, async (req, res) => {
    res.status(201).json(await createCoupon(context, userOf(req).id, parse(newCoupon, req.body)));
  });

  router.get('/audit-log', requireRole('admin'), async (req, res) => {
    res.json({ entries: await listAuditLog(context, parse(auditSearch, req.query)) });
  });

  return router;
};
