import { desc, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { payoutAccounts, payouts, shops, users } from '../../db/schema.ts';
import { notFound } from '../../http/errors.ts';
import type { Context } from '../../platform/context.ts';
import type { AdminPayout, payoutSearch } from './schemas.ts';

const rowsOf = ({ db }: Pick<Context, 'db'>) =>
  db
    .select({
      payout: payouts,
      shop: { name: shops.name, slug: shops.slug },
      requestedBy: { id: users.id, name: users.name },
      account: { holder: payoutAccounts.holder, ibanLast4: payoutAccounts.ibanLast4 },
    })
    .from(payouts)
    .innerJoin(shops, eq(shops.id, payouts.shopId))
    .innerJoin(users, eq(users.id, payouts.requestedBy))
    .leftJoin(payoutAccounts, eq(payoutAccounts.shopId, payouts.shopId))
    .$dynamic();

export const listPayouts = async (
  context: Context,
  { status, limit, offset }: z.infer<typeof payoutSearch>,
): Promise<AdminPayout[]> => {
  const rows = await rowsOf(context)
    .where(status && eq(payouts.status, status))
    .orderBy(desc(payouts.createdAt), payouts.id)
    .limit(limit)
    .offset(offset);
  return rows.map(view);
};

export const findPayout = async (context: Pick<Context, 'db'>, id: string): Promise<AdminPayout> => {
  const [row] = await rowsOf(context).where(eq(payouts.id, id));
  if (row === undefined) throw notFound();
  return view(row);
};

type Row = Awaited<ReturnType<typeof rowsOf>>[number];

const view = ({ payout, shop, requestedBy, account }: Row): AdminPayout => ({
  id: payout.id,
  shop,
  amountCents: payout.amountCents,
  currency: payout.currency,
  status: payout.status,
  requestedBy,
  account,
  rejectionReason: payout.rejectionReason,
  createdAt: payout.createdAt,
  decidedAt: payout.decidedAt,
});
