import { desc } from 'drizzle-orm';
import type { z } from 'zod';
import { coupons } from '../../db/schema.ts';
import { badRequest, conflict } from '../../http/errors.ts';
import type { page } from '../../http/validate.ts';
import type { Context } from '../../platform/context.ts';
import { audit } from '../audit/record.ts';
import type { Coupon, newCoupon } from './schemas.ts';

export const listCoupons = async ({ db }: Context, { limit, offset }: z.infer<typeof page>): Promise<Coupon[]> => {
  const rows = await db
    .select()
    .from(coupons)
    .orderBy(desc(coupons.createdAt), coupons.code)
    .limit(limit)
    .offset(offset);
  return rows.map(view);
};

export const createCoupon = async (
  context: Context,
  adminId: string,
  { code, percentOff, maxUses, expiresAt }: z.infer<typeof newCoupon>,
): Promise<Coupon> => {
  if (expiresAt.getTime() <= Date.now())
    throw badRequest('This coupon would be over already.', { expiresAt: 'is past' });
  return context.db.transaction(async (tx) => {
    const [created] = await tx
      .insert(coupons)
      .values({ code, percentOff, maxUses, expiresAt })
      .onConflictDoNothing()
      .returning();
    if (created === undefined) throw conflict('code_taken', 'There is a coupon with this code.');
    const detail = { percentOff, maxUses };
    await audit(tx, { actorId: adminId, action: 'coupon.created', subject: { type: 'coupon', id: code }, detail });
    return view(created);
  });
};

const view = (row: typeof coupons.$inferSelect): Coupon => ({
  code: row.code,
  percentOff: row.percentOff,
  maxUses: row.maxUses,
  usedCount: row.usedCount,
  expiresAt: row.expiresAt,
  createdAt: row.createdAt,
});
