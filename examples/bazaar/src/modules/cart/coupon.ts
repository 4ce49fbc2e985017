import { and, eq, gt, lt, sql } from 'drizzle-orm';
import { carts, coupons, couponUses } from '../../db/schema.ts';
import type { Transaction } from '../../db/client.ts';
import { conflict, type HttpError } from '../../http/errors.ts';
import type { Context } from '../../platform/context.ts';
import { lockCart } from './service.ts';

/** The same for an unknown, an ended and a used-up code: codes are not to be found by trying. */
export const couponRefused = (): HttpError => conflict('coupon_refused', 'This coupon cannot be used.');

/** Whether a code may be used now, by anybody. */
export const usableCoupon = (code: string) =>
  and(eq(coupons.code, code), gt(coupons.expiresAt, new Date()), lt(coupons.usedCount, coupons.maxUses));

/** Puts a coupon in the cart. It is counted at checkout, not before. */
export const setCoupon = async (context: Context, userId: string, code: string): Promise<void> => {
  await context.db.transaction(async (tx) => {
    await lockCart(tx, userId);
    const [coupon] = await tx.select({ code: coupons.code }).from(coupons).where(usableCoupon(code));
    if (coupon === undefined) throw couponRefused();
    const [used] = await tx
      .select({ code: couponUses.code })
      .from(couponUses)
      .where(and(eq(couponUses.code, code), eq(couponUses.userId, userId)));
    if (used !== undefined) throw couponRefused();
    await tx.update(carts).set({ couponCode: code }).where(eq(carts.userId, userId));
  });
};

export const clearCoupon = async (context: Context, userId: string): Promise<void> => {
  await context.db.update(carts).set({ couponCode: null }).where(eq(carts.userId, userId));
};

/** Counts one use. The last use goes to one of two that come at once; the other is refused. */
export const takeCoupon = async (tx: Transaction, code: string): Promise<number> => {
  const [coupon] = await tx
    .update(coupons)
    .set({ usedCount: sql`${coupons.usedCount} + 1` })
    .where(usableCoupon(code))
    .returning({ percentOff: coupons.percentOff });
  if (coupon === undefined) throw couponRefused();
  return coupon.percentOff;
};

/** Once for each buyer: the primary key of coupon_uses holds the rule. */
export const markCouponUsed = async (
  tx: Transaction,
  use: { code: string; userId: string; orderId: string },
): Promise<void> => {
  const written = await tx.insert(couponUses).values(use).onConflictDoNothing().returning({ code: couponUses.code });
  if (written.length === 0) throw couponRefused();
};

export const giveBackCoupon = async (tx: Transaction, code: string, orderId: string): Promise<void> => {
  await tx
    .update(coupons)
    .set({ usedCount: sql`${coupons.usedCount} - 1` })
    .where(eq(coupons.code, code));
  await tx.delete(couponUses).where(eq(couponUses.orderId, orderId));
};
