import { Router } from 'express';
import { requireRole, requireSeller, requireVerified, shopOf, userOf } from '../../http/guards.ts';
import type { Limits } from '../../http/limits.ts';
import { parse } from '../../http/validate.ts';
import type { Context } from '../../platform/context.ts';
import { newShop, shopChanges } from './schemas.ts';
import { changeShop, findOwnShop, findPublicShop, openShop } from './service.ts';

/** Opening a shop, its public side, and its owner's. */
export const shopRoutes = (context: Context, limits: Limits): Router => {
  const router = Router();

  // A moderator or admin who sells would decide on their own listings and payouts.
  router.post(
    '/api/seller/onboarding',
    requireVerified,
    requireRole('customer', 'seller'),
    limits.writes,
    async (req, res) => {
      res.status(201).json(await openShop(context, userOf(req).id, parse(newShop, req.body)));
    },
  );

  router.get('/api/shops/:slug', limits.search, async (req, res) => {
    res.json(await findPublicShop(context, String(req.params.slug)));
  });

  router.get('/api/seller/shop', requireSeller, async (req, res) => {
    res.json(await findOwnShop(context, shopOf(req)));
  });

  router.patch('/api/seller/shop', requireSeller, limits.writes, async (req, res) => {
    const owner = { userId: userOf(req).id, shopId: shopOf(req) };
    res.json(await changeShop(context, owner, parse(shopChanges, req.body)));
  });

  return router;
};
