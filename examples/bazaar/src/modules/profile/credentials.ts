import { and, eq } from 'drizzle-orm';
import { users } from '../../db/schema.ts';
import { badRequest, conflict } from '../../http/errors.ts';
import type { Principal } from '../../http/principal.ts';
import type { Context } from '../../platform/context.ts';
import { hashPassword } from '../../platform/secrets.ts';
import { audit } from '../audit/record.ts';
import { checkOwnPassword } from '../auth/credentials.ts';
import { endAccess } from '../auth/end-access.ts';
import { badToken, endMailTokens, issueMailToken, spendMailToken } from '../auth/mail-tokens.ts';
import { addressChangeMail, newAddressMail, passwordChangedMail } from '../auth/mails.ts';
import { refuseWeakPassword } from '../auth/passwords.ts';

interface Passwords {
  currentPassword: string;
  newPassword: string;
}

/** Ends every other session and every token; the session that asked goes on. */
export const changePassword = async (
  context: Context,
  principal: Principal,
  { currentPassword, newPassword }: Passwords,
): Promise<void> => {
  const user = await checkOwnPassword(context, principal.id, currentPassword);
  refuseWeakPassword(newPassword, user.email);
  const passwordHash = await hashPassword(newPassword);
  await context.db.transaction(async (tx) => {
    const changed = await tx
      .update(users)
      .set({ passwordHash })
      .where(and(eq(users.id, user.id), eq(users.passwordHash, user.passwordHash)))
      .returning({ id: users.id });
    if (changed.length === 0) throw conflict('changed_meanwhile', 'Your password was changed meanwhile.');
    await endAccess(tx, user.id, principal.session?.id);
    await audit(tx, { actorId: user.id, action: 'user.password_changed', subject: { type: 'user', id: user.id } });
    await context.mail.queue(tx, passwordChangedMail(context.config, user));
  });
  void context.mail.flush();
};

/** Nothing changes until the link that goes to the new address is used. Whether that address has an account is not told. */
export const requestEmailChange = async (
  context: Context,
  userId: string,
  { newEmail, password }: { newEmail: string; password: string },
): Promise<void> => {
  const user = await checkOwnPassword(context, userId, password);
  if (newEmail === user.email) throw badRequest('That is your address already.', { newEmail: 'is the same' });
  await context.db.transaction(async (tx) => {
    const { token } = await issueMailToken(tx, { userId, purpose: 'change_email', email: newEmail });
    await context.mail.queue(tx, newAddressMail(context.config, { email: newEmail, name: user.name }, token));
    await context.mail.queue(tx, addressChangeMail(context.config, user, false));
    await audit(tx, { actorId: userId, action: 'user.email_change_requested', subject: { type: 'user', id: userId } });
  });
  void context.mail.flush();
};

/** Works for the user who asked only, and not when somebody else has got the address since. */
export const confirmEmailChange = async (context: Context, principal: Principal, token: string): Promise<void> => {
  const subject = { type: 'user', id: principal.id };
  try {
    await context.db.transaction(async (tx) => {
      const { userId, email } = await spendMailToken(tx, 'change_email', { token });
      if (userId !== principal.id) throw badToken();
      await tx.update(users).set({ email, emailVerifiedAt: new Date() }).where(eq(users.id, userId));
      // What went to the old address works no longer.
      await endMailTokens(tx, userId, 'verify_email', 'reset_password', 'change_email');
      await audit(tx, { actorId: userId, action: 'user.email_changed', subject });
      await context.mail.queue(tx, addressChangeMail(context.config, principal, true));
    });
  } catch (error) {
    throw (error as { cause?: { code?: string } }).cause?.code === '23505'
      ? conflict('email_taken', 'This address belongs to another account.')
      : error;
  }
  void context.mail.flush();
};
