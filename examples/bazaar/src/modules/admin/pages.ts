import { Router, type Request } from 'express';
import { z } from 'zod';
import { formFields, formProblem } from '../../http/form.ts';
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
import { auditLogPage, couponsPage } from './views.ts';
import { orderPage, ordersPage } from './order-views.ts';
import { payoutsPage } from './payout-views.ts';
import { userPage, usersPage } from './user-views.ts';

/** A form's fields, as the API's body has them. */
const couponForm = z
  .object({ percentOff: z.coerce.number(), maxUses: z.coerce.number(), expiresOn: z.iso.date() })
  .loose()
  .transform(({ expiresOn, ...rest }) => ({ ...rest, expiresAt: `${expiresOn}T23:59:59Z` }));

/** The choice "all" of a filter is no filter. */
const filterFrom = ({ query }: Request): Record<string, unknown> =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''));

export const adminPages = (context: Context, limits: Limits): Router => {
  const router = Router();

  router.get('/', requireRole('admin'), (_req, res) => {
    res.redirect(303, '/payouts');
  });

  router.get('/payouts', requireRole('admin'), async (req, res) => {
    const search = parse(payoutSearch, filterFrom(req));
    res.type('html').send(payoutsPage(req, await listPayouts(context, search), search.status).text);
  });

  router.post('/payouts/:payoutId/approve', requireRole('admin'), limits.writes, async (req, res) => {
    await approvePayout(context, userOf(req).id, idFrom(req.params.payoutId));
    res.redirect(303, '/payouts?done=paid');
  });

  router.post('/payouts/:payoutId/reject', requireRole('admin'), limits.writes, async (req, res) => {
    const { reason } = parse(reasonBody, formFields(req));
    await rejectPayout(context, userOf(req).id, idFrom(req.params.payoutId), reason);
    res.redirect(303, '/payouts?done=rejected');
  });

  router.get('/users', requireRole('admin'), limits.search, async (req, res) => {
    const search = parse(userSearch, req.query);
    res.type('html').send(usersPage(req, await listUsers(context, search), search.q).text);
  });

  router.get('/users/:userId', requireRole('admin'), async (req, res) => {
    res.type('html').send(userPage(req, await findUser(context, idFrom(req.params.userId))).text);
  });

  router.post('/users/:userId/role', requireRole('admin'), limits.writes, async (req, res) => {
    const { role } = parse(newRole, formFields(req));
    const { id } = await changeRole(context, userOf(req).id, idFrom(req.params.userId), role);
    res.redirect(303, `/users/${id}`);
  });

  router.post('/users/:userId/suspend', requireRole('admin'), limits.writes, async (req, res) => {
    const { reason } = parse(reasonBody, formFields(req));
    const { id } = await suspend(context, userOf(req).id, idFrom(req.params.userId), reason);
    res.redirect(303, `/users/${id}`);
  });

  router.post('/users/:userId/reinstate', requireRole('admin'), limits.writes, async (req, res) => {
    const { id } = await reinstate(context, userOf(req).id, idFrom(req.params.userId));
    res.redirect(303, `/users/${id}`);
  });

  router.get('/orders', requireRole('admin'), async (req, res) => {
    const search = parse(orderSearch, filterFrom(req));
    res.type('html').send(ordersPage(req, await listOrders(context, search), search.status).text);
  });

  router.get('/orders/:orderId', requireRole('admin'), async (req, res) => {
    res.type('html').send(orderPage(req, await findOrder(context, idFrom(req.params.orderId))).text);
  });

  router.get('/coupons', requireRole('admin'), async (req, res) => {
    res.type('html').send(couponsPage(req, await listCoupons(context, parse(page, req.query))).text);
  });

  router.post('/coupons', requireRole('admin'), limits.writes, async (req, res) => {
    try {
      await createCoupon(context, userOf(req).id, parse(newCoupon, parse(couponForm, formFields(req))));
      res.redirect(303, '/coupons');
    } catch (error) {
      const problem = formProblem(error);
      const coupons = await listCoupons(context, parse(page, {}));
      res
        .status(problem.status)
        .type('html')
        .send(couponsPage(req, coupons, problem).text);
    }
  });

  router.get('/audit-log', requireRole('admin'), async (req, res) => {
    const search = parse(auditSearch, filterFrom(req));
    res.type('html').send(auditLogPage(req, await listAuditLog(context, search), search).text);
  });

  return router;
};
