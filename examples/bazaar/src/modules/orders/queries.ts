import { asc, desc, eq, inArray, type SQL } from 'drizzle-orm';
import { orderItems, orders, shops, users } from '../../db/schema.ts';
import type { Context } from '../../platform/context.ts';
import { findPartyOrder, partyColumns, type PartyOrder, type Reader } from './parties.ts';
import type { OrderView } from './schemas.ts';

interface Page {
  limit: number;
  offset: number;
}

export const findOrder = async (context: Context, reader: Reader, orderId: string): Promise<OrderView> => {
  const [view] = await withItems(context, [await findPartyOrder(context.db, reader, orderId)]);
  if (view === undefined) throw new Error('an order without a view');
  return view;
};

/** What the user bought, newest first. */
export const listBought = (context: Context, buyerId: string, page: Page): Promise<OrderView[]> =>
  list(context, 'buyer', eq(orders.buyerId, buyerId), page);

/** What the shop sold, newest first. */
export const listSold = (context: Context, shopId: string, page: Page): Promise<OrderView[]> =>
  list(context, 'seller', eq(orders.shopId, shopId), page);

const list = async (
  context: Context,
  party: PartyOrder['party'],
  whose: SQL,
  { limit, offset }: Page,
): Promise<OrderView[]> => {
  const rows = await context.db
    .select(partyColumns)
    .from(orders)
    .innerJoin(shops, eq(shops.id, orders.shopId))
    .innerJoin(users, eq(users.id, orders.buyerId))
    .where(whose)
    .orderBy(desc(orders.createdAt), asc(orders.id))
    .limit(limit)
    .offset(offset);
  return withItems(
    context,
    rows.map((row) => ({ ...row, party })),
  );
};

const withItems = async ({ db }: Context, rows: readonly PartyOrder[]): Promise<OrderView[]> => {
  const ids = rows.map(({ order }) => order.id);
  const items =
    ids.length === 0
      ? []
      : await db.select().from(orderItems).where(inArray(orderItems.orderId, ids)).orderBy(asc(orderItems.title));
  return rows.map((row) =>
    viewOf(
      row,
      items.filter(({ orderId }) => orderId === row.order.id),
    ),
  );
};

/** What each party may see: the seller gets the address and the note when there is something to send, the coupon never. */
const viewOf = (
  { order, party, shop, buyer }: PartyOrder,
  items: readonly (typeof orderItems.$inferSelect)[],
): OrderView => {
  const maySeeAddress = party === 'buyer' || order.paidAt !== null;
  return {
    id: order.id,
    status: order.status,
    party,
    shop: { name: shop.name, slug: shop.slug },
    buyer,
    items: items.map(({ listingId, title, unitCents, quantity, bookedFor }) => ({
      listingId,
      title,
      unitCents,
      quantity,
      bookedFor,
    })),
    subtotalCents: order.subtotalCents,
    discountCents: order.discountCents,
    totalCents: order.totalCents,
    currency: order.currency,
    couponCode: party === 'buyer' ? order.couponCode : null,
    shippingAddress: maySeeAddress ? order.shippingAddress : null,
    buyerNote: maySeeAddress ? order.buyerNote : null,
    trackingCode: order.trackingCode,
    createdAt: order.createdAt,
    paidAt: order.paidAt,
    shippedAt: order.shippedAt,
    deliveredAt: order.deliveredAt,
    completedAt: order.completedAt,
  };
};
