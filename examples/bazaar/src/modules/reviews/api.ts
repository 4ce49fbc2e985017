import { Router } from 'express';
import { requireVerified, userOf } from '../../http/guards.ts';
import type { Limits } from '../../http/limits.ts';
import { idFrom, parse } from '../../http/validate.ts';
import type { Context } from '../../platform/context.ts';
import { findPublicListing } from '../listings/service.ts';
import { newReview } from './schemas.ts';
import { addReview, listReviews } from './service.ts';

export const reviewRoutes = (context: Context, limits: Limits): Router => {
  const router = Router();

  router.get('/api/listings/:listingId/reviews', async (req, res) => {
    const { id } = await findPublicListing(context, idFrom(req.params.listingId));
    res.json({ reviews: await listReviews(context, id) });
  });

  router.post('/api/orders/:orderId/reviews', requireVerified, limits.writes, async (req, res) => {
    const review = parse(newReview, req.body);
    res.status(201).json(await addReview(context, userOf(req), idFrom(req.params.orderId), review));
  });

  return router;
};
