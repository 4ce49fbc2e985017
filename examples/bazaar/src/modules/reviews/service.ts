import { and, desc, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import type { Database, Transaction } from '../../db/client.ts';
import { listings, orderItems, orders, reviews, shops, users } from '../../db/schema.ts';
import { conflict, notFound } from '../../http/errors.ts';
import type { Context } from '../../platform/context.ts';
import { announce, notify, type Notice } from '../notifications/notify.ts';
import type { newReview, PublicReview } from './schemas.ts';

const MOST_SHOWN = 100;

const columns = {
  id: reviews.id,
  rating: reviews.rating,
  body: reviews.body,
  authorName: users.name,
  createdAt: reviews.createdAt,
};

/** The reviews of a published listing, newest first, without those that a moderator hid. */
export const listReviews = async (context: Context, listingId: string): Promise<PublicReview[]> => {
  const rows = await context.db
    .select(columns)
    .from(reviews)
    .innerJoin(users, eq(users.id, reviews.authorId))
    .innerJoin(listings, eq(listings.id, reviews.listingId))
    .where(and(eq(reviews.listingId, listingId), eq(listings.status, 'published'), isNull(reviews.hiddenAt)))
    .orderBy(desc(reviews.createdAt))
    .limit(MOST_SHOWN);
  return rows.map(publicView);
};

/** The bought thing that a buyer may write about, or why not. */
export const findReviewable = async (
  db: Database | Transaction,
  buyerId: string,
  { orderId, listingId }: { orderId: string; listingId: string },
): Promise<{ title: string; sellerId: string }> => {
  const [bought] = await db
    .select({ title: orderItems.title, sellerId: shops.ownerId, status: orders.status })
    .from(orderItems)
    .innerJoin(orders, eq(orders.id, orderItems.orderId))
    .innerJoin(shops, eq(shops.id, orders.shopId))
    .where(and(eq(orders.id, orderId), eq(orders.buyerId, buyerId), eq(orderItems.listingId, listingId)))
    .for('share', { of: orders });
  if (bought === undefined) throw notFound();
  if (bought.status !== 'completed')
    throw conflict('not_completed', 'You can review this when the order is completed.');
  return bought;
};

/** One review for each listing of an order; the database holds the rule when two come at once. */
export const addReview = async (
  context: Context,
  author: { id: string; name: string },
  orderId: string,
  { listingId, rating, body }: z.infer<typeof newReview>,
): Promise<PublicReview> => {
  const { review, notice } = await context.db.transaction(async (tx) => {
    const { title, sellerId } = await findReviewable(tx, author.id, { orderId, listingId });
    const [added] = await tx
      .insert(reviews)
      .values({ orderId, listingId, authorId: author.id, rating, body })
      .onConflictDoNothing()
      .returning();
    if (added === undefined) throw conflict('already_reviewed', 'You have already reviewed this.');
    const told: Notice = {
      userId: sellerId,
      kind: 'review',
      title: `New review of “${title}”`,
      url: `/listings/${listingId}`,
    };
    await notify(context, tx, told);
    return { review: publicView({ ...added, authorName: author.name }), notice: told };
  });
  announce(context, notice);
  return review;
};

const publicView = (row: Omit<PublicReview, 'author'> & { authorName: string }): PublicReview => ({
  id: row.id,
  rating: row.rating,
  body: row.body,
  author: row.authorName.split(/\s+/)[0] ?? '',
  createdAt: row.createdAt,
});
