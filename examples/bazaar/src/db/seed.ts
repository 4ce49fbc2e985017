import { randomBytes } from 'node:crypto';
import { inArray } from 'drizzle-orm';
import { readConfig } from '../platform/config.ts';
import type { Context } from '../platform/context.ts';
import { hashPassword } from '../platform/secrets.ts';
import { openDatabase, type Transaction } from './client.ts';
import { migrate } from './migrate.ts';
import { coupons, listings, payoutAccounts, reports, reviews, shops, users } from './schema.ts';
import { LISTINGS, PEOPLE, SHOPS, type ListingKey, type PersonKey, type SellerKey } from './seed-data.ts';
import { daysAgo, seedOrders } from './seed-orders.ts';
import { COUPON, REPORT, REVIEW } from './seed-trade.ts';
import type { Role } from './types.ts';

/** Somebody who can log in. */
export interface Account {
  role: Role;
  name: string;
  email: string;
}

const accounts: readonly Account[] = Object.values(PEOPLE).map(({ role, name, email }) => ({ role, name, email }));

/** Fills an empty marketplace. All of it or nothing; what has been seeded is left as it is. */
export const seed = async (
  { db, config }: Pick<Context, 'db' | 'config'>,
  { password }: { password: string },
): Promise<readonly Account[]> => {
  if (config.production) throw new Error('Sample accounts are not for production.');
  const emails = accounts.map(({ email }) => email);
  const present = await db.select({ id: users.id }).from(users).where(inArray(users.email, emails)).limit(1);
  if (present.length > 0) return accounts;
  const passwordHash = await hashPassword(password);
  await db.transaction(async (tx) => {
    const people = await seedPeople(tx, passwordHash);
    const shopIds = await seedShops(tx, people);
    const listingIds = await seedListings(tx, shopIds);
    const orderIds = await seedOrders(tx, { people, shopIds, listingIds });
    await tx.insert(reviews).values({
      orderId: orderIds[REVIEW.order],
      listingId: listingIds[REVIEW.listing],
      authorId: people[REVIEW.author],
      rating: REVIEW.rating,
      body: REVIEW.body,
      createdAt: daysAgo(10),
    });
    await tx
      .insert(reports)
      .values({ listingId: listingIds[REPORT.listing], reporterId: people[REPORT.reporter], reason: REPORT.reason });
    await tx.insert(coupons).values({ ...COUPON, expiresAt: daysAgo(-365) });
  });
  return accounts;
};

/** Rows come back in the order in which they were given. */
const byKey = <K extends string>(keys: readonly K[], rows: readonly { id: string }[]): Record<K, string> =>
  Object.fromEntries(keys.map((key, index) => [key, rows[index]?.id ?? ''])) as Record<K, string>;

const seedPeople = async (tx: Transaction, passwordHash: string): Promise<Record<PersonKey, string>> => {
  const rows = Object.values(PEOPLE).map((person) => ({
    ...person,
    passwordHash,
    emailVerifiedAt: daysAgo(60),
    createdAt: daysAgo(60),
  }));
  return byKey(Object.keys(PEOPLE) as PersonKey[], await tx.insert(users).values(rows).returning({ id: users.id }));
};

const seedShops = async (
  tx: Transaction,
  people: Readonly<Record<PersonKey, string>>,
): Promise<Record<SellerKey, string>> => {
  const sellers = Object.keys(SHOPS) as SellerKey[];
  const rows = sellers.map((seller) => {
    const { name, slug, about } = SHOPS[seller];
    return { ownerId: people[seller], name, slug, about, createdAt: daysAgo(55) };
  });
  const ids = byKey(sellers, await tx.insert(shops).values(rows).returning({ id: shops.id }));
  await tx.insert(payoutAccounts).values(
    sellers.map((seller) => ({
      shopId: ids[seller],
      ...SHOPS[seller].account,
      providerAccountId: `acct_${randomBytes(12).toString('hex')}`,
    })),
  );
  return ids;
};

const seedListings = async (
  tx: Transaction,
  shopIds: Readonly<Record<SellerKey, string>>,
): Promise<Record<ListingKey, string>> => {
  const keys = Object.keys(LISTINGS) as ListingKey[];
  const rows = keys.map((key, index) => {
    const listing = LISTINGS[key];
    const draft = 'draft' in listing;
    return {
      shopId: shopIds[listing.seller],
      kind: 'kind' in listing ? listing.kind : ('product' as const),
      title: listing.title,
      description: listing.description,
      priceCents: listing.priceCents,
      stock: listing.stock,
      sellerNote: 'sellerNote' in listing ? listing.sellerNote : '',
      featured: 'featured' in listing,
      status: draft ? ('draft' as const) : ('published' as const),
      createdAt: daysAgo(52 - index),
      publishedAt: draft ? null : daysAgo(50 - index),
    };
  });
  return byKey(keys, await tx.insert(listings).values(rows).returning({ id: listings.id }));
};

if (import.meta.main) {
  const config = readConfig(process.env);
  const password = process.env['SEED_PASSWORD'] ?? '';
  if (password.length < 12) throw new Error('SEED_PASSWORD: needs at least 12 characters');
  const { db, close } = await openDatabase(config);
  try {
    await migrate(db, config.DATABASE_URL === undefined);
    for (const { role, email } of await seed({ db, config }, { password })) console.log(`${role.padEnd(10)} ${email}`);
  } finally {
    await close();
  }
}
