import { and, desc, eq, gt, sql, type SQL } from 'drizzle-orm';
import { payoutProposals } from '../../db/schema.ts';
import { conflict, notFound } from '../../http/errors.ts';
import type { Context } from '../../platform/context.ts';
import { audit } from '../audit/record.ts';
import { checkOwnPassword } from '../auth/credentials.ts';
import { balanceOf } from '../payouts/balance.ts';
import type { Payout } from '../payouts/schemas.ts';
import { requestPayout } from '../payouts/service.ts';

import type { ProposalView } from './schemas.ts';

/** The seller whose proposals these are. */
export interface Owner {
  userId: string;
  shopId: string;
}

const OPEN_FOR = 15 * 60_000;

const view = ({
  id,
  amountCents,
  status,
  createdAt,
  expiresAt,
}: typeof payoutProposals.$inferSelect): ProposalView => ({
  id,
  amountCents,
  status: status === 'open' && expiresAt <= new Date() ? 'expired' : status,
  createdAt,
  expiresAt,
});

const ownedBy = ({ userId, shopId }: Owner): SQL | undefined =>
  and(eq(payoutProposals.userId, userId), eq(payoutProposals.shopId, shopId));
const stillOpen = and(eq(payoutProposals.status, 'open'), gt(payoutProposals.expiresAt, sql`now()`));

export const listProposals = async ({ db }: Context, owner: Owner): Promise<ProposalView[]> => {
  const rows = await db
    .select()
    .from(payoutProposals)
    .where(ownedBy(owner))
    .orderBy(desc(payoutProposals.createdAt))
    .limit(20);
  return rows.map(view);
};

/** Writes down what the assistant was asked for; a new one takes the place of the open one. Moves no money. */
export const preparePayout = async (context: Context, owner: Owner): Promise<ProposalView> => {
  const { amountCents } = await balanceOf(context, owner.shopId);
  if (amountCents <= 0) throw conflict('nothing_to_pay_out', 'There is nothing to pay out.');
  return context.db.transaction(async (tx) => {
    await tx
      .update(payoutProposals)
      .set({ status: 'dropped' })
      .where(and(ownedBy(owner), eq(payoutProposals.status, 'open')));
    const [added] = await tx
      .insert(payoutProposals)
      .values({ ...owner, amountCents, expiresAt: new Date(Date.now() + OPEN_FOR) })
      .returning();
    if (added === undefined) throw new Error('the proposal was not written');
    const subject = { type: 'payout_proposal', id: added.id };
    await audit(tx, { actorId: owner.userId, action: 'payout.proposed', subject, detail: { amountCents } });
    return view(added);
  });
};

/**
 * The owner's own word, with the password. Asks for exactly the amount that was shown; the proposal is used up in the
 * transaction that makes the payout, so that it counts once.
 */
export const confirmProposal = async (
  context: Context,
  owner: Owner,
  id: string,
  password: string,
): Promise<Payout> => {
  const [proposal] = await context.db
    .select({ amountCents: payoutProposals.amountCents })
    .from(payoutProposals)
    .where(and(eq(payoutProposals.id, id), ownedBy(owner)));
  if (proposal === undefined) throw notFound();
  await checkOwnPassword(context, owner.userId, password);
  return requestPayout(context, owner, {
    expectedCents: proposal.amountCents,
    also: async (tx, payoutId) => {
      const used = await tx
        .update(payoutProposals)
        .set({ status: 'confirmed' })
        .where(and(eq(payoutProposals.id, id), ownedBy(owner), stillOpen))
        .returning({ id: payoutProposals.id });
      if (used.length === 0) throw conflict('not_open', 'This proposal is no longer open.');
      const subject = { type: 'payout_proposal', id };
      await audit(tx, { actorId: owner.userId, action: 'payout.confirmed', subject, detail: { payoutId } });
    },
  });
};

/** Dropping twice changes nothing. */
export const dropProposal = async ({ db }: Context, owner: Owner, id: string): Promise<ProposalView> => {
  const [dropped] = await db
    .update(payoutProposals)
    .set({ status: 'dropped' })
    .where(and(eq(payoutProposals.id, id), ownedBy(owner), eq(payoutProposals.status, 'open')))
    .returning();
  if (dropped !== undefined) return view(dropped);
  const [known] = await db
    .select()
    .from(payoutProposals)
    .where(and(eq(payoutProposals.id, id), ownedBy(owner)));
  if (known === undefined) throw notFound();
  if (known.status !== 'dropped') throw conflict('not_open', 'This proposal is no longer open.');
  return view(known);
};
