import { and, desc, eq, exists, ilike, ne, or } from 'drizzle-orm';
import type { z } from 'zod';
import type { Transaction } from '../../db/client.ts';
import { sessions, shops, users } from '../../db/schema.ts';
import type { Role } from '../../db/types.ts';
import { conflict, forbidden, notFound } from '../../http/errors.ts';
import type { Context } from '../../platform/context.ts';
import { audit } from '../audit/record.ts';
import { endAccess } from '../auth/end-access.ts';
import { announce, notify, type Notice } from '../notifications/notify.ts';
import type { AdminUser, userSearch } from './schemas.ts';

interface Row {
  user: typeof users.$inferSelect;
  shop: { name: string; slug: string } | null;
}

const columns = { user: users, shop: { name: shops.name, slug: shops.slug } };

export const listUsers = async (
  { db }: Context,
  { q, limit, offset }: z.infer<typeof userSearch>,
): Promise<AdminUser[]> => {
  const like = `%${q.replaceAll(/[\\%_]/g, (character) => `\\${character}`)}%`;
  const rows = await db
    .select(columns)
    .from(users)
    .leftJoin(shops, eq(shops.ownerId, users.id))
    .where(q === '' ? undefined : or(ilike(users.email, like), ilike(users.name, like)))
    .orderBy(desc(users.createdAt), users.id)
    .limit(limit)
    .offset(offset);
  return rows.map(view);
};

export const findUser = async ({ db }: Pick<Context, 'db'>, id: string): Promise<AdminUser> => {
  const [row] = await db
    .select(columns)
    .from(users)
    .leftJoin(shops, eq(shops.ownerId, users.id))
    .where(eq(users.id, id));
  if (row === undefined) throw notFound();
  return view(row);
};

const refuseOwn = (adminId: string, userId: string): void => {
  if (adminId === userId) throw forbidden('Another admin must do this to your account.');
};

/** Counts from the next request on. Who is no admin any more has no sessions in the admin area either. */
export const changeRole = async (context: Context, adminId: string, userId: string, role: Role): Promise<AdminUser> => {
  refuseOwn(adminId, userId);
  return context.db.transaction(async (tx) => {
    const before = await findUser({ db: tx }, userId);
    const ownShop = tx.select({ id: shops.id }).from(shops).where(eq(shops.ownerId, users.id));
    const changed = await tx
      .update(users)
      .set({ role })
      .where(and(eq(users.id, userId), role === 'seller' ? exists(ownShop) : undefined))
      .returning({ id: users.id });
    if (changed.length === 0) throw conflict('no_shop', 'Only a user with a shop can be a seller.');
    if (role !== 'admin') await tx.delete(sessions).where(and(eq(sessions.userId, userId), eq(sessions.admin, true)));
    const detail = { from: before.role, to: role };
    await audit(tx, { actorId: adminId, action: 'user.role_changed', subject: { type: 'user', id: userId }, detail });
    return findUser({ db: tx }, userId);
  });
};

const setStatus = async (tx: Transaction, userId: string, status: AdminUser['status']): Promise<void> => {
  const changed = await tx
    .update(users)
    .set({ status })
    .where(and(eq(users.id, userId), ne(users.status, status)))
    .returning({ id: users.id });
  if (changed.length === 0) {
    await findUser({ db: tx }, userId);
    throw conflict('nothing_to_change', `This account is ${status} already.`);
  }
  await endAccess(tx, userId);
};

/** Ends every session and token at once. */
export const suspend = async (
  context: Context,
  adminId: string,
  userId: string,
  reason: string,
): Promise<AdminUser> => {
  refuseOwn(adminId, userId);
  const title = `Your account was suspended: ${reason}`;
  const notice: Notice = { userId, kind: 'account', title, url: '/account' };
  const user = await context.db.transaction(async (tx) => {
    await setStatus(tx, userId, 'suspended');
    await audit(tx, {
      actorId: adminId,
      action: 'user.suspended',
      subject: { type: 'user', id: userId },
      detail: { reason },
    });
    await notify(context, tx, notice);
    return findUser({ db: tx }, userId);
  });
  announce(context, notice);
  return user;
};

/** What was open before the suspension stays closed: the user logs in anew. */
export const reinstate = async (context: Context, adminId: string, userId: string): Promise<AdminUser> => {
  refuseOwn(adminId, userId);
  const notice: Notice = { userId, kind: 'account', title: 'Your account works again', url: '/account' };
  const user = await context.db.transaction(async (tx) => {
    await setStatus(tx, userId, 'active');
    await audit(tx, { actorId: adminId, action: 'user.reinstated', subject: { type: 'user', id: userId } });
    await notify(context, tx, notice);
    return findUser({ db: tx }, userId);
  });
  announce(context, notice);
  return user;
};

const view = ({ user, shop }: Row): AdminUser => ({
  id: user.id,
  name: user.name,
  email: user.email,
  role: user.role,
  status: user.status,
  verified: user.emailVerifiedAt !== null,
  shop,
  createdAt: user.createdAt,
});
