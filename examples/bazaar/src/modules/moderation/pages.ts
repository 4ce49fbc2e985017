import { desc, eq, isNull } from 'drizzle-orm';
import { Router } from 'express';
import { listings, reviews } from '../../db/schema.ts';
import { formFields } from '../../http/form.ts';
import { requireRole, requireUser, userOf } from '../../http/guards.ts';
import type { Limits } from '../../http/limits.ts';
import { idFrom, parse } from '../../http/validate.ts';
import type { Context } from '../../platform/context.ts';
import { searchListings } from '../listings/service.ts';
import { newReport, reportQuery } from './schemas.ts';
import { dismissReport, featureListing, hideReview, listReports, removeListing, reportListing } from './service.ts';
import { moderationPage, reportedPage, type ShownReview } from './views.ts';

const moderators = requireRole('moderator', 'admin');

export const moderationPages = (context: Context, limits: Limits): Router => {
  const router = Router();

  router.post('/listings/:listingId/report', requireUser, limits.writes, async (req, res) => {
    const { reason } = parse(newReport, formFields(req));
    await reportListing(context, userOf(req).id, idFrom(req.params.listingId), reason);
    res.redirect(303, '/reported');
  });

  router.get('/reported', requireUser, (req, res) => {
    res.type('html').send(reportedPage(req).text);
  });

  router.get('/moderation', moderators, async (req, res) => {
    const [open, recent, published] = [
      await listReports(context, parse(reportQuery, req.query)),
      await recentReviews(context),
      await searchListings(context, { q: '', shop: undefined, limit: 20, offset: 0 }),
    ];
    res.type('html').send(moderationPage(req, { reports: open, reviews: recent, listings: published }).text);
  });

  router.post('/moderation/reports/:reportId/dismiss', moderators, limits.writes, async (req, res) => {
    await dismissReport(context, userOf(req).id, idFrom(req.params.reportId));
    res.redirect(303, '/moderation');
  });

  router.post('/moderation/reports/:reportId/remove-listing', moderators, limits.writes, async (req, res) => {
    await removeListing(context, userOf(req).id, idFrom(req.params.reportId));
    res.redirect(303, '/moderation');
  });

  for (const [name, featured] of [
    ['feature', true],
    ['unfeature', false],
  ] as const) {
    router.post(`/moderation/listings/:listingId/${name}`, moderators, limits.writes, async (req, res) => {
      await featureListing(context, userOf(req).id, idFrom(req.params['listingId']), featured);
      res.redirect(303, '/moderation');
    });
  }

  router.post('/moderation/reviews/:reviewId/hide', moderators, limits.writes, async (req, res) => {
    await hideReview(context, userOf(req).id, idFrom(req.params.reviewId));
    res.redirect(303, '/moderation');
  });

  return router;
};

const recentReviews = ({ db }: Context): Promise<ShownReview[]> =>
  db
    .select({ id: reviews.id, rating: reviews.rating, body: reviews.body, title: listings.title })
    .from(reviews)
    .innerJoin(listings, eq(listings.id, reviews.listingId))
    .where(isNull(reviews.hiddenAt))
    .orderBy(desc(reviews.createdAt))
    .limit(20);
