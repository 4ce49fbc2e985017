import { and, desc, eq, inArray, or, type SQL } from 'drizzle-orm';
import { orderItems, orders } from '../../db/schema.ts';
import type { Context } from '../../platform/context.ts';

/** Who asks. Taken from the session or token, never from what the model says. */
export interface Caller {
  userId: string;
  /** Null for who has no shop. */
  shopId: string | null;
}

/** What the model may know of an order: no addresses, notes, names or ways to reach anybody. */
interface OrderView {
  orderId: string;
  youAre: 'buyer' | 'seller';
  status: string;
  total: string;
  placedAt: string;
  items: { title: string; quantity: number }[];
}

const isPartyTo = ({ userId, shopId }: Caller): SQL | undefined =>
  or(eq(orders.buyerId, userId), shopId === null ? undefined : eq(orders.shopId, shopId));

/** Orders that the caller placed or that were placed in the caller's shop, newest first. */
export const readOrders = async (
  { db }: Context,
  caller: Caller,
  { orderId, limit }: { orderId?: string; limit: number },
): Promise<OrderView[]> => {
  const rows = await db
    .select({
      id: orders.id,
      buyerId: orders.buyerId,
      status: orders.status,
      totalCents: orders.totalCents,
      createdAt: orders.createdAt,
    })
    .from(orders)
    .where(and(isPartyTo(caller), orderId === undefined ? undefined : eq(orders.id, orderId)))
    .orderBy(desc(orders.createdAt))
    .limit(limit);
  if (rows.length === 0) return [];
  const items = await db
    .select({ orderId: orderItems.orderId, title: orderItems.title, quantity: orderItems.quantity })
    .from(orderItems)
    .where(
      inArray(
        orderItems.orderId,
        rows.map(({ id }) => id),
      ),
    );
  return rows.map(({ id, buyerId, status, totalCents, createdAt }) => ({
    orderId: id,
    youAre: buyerId === caller.userId ? 'buyer' : 'seller',
    status,
    total: `EUR ${(totalCents / 100).toFixed(2)}`,
    placedAt: createdAt.toISOString(),
    items: items.filter((item) => item.orderId === id).map(({ title, quantity }) => ({ title, quantity })),
  }));
};
