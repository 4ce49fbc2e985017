import { and, asc, desc, eq, isNull, ne } from 'drizzle-orm';
import type { z } from 'zod';
import type { Transaction } from '../../db/client.ts';
import { listings, reports, reviews, shops, users } from '../../db/schema.ts';
import { conflict, forbidden, notFound } from '../../http/errors.ts';
import type { Context } from '../../platform/context.ts';
import { audit } from '../audit/record.ts';
import { announce, notify, type Notice } from '../notifications/notify.ts';
import type { Receipt, Report, reportQuery } from './schemas.ts';

/** One open report of each user for a listing. Its row is locked, so that the same report sent twice at once is one. */
export const reportListing = (
  context: Context,
  reporterId: string,
  listingId: string,
  reason: string,
): Promise<Receipt> =>
  context.db.transaction(async (tx) => {
    const published = and(eq(listings.id, listingId), eq(listings.status, 'published'));
    const listing = await tx.select({ id: listings.id }).from(listings).where(published).for('update');
    if (listing.length === 0) throw notFound();
    const mine = and(eq(reports.listingId, listingId), eq(reports.reporterId, reporterId), eq(reports.status, 'open'));
    const open = await tx.select({ id: reports.id }).from(reports).where(mine);
    if (open.length > 0)
      throw conflict('already_reported', 'You have reported this already. The moderators will look at it.');
    const [added] = await tx
      .insert(reports)
      .values({ listingId, reporterId, reason })
      .returning({ id: reports.id, status: reports.status });
    if (added === undefined) throw new Error('the report was not written');
    return added;
  });

/** Oldest first, so that nothing waits for ever. */
export const listReports = (
  { db }: Context,
  { status, limit, offset }: z.infer<typeof reportQuery>,
): Promise<Report[]> =>
  db
    .select({
      id: reports.id,
      reason: reports.reason,
      status: reports.status,
      createdAt: reports.createdAt,
      decidedAt: reports.decidedAt,
      reporter: users.name,
      listing: { id: listings.id, title: listings.title, status: listings.status, shop: shops.name },
    })
    .from(reports)
    .innerJoin(users, eq(users.id, reports.reporterId))
    .innerJoin(listings, eq(listings.id, reports.listingId))
    .innerJoin(shops, eq(shops.id, listings.shopId))
    .where(eq(reports.status, status))
    .orderBy(status === 'open' ? asc(reports.createdAt) : desc(reports.decidedAt))
    .limit(limit)
    .offset(offset);

/** Decides an open report, once, and never one's own. */
const decide = async (
  tx: Transaction,
  moderatorId: string,
  reportId: string,
  status: 'dismissed' | 'removed',
): Promise<{ listingId: string }> => {
  const [decided] = await tx
    .update(reports)
    .set({ status, decidedBy: moderatorId, decidedAt: new Date() })
    .where(and(eq(reports.id, reportId), eq(reports.status, 'open'), ne(reports.reporterId, moderatorId)))
    .returning({ listingId: reports.listingId });
  if (decided !== undefined) return decided;
  const [report] = await tx.select({ reporterId: reports.reporterId }).from(reports).where(eq(reports.id, reportId));
  if (report === undefined) throw notFound();
  if (report.reporterId === moderatorId) throw forbidden('Somebody else must decide on your report.');
  throw conflict('already_decided', 'This report has been decided on.');
};

export const dismissReport = (context: Context, moderatorId: string, reportId: string): Promise<void> =>
  context.db.transaction(async (tx) => {
    await decide(tx, moderatorId, reportId, 'dismissed');
    await audit(tx, { actorId: moderatorId, action: 'report.dismissed', subject: { type: 'report', id: reportId } });
  });

/** Takes the listing away for good and tells its seller. */
export const removeListing = async (context: Context, moderatorId: string, reportId: string): Promise<void> => {
  const notice = await context.db.transaction(async (tx) => {
    const { listingId } = await decide(tx, moderatorId, reportId, 'removed');
    const [listing] = await tx
      .update(listings)
      .set({ status: 'removed', featured: false, updatedAt: new Date() })
      .where(and(eq(listings.id, listingId), ne(listings.status, 'removed')))
      .returning({ title: listings.title, shopId: listings.shopId });
    const subject = { type: 'listing', id: listingId };
    await audit(tx, { actorId: moderatorId, action: 'listing.removed', subject, detail: { reportId } });
    if (listing === undefined) return undefined;
    const [shop] = await tx.select({ ownerId: shops.ownerId }).from(shops).where(eq(shops.id, listing.shopId));
    if (shop === undefined) throw new Error('the listing has no shop');
    const title = `“${listing.title}” was removed by the moderators`;
    const told: Notice = { userId: shop.ownerId, kind: 'listing_removed', title, url: `/shop/listings/${listingId}` };
    await notify(context, tx, told);
    return told;
  });
  if (notice !== undefined) announce(context, notice);
};

export const featureListing = (
  context: Context,
  moderatorId: string,
  listingId: string,
  featured: boolean,
): Promise<void> =>
  context.db.transaction(async (tx) => {
    const changed = await tx
      .update(listings)
      .set({ featured })
      .where(and(eq(listings.id, listingId), eq(listings.status, 'published')))
      .returning({ id: listings.id });
    if (changed.length === 0) throw notFound();
    await audit(tx, {
      actorId: moderatorId,
      action: 'listing.featured',
      subject: { type: 'listing', id: listingId },
      detail: { featured },
    });
  });

export const hideReview = (context: Context, moderatorId: string, reviewId: string): Promise<void> =>
  context.db.transaction(async (tx) => {
    const hidden = await tx
      .update(reviews)
      .set({ hiddenAt: new Date() })
      .where(and(eq(reviews.id, reviewId), isNull(reviews.hiddenAt)))
      .returning({ id: reviews.id });
    if (hidden.length === 0) throw notFound();
    await audit(tx, { actorId: moderatorId, action: 'review.hidden', subject: { type: 'review', id: reviewId } });
  });
