import { Router } from 'express';
import { HttpError } from '../../http/errors.ts';
import { formFields } from '../../http/form.ts';
import { requireSeller, shopOf, userOf } from '../../http/guards.ts';
import type { Limits } from '../../http/limits.ts';
import { parse } from '../../http/validate.ts';
import type { Context } from '../../platform/context.ts';
import { findPayoutAccount, setPayoutAccount } from './account.ts';
import { balanceOf } from './balance.ts';
import { newPayoutAccount, payoutPage, type PayoutAccount } from './schemas.ts';
import { listPayouts, requestPayout } from './service.ts';
import { payoutAccountPage, payoutsPage } from './views.ts';

export const payoutPages = (context: Context, limits: Limits): Router => {
  const router = Router();

  const accountOrNull = (shopId: string): Promise<PayoutAccount | null> =>
    findPayoutAccount(context, shopId).catch((error: unknown) => {
      if (error instanceof HttpError && error.status === 404) return null;
      throw error;
    });

  router.get('/shop/payouts', requireSeller, async (req, res) => {
    const shopId = shopOf(req);
    const figures = {
      balance: await balanceOf(context, shopId),
      account: await accountOrNull(shopId),
      payouts: await listPayouts(context, shopId, parse(payoutPage, req.query)),
    };
    res.type('html').send(payoutsPage(req, figures).text);
  });

  router.post('/shop/payouts', requireSeller, limits.writes, async (req, res) => {
    await requestPayout(context, { userId: userOf(req).id, shopId: shopOf(req) });
    res.redirect(303, '/shop/payouts');
  });

  router.get('/shop/payout-account', requireSeller, async (req, res) => {
    res.type('html').send(payoutAccountPage(req, await accountOrNull(shopOf(req))).text);
  });

  router.post('/shop/payout-account', requireSeller, limits.writes, limits.passwordChecks, async (req, res) => {
    const owner = { userId: userOf(req).id, shopId: shopOf(req) };
    await setPayoutAccount(context, owner, parse(newPayoutAccount, formFields(req)));
    res.redirect(303, '/shop/payout-account');
  });

  return router;
};
