import { Router } from 'express';
import { requireSeller, shopOf, userOf } from '../../http/guards.ts';
import type { Limits } from '../../http/limits.ts';
import { idFrom, parse } from '../../http/validate.ts';
import type { Context } from '../../platform/context.ts';
import { findPayoutAccount, setPayoutAccount } from './account.ts';
import { balanceOf } from './balance.ts';
import { newPayout, newPayoutAccount, payoutPage } from './schemas.ts';
import { findPayout, listPayouts, requestPayout } from './service.ts';

/** A seller's money. Paying out is decided in the admin area. */
export const payoutRoutes = (context: Context, limits: Limits): Router => {
  const router = Router();

  router.get('/api/seller/payout-account', requireSeller, async (req, res) => {
    res.json(await findPayoutAccount(context, shopOf(req)));
  });

  router.put('/api/seller/payout-account', requireSeller, limits.writes, limits.passwordChecks, async (req, res) => {
    const owner = { userId: userOf(req).id, shopId: shopOf(req) };
    res.json(await setPayoutAccount(context, owner, parse(newPayoutAccount, req.body)));
  });

  router.get('/api/seller/balance', requireSeller, async (req, res) => {
    res.json(await balanceOf(context, shopOf(req)));
  });

  router.get('/api/seller/payouts', requireSeller, async (req, res) => {
    res.json({ payouts: await listPayouts(context, shopOf(req), parse(payoutPage, req.query)) });
  });

  router.post('/api/seller/payouts', requireSeller, limits.writes, async (req, res) => {
    parse(newPayout, req.body);
    res.status(201).json(await requestPayout(context, { userId: userOf(req).id, shopId: shopOf(req) }));
  });

  router.get('/api/seller/payouts/:payoutId', requireSeller, async (req, res) => {
    res.json(await findPayout(context, shopOf(req), idFrom(req.params.payoutId)));
  });

  return router;
};
