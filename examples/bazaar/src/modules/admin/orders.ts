import { asc, desc, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { orderItems, orders, refunds, shops, users } from '../../db/schema.ts';
import { notFound } from '../../http/errors.ts';
import type { Context } from '../../platform/context.ts';
import type { AdminOrder, AdminOrderDetail, orderSearch } from './schemas.ts';

/** Where it is sent, notes and messages are between buyer and seller. */
const columns = {
  id: orders.id,
  status: orders.status,
  subtotalCents: orders.subtotalCents,
  discountCents: orders.discountCents,
  totalCents: orders.totalCents,
  currency: orders.currency,
  couponCode: orders.couponCode,
  buyer: { id: users.id, name: users.name },
  shop: { name: shops.name, slug: shops.slug },
  createdAt: orders.createdAt,
  paidAt: orders.paidAt,
};

const rowsOf = ({ db }: Context) =>
  db
    .select(columns)
    .from(orders)
    .innerJoin(users, eq(users.id, orders.buyerId))
    .innerJoin(shops, eq(shops.id, orders.shopId))
    .$dynamic();

export const listOrders = (
  context: Context,
  { status, limit, offset }: z.infer<typeof orderSearch>,
): Promise<AdminOrder[]> =>
  rowsOf(context)
    .where(status && eq(orders.status, status))
    .orderBy(desc(orders.createdAt), orders.id)
    .limit(limit)
    .offset(offset);

export const findOrder = async (context: Context, id: string): Promise<AdminOrderDetail> => {
  const [order] = await rowsOf(context).where(eq(orders.id, id));
  if (order === undefined) throw notFound();
  const items = await context.db
    .select({
      listingId: orderItems.listingId,
      title: orderItems.title,
      unitCents: orderItems.unitCents,
      quantity: orderItems.quantity,
    })
    .from(orderItems)
    .where(eq(orderItems.orderId, id));
  const refunded = await context.db
    .select({ id: refunds.id, amountCents: refunds.amountCents, status: refunds.status, createdAt: refunds.createdAt })
    .from(refunds)
    .where(eq(refunds.orderId, id))
    .orderBy(asc(refunds.createdAt));
  return { ...order, items, refunds: refunded };
};
