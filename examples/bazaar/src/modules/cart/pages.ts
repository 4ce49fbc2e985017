import { Router } from 'express';
import { z } from 'zod';
import { requireUser, userOf } from '../../http/guards.ts';
import type { Limits } from '../../http/limits.ts';
import { idFrom, parse } from '../../http/validate.ts';
import type { Context } from '../../platform/context.ts';
import { clearCoupon, setCoupon } from './coupon.ts';
import { cartLine, couponChoice } from './schemas.ts';
import { putItem, removeItem } from './service.ts';
import { readCart } from './view.ts';
import { cartPage } from './views.ts';

/** The form below a listing. A browser sends local time without a zone; pages show and take UTC. */
const itemForm = z.object({
  listingId: z.string(),
  quantity: z.coerce.number(),
  bookedFor: z
    .string()
    .transform((value) => `${value}:00Z`)
    .optional(),
});

const couponForm = z.object({ code: z.string().trim() });

export const cartPages = (context: Context, limits: Limits): Router => {
  const router = Router();

  router.get('/cart', requireUser, async (req, res) => {
    res.type('html').send(cartPage(req, await readCart(context, userOf(req).id)).text);
  });

  router.post('/cart/items', requireUser, limits.writes, async (req, res) => {
    const { listingId, ...line } = parse(itemForm, req.body);
    await putItem(context, userOf(req).id, idFrom(listingId), parse(cartLine, line));
    res.redirect(303, '/cart');
  });

  router.post('/cart/items/:listingId/remove', requireUser, limits.writes, async (req, res) => {
    await removeItem(context, userOf(req).id, idFrom(req.params.listingId));
    res.redirect(303, '/cart');
  });

  router.post('/cart/coupon', requireUser, limits.checkout, async (req, res) => {
    const { code } = parse(couponForm, req.body);
    if (code === '') await clearCoupon(context, userOf(req).id);
    else await setCoupon(context, userOf(req).id, parse(couponChoice, { code }).code);
    res.redirect(303, '/cart');
  });

  return router;
};
