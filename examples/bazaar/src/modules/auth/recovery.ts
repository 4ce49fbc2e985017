import { and, eq, sql } from 'drizzle-orm';
import { users } from '../../db/schema.ts';
import type { Context } from '../../platform/context.ts';
import { hashPassword } from '../../platform/secrets.ts';
import { audit } from '../audit/record.ts';
import { endAccess } from './end-access.ts';
import { badToken, findMailToken, issueMailToken, spendMailToken } from './mail-tokens.ts';
import { passwordChangedMail, resetMail } from './mails.ts';
import { refuseWeakPassword } from './passwords.ts';

/** Sends a link, when there is an account with this address. */
export const forgotPassword = async (context: Context, email: string): Promise<void> => {
  await context.db.transaction(async (tx) => {
    const [user] = await tx
      .select({ id: users.id, email: users.email, name: users.name })
      .from(users)
      .where(and(eq(users.email, email), eq(users.status, 'active')));
    if (user === undefined) return;
    const { token } = await issueMailToken(tx, { userId: user.id, purpose: 'reset_password', email: user.email });
    await context.mail.queue(tx, resetMail(context.config, user, token));
  });
  void context.mail.flush();
};

/** Sets a new password and ends every session and token. Who could read the mail has shown that the address is theirs. */
export const resetPassword = async (context: Context, token: string, password: string): Promise<void> => {
  const owner = await findMailToken(context.db, 'reset_password', token);
  refuseWeakPassword(password, owner.email);
  const passwordHash = await hashPassword(password);
  await context.db.transaction(async (tx) => {
    const { userId, email } = await spendMailToken(tx, 'reset_password', { token });
    const [user] = await tx
      .update(users)
      .set({ passwordHash, emailVerifiedAt: sql`coalesce(${users.emailVerifiedAt}, now())` })
      .where(and(eq(users.id, userId), eq(users.email, email), eq(users.status, 'active')))
      .returning({ email: users.email, name: users.name });
    if (user === undefined) throw badToken();
    await endAccess(tx, userId);
    await audit(tx, { actorId: userId, action: 'user.password_reset', subject: { type: 'user', id: userId } });
    await context.mail.queue(tx, passwordChangedMail(context.config, user));
  });
  void context.mail.flush();
};
