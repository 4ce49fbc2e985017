import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import type { Transaction } from '../../db/client.ts';
import { users } from '../../db/schema.ts';
import type { Context } from '../../platform/context.ts';
import { hashPassword } from '../../platform/secrets.ts';
import { audit } from '../audit/record.ts';
import { badToken, issueMailToken, spendMailToken, tryMailCode } from './mail-tokens.ts';
import { alreadyRegisteredMail, verificationMail } from './mails.ts';
import { refuseWeakPassword } from './passwords.ts';
import type { signUpBody } from './schemas.ts';

/** Makes an account that is not confirmed yet. When the address has one already, its owner gets a mail and the caller no other answer. */
export const signUp = async (
  context: Context,
  { email, password, name }: z.infer<typeof signUpBody>,
): Promise<void> => {
  refuseWeakPassword(password, email);
  const passwordHash = await hashPassword(password);
  await context.db.transaction(async (tx) => {
    const [created] = await tx
      .insert(users)
      .values({ email, name, passwordHash })
      .onConflictDoNothing({ target: users.email })
      .returning({ id: users.id, email: users.email, name: users.name });
    if (created === undefined) return tellOwner(context, tx, email);
    await audit(tx, { actorId: created.id, action: 'user.signed_up', subject: { type: 'user', id: created.id } });
    await sendVerification(context, tx, created);
  });
  void context.mail.flush();
};

const tellOwner = async (context: Context, tx: Transaction, email: string): Promise<void> => {
  const [owner] = await tx.select({ email: users.email, name: users.name }).from(users).where(eq(users.email, email));
  if (owner !== undefined) await context.mail.queue(tx, alreadyRegisteredMail(context.config, owner));
};

const sendVerification = async (
  context: Context,
  tx: Transaction,
  user: { id: string; email: string; name: string },
): Promise<void> => {
  const issued = await issueMailToken(tx, { userId: user.id, purpose: 'verify_email', email: user.email });
  await context.mail.queue(tx, verificationMail(context.config, user, issued));
};

/** Sends a new link and code, when there is an unconfirmed account with this address. */
export const resendVerification = async (context: Context, email: string): Promise<void> => {
  await context.db.transaction(async (tx) => {
    const [user] = await tx
      .select({ id: users.id, email: users.email, name: users.name })
      .from(users)
      .where(and(eq(users.email, email), isNull(users.emailVerifiedAt), eq(users.status, 'active')));
    if (user !== undefined) await sendVerification(context, tx, user);
  });
  void context.mail.flush();
};

export const verifyEmail = (context: Context, token: string): Promise<void> => confirm(context, { token });

export const verifyCode = async (context: Context, email: string, code: string): Promise<void> =>
  confirm(context, await tryMailCode(context.db, email, code));

const confirm = (context: Context, which: { token: string } | { id: string }): Promise<void> =>
  context.db.transaction(async (tx) => {
    const { userId, email } = await spendMailToken(tx, 'verify_email', which);
    // Only the address that the mail went to is confirmed.
    const changed = await tx
      .update(users)
      .set({ emailVerifiedAt: new Date() })
      .where(and(eq(users.id, userId), eq(users.email, email), isNull(users.emailVerifiedAt)))
      .returning({ id: users.id });
    if (changed.length === 0) throw badToken();
    await audit(tx, { actorId: userId, action: 'user.email_verified', subject: { type: 'user', id: userId } });
  });
