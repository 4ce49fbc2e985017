import { randomInt } from 'node:crypto';
import { and, count, eq, notExists } from 'drizzle-orm';
import type { z } from 'zod';
import type { Transaction } from '../../db/client.ts';
import { listings, orders, shops, users } from '../../db/schema.ts';
import { conflict, notFound } from '../../http/errors.ts';
import type { Context } from '../../platform/context.ts';
import { audit } from '../audit/record.ts';
import { searchListings } from '../listings/service.ts';
import { balanceOf } from '../payouts/balance.ts';
import type { newShop, OwnShop, PublicShop, shopChanges } from './schemas.ts';

type Shop = typeof shops.$inferSelect;

const SLUG = /^[a-z0-9-]{1,80}$/;

/** Makes a customer a seller. Only a customer who has no shop: asked twice at once, it happens once. */
export const openShop = async (context: Context, userId: string, values: z.infer<typeof newShop>): Promise<OwnShop> =>
  context.db.transaction(async (tx) => {
    const own = tx.select({ id: shops.id }).from(shops).where(eq(shops.ownerId, userId));
    const raised = await tx
      .update(users)
      .set({ role: 'seller' })
      .where(and(eq(users.id, userId), eq(users.role, 'customer'), notExists(own)))
      .returning({ id: users.id });
    if (raised.length === 0) throw conflict('has_shop', 'You already have a shop.');
    const shop = await insertShop(tx, userId, values);
    await audit(tx, { actorId: userId, action: 'shop.opened', subject: { type: 'shop', id: shop.id } });
    return ownView(shop);
  });

const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .slice(0, 60)
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()
    .replaceAll(' ', '-') || 'shop';

const insertShop = async (
  tx: Transaction,
  ownerId: string,
  { name, about }: z.infer<typeof newShop>,
): Promise<Shop> => {
  for (let attempt = 0; attempt < 5; attempt++) {
    const slug = attempt === 0 ? slugOf(name) : `${slugOf(name)}-${randomInt(10_000, 100_000)}`;
    const [shop] = await tx
      .insert(shops)
      .values({ ownerId, name, about, slug })
      .onConflictDoNothing({ target: shops.slug })
      .returning();
    if (shop !== undefined) return shop;
  }
  throw conflict('name_taken', 'Please choose another name.');
};

/** A shop and its published listings. */
export const findPublicShop = async (context: Context, slug: string): Promise<PublicShop> => {
  if (!SLUG.test(slug)) throw notFound();
  const [shop] = await context.db.select().from(shops).where(eq(shops.slug, slug));
  if (shop === undefined) throw notFound();
  const published = await searchListings(context, { q: '', shop: slug, limit: 50, offset: 0 });
  return { slug: shop.slug, name: shop.name, about: shop.about, listings: published };
};

export const findOwnShop = async (context: Context, shopId: string): Promise<OwnShop> => {
  const [shop] = await context.db.select().from(shops).where(eq(shops.id, shopId));
  if (shop === undefined) throw notFound();
  return ownView(shop);
};

/** The slug stays, so that links to the shop go on working. */
export const changeShop = async (
  context: Context,
  owner: { userId: string; shopId: string },
  changes: z.infer<typeof shopChanges>,
): Promise<OwnShop> =>
  context.db.transaction(async (tx) => {
    const [shop] = await tx.update(shops).set(changes).where(eq(shops.id, owner.shopId)).returning();
    if (shop === undefined) throw notFound();
    await audit(tx, { actorId: owner.userId, action: 'shop.changed', subject: { type: 'shop', id: shop.id } });
    return ownView(shop);
  });

export interface Figures {
  published: number;
  drafts: number;
  toShip: number;
  balanceCents: number;
}

/** The numbers on the seller's overview. */
export const figuresOf = async (context: Context, shopId: string): Promise<Figures> => {
  const { db } = context;
  const countListings = async (status: 'published' | 'draft'): Promise<number> => {
    const [row] = await db
      .select({ n: count() })
      .from(listings)
      .where(and(eq(listings.shopId, shopId), eq(listings.status, status)));
    return row?.n ?? 0;
  };
  const [paid] = await db
    .select({ n: count() })
    .from(orders)
    .where(and(eq(orders.shopId, shopId), eq(orders.status, 'paid')));
  return {
    published: await countListings('published'),
    drafts: await countListings('draft'),
    toShip: paid?.n ?? 0,
    balanceCents: (await balanceOf(context, shopId)).amountCents,
  };
};

const ownView = ({ id, slug, name, about, createdAt }: Shop): OwnShop => ({ id, slug, name, about, createdAt });
