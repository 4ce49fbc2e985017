import { and, asc, eq, gte, inArray, sql } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { listings, orderItems } from '../../db/schema.ts';
import { conflict } from '../../http/errors.ts';

type Listing = typeof listings.$inferSelect;

/** Locks listings always in the order of their ids, so that two checkouts cannot wait for each other. */
export const lockListings = (tx: Transaction, ids: readonly string[]): Promise<Listing[]> =>
  tx
    .select()
    .from(listings)
    .where(inArray(listings.id, [...ids]))
    .orderBy(asc(listings.id))
    .for('update');

/** Takes from the stock what is there; never more. */
export const takeStock = async (tx: Transaction, listing: Listing, quantity: number): Promise<void> => {
  const taken = await tx
    .update(listings)
    .set({ stock: sql`${listings.stock} - ${quantity}` })
    .where(and(eq(listings.id, listing.id), eq(listings.status, 'published'), gte(listings.stock, quantity)))
    .returning({ id: listings.id });
  if (taken.length === 0) throw conflict('out_of_stock', `There are not so many left of “${listing.title}”.`);
};

export const giveBackStock = async (tx: Transaction, orderId: string): Promise<void> => {
  const items = await tx.select().from(orderItems).where(eq(orderItems.orderId, orderId));
  await lockListings(
    tx,
    items.map(({ listingId }) => listingId),
  );
  for (const { listingId, quantity } of items) {
    await tx
      .update(listings)
      .set({ stock: sql`${listings.stock} + ${quantity}` })
      .where(eq(listings.id, listingId));
  }
};
