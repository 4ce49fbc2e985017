import { and, eq } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { users } from '../../db/schema.ts';
import { forbidden, HttpError } from '../../http/errors.ts';
import type { Context } from '../../platform/context.ts';
import { verifyPassword } from '../../platform/secrets.ts';

export type User = typeof users.$inferSelect;

export const wrongCredentials = (): HttpError =>
  new HttpError(401, 'invalid_credentials', 'The e-mail address or the password is not right.');
const suspended = (): HttpError => new HttpError(403, 'suspended', 'This account is suspended.');

/** The user with this address and password. An unknown address gets the same answer after the same time as a wrong password. */
export const checkCredentials = async (
  context: Context,
  { email, password }: { email: string; password: string },
): Promise<User> => {
  const [user] = await context.db.select().from(users).where(eq(users.email, email));
  const right = await verifyPassword(password, user?.passwordHash);
  if (user === undefined || !right) throw wrongCredentials();
  if (user.status !== 'active') throw suspended();
  return user;
};

/** Asks a logged-in user for the password again. */
export const checkOwnPassword = async (context: Context, userId: string, password: string): Promise<User> => {
  const [user] = await context.db.select().from(users).where(eq(users.id, userId));
  const right = await verifyPassword(password, user?.passwordHash);
  if (user === undefined || !right) throw forbidden('Your password is not right.');
  return user;
};

/** Holds the user's row until the transaction ends. Refused when access ended since the password was looked at. */
export const holdUser = async (tx: Transaction, { id, authEpoch }: Pick<User, 'id' | 'authEpoch'>): Promise<void> => {
  const [held] = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, id), eq(users.authEpoch, authEpoch), eq(users.status, 'active')))
    .for('share');
  if (held === undefined) throw wrongCredentials();
};
