import { Router } from 'express';
import { z } from 'zod';
import { requireUser, requireVerified, userOf } from '../../http/guards.ts';
import type { Limits } from '../../http/limits.ts';
import { idFrom, parse } from '../../http/validate.ts';
import type { Context } from '../../platform/context.ts';
import { newReview } from './schemas.ts';
import { addReview, findReviewable } from './service.ts';
import { reviewPage } from './views.ts';

const form = z.object({ rating: z.coerce.number(), body: z.string() });

export const reviewPages = (context: Context, limits: Limits): Router => {
  const router = Router();
  const path = '/orders/:orderId/review/:listingId';

  router.get(path, requireUser, async (req, res) => {
    const what = { orderId: idFrom(req.params.orderId), listingId: idFrom(req.params.listingId) };
    const { title } = await findReviewable(context.db, userOf(req).id, what);
    res.type('html').send(reviewPage(req, { ...what, title }).text);
  });

  router.post(path, requireVerified, limits.writes, async (req, res) => {
    const orderId = idFrom(req.params.orderId);
    const listingId = idFrom(req.params.listingId);
    await addReview(context, userOf(req), orderId, parse(newReview, { ...parse(form, req.body), listingId }));
    res.redirect(303, `/orders/${orderId}`);
  });

  return router;
};
