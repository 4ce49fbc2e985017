import { asc, eq } from 'drizzle-orm';
import { cartItems, carts, coupons, listings, shops } from '../../db/schema.ts';
import type { Context } from '../../platform/context.ts';
import type { CartView } from './schemas.ts';
import { totalsOf } from './totals.ts';

/** The cart with today's prices. What its seller took back shows neither title nor price. */
export const readCart = async ({ db }: Context, userId: string): Promise<CartView> => {
  const rows = await db
    .select({ item: cartItems, listing: listings, shop: { name: shops.name, slug: shops.slug } })
    .from(cartItems)
    .innerJoin(listings, eq(listings.id, cartItems.listingId))
    .innerJoin(shops, eq(shops.id, listings.shopId))
    .where(eq(cartItems.userId, userId))
    .orderBy(asc(listings.title), asc(listings.id));
  const [coupon] = await db
    .select({ code: coupons.code, percentOff: coupons.percentOff })
    .from(carts)
    .innerJoin(coupons, eq(coupons.code, carts.couponCode))
    .where(eq(carts.userId, userId));
  const items = rows.map(({ item, listing }) => {
    const published = listing.status === 'published';
    return {
      listingId: listing.id,
      title: published ? listing.title : 'No longer for sale',
      kind: listing.kind,
      unitCents: published ? listing.priceCents : 0,
      quantity: item.quantity,
      bookedFor: item.bookedFor,
      available: published && listing.stock >= item.quantity,
    };
  });
  return {
    shop: rows[0]?.shop ?? null,
    items,
    coupon: coupon ?? null,
    ...totalsOf(items, coupon?.percentOff),
    currency: rows[0]?.listing.currency ?? 'eur',
  };
};
