import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { shops, users } from '../../db/schema.ts';
import { notFound } from '../../http/errors.ts';
import type { Context } from '../../platform/context.ts';
import type { OwnProfile, profileChanges, PublicProfile } from './schemas.ts';

interface Row {
  user: typeof users.$inferSelect;
  shop: { name: string; slug: string } | null;
}

export const findOwnProfile = async (context: Context, userId: string): Promise<OwnProfile> => {
  const [row] = await context.db
    .select({ user: users, shop: { name: shops.name, slug: shops.slug } })
    .from(users)
    .leftJoin(shops, eq(shops.ownerId, users.id))
    .where(eq(users.id, userId));
  if (row === undefined) throw notFound();
  return ownView(row);
};

export const changeProfile = async (
  context: Context,
  userId: string,
  { name, phone, address, bio }: z.infer<typeof profileChanges>,
): Promise<OwnProfile> => {
  const changes = { name, phone, address, bio };
  if (Object.values(changes).some((value) => value !== undefined)) {
    await context.db.update(users).set(changes).where(eq(users.id, userId));
  }
  return findOwnProfile(context, userId);
};

/** Suspended users are not shown. */
export const findPublicProfile = async (context: Context, userId: string): Promise<PublicProfile> => {
  const [row] = await context.db
    .select({ name: users.name, bio: users.bio, shopSlug: shops.slug })
    .from(users)
    .leftJoin(shops, eq(shops.ownerId, users.id))
    .where(and(eq(users.id, userId), eq(users.status, 'active')));
  if (row === undefined) throw notFound();
  return { name: row.name, bio: row.bio, shopSlug: row.shopSlug };
};

const ownView = ({ user, shop }: Row): OwnProfile => ({
  id: user.id,
  email: user.email,
  name: user.name,
  role: user.role,
  verified: user.emailVerifiedAt !== null,
  phone: user.phone,
  address: user.address,
  bio: user.bio,
  shop,
  createdAt: user.createdAt,
});
