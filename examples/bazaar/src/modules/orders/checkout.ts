import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Database, Transaction } from '../../db/client.ts';
import { cartItems, carts, listings, orderItems, orders, shops } from '../../db/schema.ts';
import { conflict } from '../../http/errors.ts';
import type { Context } from '../../platform/context.ts';
import { audit } from '../audit/record.ts';
import { markCouponUsed, takeCoupon } from '../cart/coupon.ts';
import { checkBooking, lockCart } from '../cart/service.ts';
import { totalsOf, type Totals } from '../cart/totals.ts';
import type { checkout } from './schemas.ts';
import { lockListings, takeStock } from './stock.ts';

/** What the payments provider takes in one payment. */
const LEAST_CENTS = 50;
const MOST_CENTS = 99_999_999;

interface Line {
  listing: typeof listings.$inferSelect;
  unitCents: number;
  quantity: number;
  bookedFor: Date | null;
}

/**
 * Makes an order of the buyer's cart, all or nothing. The same key makes the same order: the cart's lock lets the second of two
 * requests wait until the first is committed, and then it finds the first one's order.
 */
export const placeOrder = async (
  context: Context,
  buyerId: string,
  key: string,
  values: z.output<typeof checkout>,
): Promise<{ orderId: string; created: boolean }> => {
  const known = await findByKey(context.db, buyerId, key);
  if (known !== undefined) return { orderId: known, created: false };
  return context.db.transaction(async (tx) => {
    const { couponCode } = await lockCart(tx, buyerId);
    const earlier = await findByKey(tx, buyerId, key);
    if (earlier !== undefined) return { orderId: earlier, created: false };
    const lines = await lockLines(tx, buyerId);
    const { shopId, currency } = await checkShop(tx, buyerId, lines);
    for (const { listing, quantity } of lines) await takeStock(tx, listing, quantity);
    const percentOff = couponCode === null ? undefined : await takeCoupon(tx, couponCode);
    const totals = checkTotals(totalsOf(lines, percentOff));
    const [order] = await tx
      .insert(orders)
      .values({ ...values, ...totals, buyerId, shopId, currency, couponCode, idempotencyKey: key })
      .returning({ id: orders.id });
    if (order === undefined) throw new Error('the order was not written');
    await tx.insert(orderItems).values(
      lines.map(({ listing, unitCents, quantity, bookedFor }) => ({
        orderId: order.id,
        listingId: listing.id,
        title: listing.title,
        unitCents,
        quantity,
        bookedFor,
      })),
    );
    if (couponCode !== null) await markCouponUsed(tx, { code: couponCode, userId: buyerId, orderId: order.id });
    await tx.delete(cartItems).where(eq(cartItems.userId, buyerId));
    await tx.update(carts).set({ couponCode: null }).where(eq(carts.userId, buyerId));
    const detail = { totalCents: totals.totalCents };
    await audit(tx, { actorId: buyerId, action: 'order.placed', subject: { type: 'order', id: order.id }, detail });
    return { orderId: order.id, created: true };
  });
};

const findByKey = async (db: Database | Transaction, buyerId: string, key: string): Promise<string | undefined> => {
  const [order] = await db
    .select({ id: orders.id })
    .from(orders)
    .where(and(eq(orders.buyerId, buyerId), eq(orders.idempotencyKey, key)));
  return order?.id;
};

/** What is in the cart, each with its listing locked and its price of this moment. */
const lockLines = async (tx: Transaction, buyerId: string): Promise<Line[]> => {
  const items = await tx.select().from(cartItems).where(eq(cartItems.userId, buyerId));
  if (items.length === 0) throw conflict('empty_cart', 'Your cart is empty.');
  const locked = await lockListings(
    tx,
    items.map(({ listingId }) => listingId),
  );
  return locked.map((listing) => {
    const item = items.find(({ listingId }) => listingId === listing.id);
    if (item === undefined || listing.status !== 'published') {
      throw conflict('not_available', 'Something in your cart is no longer for sale. Please take it out.');
    }
    checkBooking(listing.kind, item.bookedFor);
    return { listing, unitCents: listing.priceCents, quantity: item.quantity, bookedFor: item.bookedFor };
  });
};

const checkShop = async (
  tx: Transaction,
  buyerId: string,
  lines: readonly Line[],
): Promise<{ shopId: string; currency: string }> => {
  const [first, ...others] = lines.map(({ listing }) => listing);
  if (first === undefined) throw conflict('empty_cart', 'Your cart is empty.');
  if (others.some(({ shopId, currency }) => shopId !== first.shopId || currency !== first.currency)) {
    throw conflict('other_shop', 'Your cart holds things of several shops. Please order them one by one.');
  }
  const [shop] = await tx.select({ ownerId: shops.ownerId }).from(shops).where(eq(shops.id, first.shopId));
  if (shop?.ownerId === buyerId) throw conflict('own_shop', 'You cannot buy from your own shop.');
  return { shopId: first.shopId, currency: first.currency };
};

const checkTotals = (totals: Totals): Totals => {
  if (totals.totalCents < LEAST_CENTS) throw conflict('total_too_small', 'An order must come to at least €0.50.');
  if (totals.totalCents > MOST_CENTS) throw conflict('total_too_large', 'This is more than one payment can carry.');
  return totals;
};
