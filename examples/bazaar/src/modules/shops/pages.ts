import { Router } from 'express';
import { formFields } from '../../http/form.ts';
import { requireRole, requireSeller, requireVerified, shopOf, userOf } from '../../http/guards.ts';
import { publicCache } from '../../http/headers.ts';
import type { Limits } from '../../http/limits.ts';
import { parse } from '../../http/validate.ts';
import type { Context } from '../../platform/context.ts';
import { newShop, shopChanges } from './schemas.ts';
import { changeShop, figuresOf, findOwnShop, findPublicShop, openShop } from './service.ts';
import { openShopPage, overviewPage, shopPage } from './views.ts';

export const shopPages = (context: Context, limits: Limits): Router => {
  const router = Router();

  router.get('/sell', requireRole('customer', 'seller'), (req, res) => {
    if (userOf(req).shopId !== null) return res.redirect(303, '/shop');
    res.type('html').send(openShopPage(req).text);
  });

  router.post('/sell', requireVerified, requireRole('customer', 'seller'), limits.writes, async (req, res) => {
    await openShop(context, userOf(req).id, parse(newShop, formFields(req)));
    res.redirect(303, '/shop');
  });

  router.get('/shops/:slug', limits.search, publicCache, async (req, res) => {
    res.type('html').send(shopPage(req, await findPublicShop(context, String(req.params.slug))).text);
  });

  router.get('/shop', requireSeller, async (req, res) => {
    const shop = await findOwnShop(context, shopOf(req));
    res.type('html').send(overviewPage(req, shop, await figuresOf(context, shop.id)).text);
  });

  router.post('/shop', requireSeller, limits.writes, async (req, res) => {
    const owner = { userId: userOf(req).id, shopId: shopOf(req) };
    await changeShop(context, owner, parse(shopChanges, formFields(req)));
    res.redirect(303, '/shop');
  });

  return router;
};
