import { and, eq, ne } from 'drizzle-orm';
import type { z } from 'zod';
import type { Transaction } from '../../db/client.ts';
import { cartItems, carts, listings, shops } from '../../db/schema.ts';
import { badRequest, conflict, notFound } from '../../http/errors.ts';
import type { Context } from '../../platform/context.ts';
import type { cartLine } from './schemas.ts';

const MOST_LINES = 50;

/** Locks the user's cart, so that two requests of one user that change or order it follow each other. */
export const lockCart = async (tx: Transaction, userId: string): Promise<typeof carts.$inferSelect> => {
  await tx.insert(carts).values({ userId }).onConflictDoNothing();
  const [cart] = await tx.select().from(carts).where(eq(carts.userId, userId)).for('update');
  if (cart === undefined) throw new Error('the cart was not written');
  return cart;
};

/** Sets how many of a published listing are in the cart. Sent twice it changes nothing more. */
export const putItem = async (
  context: Context,
  userId: string,
  listingId: string,
  line: z.output<typeof cartLine>,
): Promise<void> => {
  await context.db.transaction(async (tx) => {
    await lockCart(tx, userId);
    const [found] = await tx
      .select({ listing: listings, ownerId: shops.ownerId })
      .from(listings)
      .innerJoin(shops, eq(shops.id, listings.shopId))
      .where(and(eq(listings.id, listingId), eq(listings.status, 'published')));
    if (found === undefined) throw notFound();
    if (found.ownerId === userId) throw conflict('own_shop', 'You cannot buy from your own shop.');
    checkBooking(found.listing.kind, line.bookedFor);
    if (found.listing.stock < line.quantity) throw conflict('out_of_stock', 'There are not so many left.');
    await checkOthers(tx, userId, found.listing);
    const values = { quantity: line.quantity, bookedFor: line.bookedFor ?? null };
    await tx
      .insert(cartItems)
      .values({ userId, listingId, ...values })
      .onConflictDoUpdate({ target: [cartItems.userId, cartItems.listingId], set: values });
  });
};

/** A booking is for a time to come; a product has none. */
export const checkBooking = (kind: 'product' | 'booking', bookedFor: Date | null | undefined): void => {
  const given = bookedFor ?? null;
  if (kind === 'product' && given !== null)
    throw badRequest('This is not booked for a time.', { bookedFor: 'must be left out' });
  if (kind === 'booking' && (given === null || given.getTime() <= Date.now())) {
    throw badRequest('Please choose a time to come.', { bookedFor: 'must be a time to come' });
  }
};

const checkOthers = async (tx: Transaction, userId: string, listing: { id: string; shopId: string }): Promise<void> => {
  const others = await tx
    .select({ shopId: listings.shopId })
    .from(cartItems)
    .innerJoin(listings, eq(listings.id, cartItems.listingId))
    .where(and(eq(cartItems.userId, userId), ne(cartItems.listingId, listing.id)));
  if (others.some(({ shopId }) => shopId !== listing.shopId)) {
    throw conflict('other_shop', 'Your cart holds things of another shop. Order those first, or take them out.');
  }
  if (others.length >= MOST_LINES) throw conflict('cart_full', 'Your cart is full.');
};

/** Taking out what is not there is no error. */
export const removeItem = async (context: Context, userId: string, listingId: string): Promise<void> => {
  await context.db.delete(cartItems).where(and(eq(cartItems.userId, userId), eq(cartItems.listingId, listingId)));
};
