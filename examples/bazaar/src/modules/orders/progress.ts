import { and, eq } from 'drizzle-orm';
import { orders } from '../../db/schema.ts';
import type { Context } from '../../platform/context.ts';
import { audit } from '../audit/record.ts';
import { advance } from './states.ts';
import { transact } from './tell.ts';

/** The seller has sent what was paid for. */
export const shipOrder = (
  context: Context,
  seller: { userId: string; shopId: string },
  orderId: string,
  trackingCode: string,
): Promise<void> =>
  transact(context, async (tx, tell) => {
    const whose = and(eq(orders.id, orderId), eq(orders.shopId, seller.shopId));
    const order = await advance(tx, 'ship', whose, { set: { trackingCode, shippedAt: new Date() } });
    await audit(tx, { actorId: seller.userId, action: 'order.shipped', subject: { type: 'order', id: orderId } });
    await tell(order, 'order.shipped', { buyer: 'Your order is on its way', seller: 'You marked an order as shipped' });
  });

/** The buyer has what was ordered. From now on it can be paid out. */
export const completeOrder = (context: Context, buyerId: string, orderId: string): Promise<void> =>
  transact(context, async (tx, tell) => {
    const whose = and(eq(orders.id, orderId), eq(orders.buyerId, buyerId));
    const order = await advance(tx, 'complete', whose, { set: { completedAt: new Date() } });
    await audit(tx, { actorId: buyerId, action: 'order.completed', subject: { type: 'order', id: orderId } });
    await tell(order, 'order.completed', { buyer: 'Your order is completed', seller: 'An order was completed' });
  });
