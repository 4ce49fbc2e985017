import { Router } from 'express';
import { requireSeller, requireVerified, shopOf, userOf } from '../../http/guards.ts';
import type { Limits } from '../../http/limits.ts';
import { idFrom, parse } from '../../http/validate.ts';
import type { Context } from '../../platform/context.ts';
import { listingChanges, newListing, search } from './schemas.ts';
import {
  changeListing,
  createListing,
  deleteDraft,
  findOwnListing,
  findPublicListing,
  listOwnListings,
  searchListings,
  setPublished,
} from './service.ts';

/** The public catalogue and, below /seller, what a shop's owner does with it. */
export const listingRoutes = (context: Context, limits: Limits): Router => {
  const router = Router();

  router.get('/api/listings', limits.search, async (req, res) => {
    res.json({ listings: await searchListings(context, parse(search, req.query)) });
  });

  router.get('/api/listings/:listingId', async (req, res) => {
    res.json(await findPublicListing(context, idFrom(req.params.listingId)));
  });

  router.get('/api/seller/listings', requireSeller, async (req, res) => {
    res.json({ listings: await listOwnListings(context, shopOf(req)) });
  });

  router.post('/api/seller/listings', requireSeller, limits.writes, async (req, res) => {
    res.status(201).json(await createListing(context, shopOf(req), parse(newListing, req.body)));
  });

  router.get('/api/seller/listings/:listingId', requireSeller, async (req, res) => {
    res.json(await findOwnListing(context, shopOf(req), idFrom(req.params.listingId)));
  });

  router.patch('/api/seller/listings/:listingId', requireSeller, limits.writes, async (req, res) => {
    const changes = parse(listingChanges, req.body);
    res.json(await changeListing(context, shopOf(req), idFrom(req.params.listingId), changes));
  });

  router.delete('/api/seller/listings/:listingId', requireSeller, limits.writes, async (req, res) => {
    await deleteDraft(context, shopOf(req), idFrom(req.params.listingId));
    res.status(204).end();
  });

  router.post(
    '/api/seller/listings/:listingId/publish',
    requireSeller,
    requireVerified,
    limits.writes,
    async (req, res) => {
      const owner = { userId: userOf(req).id, shopId: shopOf(req) };
      res.json(await setPublished(context, owner, idFrom(req.params.listingId), true));
    },
  );

  router.post('/api/seller/listings/:listingId/unpublish', requireSeller, limits.writes, async (req, res) => {
    const owner = { userId: userOf(req).id, shopId: shopOf(req) };
    res.json(await setPublished(context, owner, idFrom(req.params.listingId), false));
  });

  return router;
};
