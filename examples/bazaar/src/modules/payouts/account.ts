import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { payoutAccounts } from '../../db/schema.ts';
import { notFound } from '../../http/errors.ts';
import type { Context } from '../../platform/context.ts';
import { sha256 } from '../../platform/secrets.ts';
import { audit } from '../audit/record.ts';
import { checkOwnPassword, holdUser } from '../auth/credentials.ts';
import { announce, notify, type Notice } from '../notifications/notify.ts';
import type { newPayoutAccount, PayoutAccount } from './schemas.ts';

const columns = {
  holder: payoutAccounts.holder,
  ibanLast4: payoutAccounts.ibanLast4,
  updatedAt: payoutAccounts.updatedAt,
};

export const findPayoutAccount = async ({ db }: Context, shopId: string): Promise<PayoutAccount> => {
  const [account] = await db.select(columns).from(payoutAccounts).where(eq(payoutAccounts.shopId, shopId));
  if (account === undefined) throw notFound();
  return account;
};

/** Asks for the password, gives the number to the payments provider, and tells the owner by mail. */
export const setPayoutAccount = async (
  context: Context,
  owner: { userId: string; shopId: string },
  { holder, iban, password }: z.infer<typeof newPayoutAccount>,
): Promise<PayoutAccount> => {
  const user = await checkOwnPassword(context, owner.userId, password);
  // The same account sent twice is one account at the provider.
  const key = `account-${owner.shopId}-${sha256(`${holder}\n${iban}`).slice(0, 32)}`;
  const { id: providerAccountId } = await context.payments.createAccount({ name: holder, iban, key });
  const notice: Notice = {
    userId: owner.userId,
    kind: 'payout_account',
    title: 'The account that your payouts go to was changed',
    url: '/shop/payout-account',
  };
  const values = { holder, ibanLast4: iban.slice(-4), providerAccountId, updatedAt: new Date() };
  const account = await context.db.transaction(async (tx) => {
    await holdUser(tx, user);
    const [written] = await tx
      .insert(payoutAccounts)
      .values({ shopId: owner.shopId, ...values })
      .onConflictDoUpdate({ target: payoutAccounts.shopId, set: values })
      .returning(columns);
    if (written === undefined) throw new Error('the payout account was not written');
    const subject = { type: 'shop', id: owner.shopId };
    await audit(tx, { actorId: owner.userId, action: 'payout_account.changed', subject });
    await notify(context, tx, notice);
    return written;
  });
  announce(context, notice);
  return account;
};
