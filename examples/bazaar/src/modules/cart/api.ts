import { Router } from 'express';
import { requireUser, userOf } from '../../http/guards.ts';
import type { Limits } from '../../http/limits.ts';
import { idFrom, parse } from '../../http/validate.ts';
import type { Context } from '../../platform/context.ts';
import { clearCoupon, setCoupon } from './coupon.ts';
import { cartLine, couponChoice } from './schemas.ts';
import { putItem, removeItem } from './service.ts';
import { readCart } from './view.ts';

/** One's own cart. It has no id: there is none but the caller's. */
export const cartRoutes = (context: Context, limits: Limits): Router => {
  const router = Router();

  router.get('/api/cart', requireUser, async (req, res) => {
    res.json(await readCart(context, userOf(req).id));
  });

  router.put('/api/cart/items/:listingId', requireUser, limits.writes, async (req, res) => {
    await putItem(context, userOf(req).id, idFrom(req.params.listingId), parse(cartLine, req.body));
    res.json(await readCart(context, userOf(req).id));
  });

  router.delete('/api/cart/items/:listingId', requireUser, limits.writes, async (req, res) => {
    await removeItem(context, userOf(req).id, idFrom(req.params.listingId));
    res.json(await readCart(context, userOf(req).id));
  });

  // Codes could be found by trying, so the stricter limit holds.
  router.put('/api/cart/coupon', requireUser, limits.checkout, async (req, res) => {
    await setCoupon(context, userOf(req).id, parse(couponChoice, req.body).code);
    res.json(await readCart(context, userOf(req).id));
  });

  router.delete('/api/cart/coupon', requireUser, limits.writes, async (req, res) => {
    await clearCoupon(context, userOf(req).id);
    res.json(await readCart(context, userOf(req).id));
  });

  return router;
};
