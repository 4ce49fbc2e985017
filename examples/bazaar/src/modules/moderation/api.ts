import { Router } from 'express';
import { requireRole, requireUser, userOf } from '../../http/guards.ts';
import type { Limits } from '../../http/limits.ts';
import { idFrom, parse } from '../../http/validate.ts';
import type { Context } from '../../platform/context.ts';
import { featuring, newReport, reportQuery } from './schemas.ts';
import { dismissReport, featureListing, hideReview, listReports, removeListing, reportListing } from './service.ts';

const moderators = requireRole('moderator', 'admin');

/** Reporting is for everybody; what follows from it is for moderators. They see no orders and no addresses. */
export const moderationRoutes = (context: Context, limits: Limits): Router => {
  const router = Router();

  router.post('/api/listings/:listingId/reports', requireUser, limits.writes, async (req, res) => {
    const { reason } = parse(newReport, req.body);
    res.status(201).json(await reportListing(context, userOf(req).id, idFrom(req.params.listingId), reason));
  });

  router.get('/api/moderation/reports', moderators, async (req, res) => {
    res.json({ reports: await listReports(context, parse(reportQuery, req.query)) });
  });

  router.post('/api/moderation/reports/:reportId/dismiss', moderators, limits.writes, async (req, res) => {
    await dismissReport(context, userOf(req).id, idFrom(req.params.reportId));
    res.status(204).end();
  });

  router.post('/api/moderation/reports/:reportId/remove-listing', moderators, limits.writes, async (req, res) => {
    await removeListing(context, userOf(req).id, idFrom(req.params.reportId));
    res.status(204).end();
  });

  router.post('/api/moderation/listings/:listingId/feature', moderators, limits.writes, async (req, res) => {
    const id = idFrom(req.params.listingId);
    const { featured } = parse(featuring, req.body);
    await featureListing(context, userOf(req).id, id, featured);
    res.json({ id, featured });
  });

  router.post('/api/moderation/reviews/:reviewId/hide', moderators, limits.writes, async (req, res) => {
    await hideReview(context, userOf(req).id, idFrom(req.params.reviewId));
    res.status(204).end();
  });

  return router;
};
