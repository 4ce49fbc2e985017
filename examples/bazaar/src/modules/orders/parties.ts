import { and, eq, or, type SQL } from 'drizzle-orm';
import type { Database, Transaction } from '../../db/client.ts';
import { orders, shops, users } from '../../db/schema.ts';
import { notFound } from '../../http/errors.ts';
import type { Principal } from '../../http/principal.ts';
import type { Notice } from '../notifications/notify.ts';
import type { Order } from './states.ts';

export type Reader = Pick<Principal, 'id' | 'shopId'>;

/** An order with its two parties, seen by one of them. */
export interface PartyOrder {
  order: Order;
  party: 'buyer' | 'seller';
  shop: { name: string; slug: string; ownerId: string };
  buyer: { name: string };
}

export const partyColumns = {
  order: orders,
  shop: { name: shops.name, slug: shops.slug, ownerId: shops.ownerId },
  buyer: { name: users.name },
};

/** Orders that the reader bought, or that their shop sold. Nobody else has a part in an order. */
const involving = ({ id, shopId }: Reader): SQL | undefined =>
  shopId === null ? eq(orders.buyerId, id) : or(eq(orders.buyerId, id), eq(orders.shopId, shopId));

/** The order, if the reader is one of its parties. */
export const findPartyOrder = async (
  db: Database | Transaction,
  reader: Reader,
  orderId: string,
): Promise<PartyOrder> => {
  const [row] = await db
    .select(partyColumns)
    .from(orders)
    .innerJoin(shops, eq(shops.id, orders.shopId))
    .innerJoin(users, eq(users.id, orders.buyerId))
    .where(and(eq(orders.id, orderId), involving(reader)));
  if (row === undefined) throw notFound();
  return { ...row, party: row.order.buyerId === reader.id ? 'buyer' : 'seller' };
};

/** Notices for the given parties, each leading to the page that is theirs. */
export const noticesFor = async (
  tx: Transaction,
  { id, buyerId, shopId }: Pick<Order, 'id' | 'buyerId' | 'shopId'>,
  titles: { buyer?: string; seller?: string },
  kind: string,
): Promise<Notice[]> => {
  const notices: Notice[] = [];
  if (titles.buyer !== undefined) notices.push({ userId: buyerId, kind, title: titles.buyer, url: `/orders/${id}` });
  if (titles.seller !== undefined) {
    const [shop] = await tx.select({ ownerId: shops.ownerId }).from(shops).where(eq(shops.id, shopId));
    if (shop !== undefined)
      notices.push({ userId: shop.ownerId, kind, title: titles.seller, url: `/shop/orders/${id}` });
  }
  return notices;
};
