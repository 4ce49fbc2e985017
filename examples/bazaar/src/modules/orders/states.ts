import { and, inArray, type SQL } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { orders } from '../../db/schema.ts';
import type { OrderStatus } from '../../db/types.ts';
import { conflict, notFound } from '../../http/errors.ts';

export type Order = typeof orders.$inferSelect;

/** What has been paid and not been given back. */
export const REFUNDABLE = ['paid', 'shipped', 'delivered', 'completed'] as const satisfies readonly OrderStatus[];

/** Which step leads where, and from which states. `delivered` is set by the carrier's webhook, from `shipped`. */
const STEPS = {
  pay: { from: ['pending_payment'], to: 'paid' },
  cancel: { from: ['pending_payment'], to: 'cancelled' },
  ship: { from: ['paid'], to: 'shipped' },
  complete: { from: ['shipped', 'delivered'], to: 'completed' },
  refund: { from: REFUNDABLE, to: 'refunded' },
} as const satisfies Record<string, { from: readonly OrderStatus[]; to: OrderStatus }>;

/**
 * Moves one order a step on, if it is one of `whose` and in a state that the step starts from: one update, so that of two at once
 * only one succeeds. An order that is not one of `whose` is a 404, one in another state a 409.
 */
export const advance = async (
  tx: Transaction,
  step: keyof typeof STEPS,
  whose: SQL | undefined,
  { set = {}, still }: { set?: Partial<Order>; still?: SQL } = {},
): Promise<Order> => {
  const { from, to } = STEPS[step];
  const [moved] = await tx
    .update(orders)
    .set({ ...set, status: to })
    .where(and(whose, inArray(orders.status, [...from]), still))
    .returning();
  if (moved !== undefined) return moved;
  const [other] = await tx.select({ status: orders.status }).from(orders).where(whose);
  throw other === undefined ? notFound() : wrongState(other.status);
};

export const wrongState = (status: OrderStatus): Error =>
  conflict('wrong_state', `This is not possible while the order is ${status.replace('_', ' ')}.`);
