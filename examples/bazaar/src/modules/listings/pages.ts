import { Router } from 'express';
import { z } from 'zod';
import { publicCache } from '../../http/headers.ts';
import { requireSeller, requireVerified, shopOf, userOf } from '../../http/guards.ts';
import type { Limits } from '../../http/limits.ts';
import { idFrom, parse } from '../../http/validate.ts';
import type { Context } from '../../platform/context.ts';
import { listReviews } from '../reviews/service.ts';
import { reviewSection } from '../reviews/views.ts';
import { listingChanges, newListing, search } from './schemas.ts';
import {
  changeListing,
  createListing,
  findOwnListing,
  findPublicListing,
  listOwnListings,
  searchListings,
  setPublished,
} from './service.ts';
import { editListingPage, homePage, listingPage, ownListingsPage, searchPage } from './views.ts';

/** A form's fields, as the API's body has them. */
const form = z
  .object({ price: z.coerce.number(), stock: z.coerce.number() })
  .loose()
  .transform(({ price, _csrf, ...rest }) => ({ ...rest, priceCents: Math.round(price * 100) }));

export const listingPages = (context: Context, limits: Limits): Router => {
  const router = Router();

  router.get('/', publicCache, async (req, res) => {
    res.type('html').send(homePage(req, await searchListings(context, parse(search, { limit: 12 }))).text);
  });

  router.get('/search', limits.search, publicCache, async (req, res) => {
    const query = parse(search, req.query);
    res.type('html').send(searchPage(req, query.q, await searchListings(context, query)).text);
  });

  router.get('/listings/:listingId', publicCache, async (req, res) => {
    const listing = await findPublicListing(context, idFrom(req.params.listingId));
    const reviews = await listReviews(context, listing.id);
    res.type('html').send(listingPage(req, listing, reviewSection(reviews)).text);
  });

  router.get('/shop/listings', requireSeller, async (req, res) => {
    res.type('html').send(ownListingsPage(req, await listOwnListings(context, shopOf(req))).text);
  });

  router.get('/shop/listings/new', requireSeller, (req, res) => {
    res.type('html').send(editListingPage(req).text);
  });

  router.post('/shop/listings', requireSeller, limits.writes, async (req, res) => {
    const listing = await createListing(context, shopOf(req), parse(newListing, parse(form, req.body)));
    res.redirect(303, `/shop/listings/${listing.id}`);
  });

  router.get('/shop/listings/:listingId', requireSeller, async (req, res) => {
    const listing = await findOwnListing(context, shopOf(req), idFrom(req.params.listingId));
    res.type('html').send(editListingPage(req, listing).text);
  });

  router.post('/shop/listings/:listingId', requireSeller, limits.writes, async (req, res) => {
    const id = idFrom(req.params.listingId);
    await changeListing(context, shopOf(req), id, parse(listingChanges, parse(form, req.body)));
    res.redirect(303, `/shop/listings/${id}`);
  });

  router.post('/shop/listings/:listingId/publish', requireSeller, requireVerified, limits.writes, async (req, res) => {
    await setPublished(context, { userId: userOf(req).id, shopId: shopOf(req) }, idFrom(req.params.listingId), true);
    res.redirect(303, '/shop/listings');
  });

  router.post('/shop/listings/:listingId/unpublish', requireSeller, limits.writes, async (req, res) => {
    await setPublished(context, { userId: userOf(req).id, shopId: shopOf(req) }, idFrom(req.params.listingId), false);
    res.redirect(303, '/shop/listings');
  });

  return router;
};
