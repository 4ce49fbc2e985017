import { boolean, check, index, integer, pgEnum, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { users } from './users.ts';

export const listingKind = pgEnum('listing_kind', ['product', 'booking']);
export const listingStatus = pgEnum('listing_status', ['draft', 'published', 'removed']);

const created = timestamp('created_at', { withTimezone: true }).notNull().defaultNow();

export const shops = pgTable('shops', {
  id: uuid().primaryKey().defaultRandom(),
  ownerId: uuid('owner_id')
    .notNull()
    .unique()
    .references(() => users.id),
  name: text().notNull(),
  slug: text().notNull().unique(),
  about: text().notNull().default(''),
  createdAt: created,
});

export const listings = pgTable(
  'listings',
  {
    id: uuid().primaryKey().defaultRandom(),
    shopId: uuid('shop_id')
      .notNull()
      .references(() => shops.id),
    kind: listingKind().notNull().default('product'),
    title: text().notNull(),
    description: text().notNull(),
    priceCents: integer('price_cents').notNull(),
    currency: text().notNull().default('eur'),
    stock: integer().notNull().default(0),
    status: listingStatus().notNull().default('draft'),
    /** Chosen by the moderators for the front page. */
    featured: boolean().notNull().default(false),
    /** For the seller's eyes only. */
    sellerNote: text('seller_note').notNull().default(''),
    createdAt: created,
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
    publishedAt: timestamp('published_at', { withTimezone: true }),
  },
  (table) => [
    index('listings_shop').on(table.shopId),
    index('listings_status').on(table.status, table.publishedAt),
    check('listings_price', sql`${table.priceCents} between 50 and 10000000`),
    check('listings_stock', sql`${table.stock} >= 0`),
  ],
);

export const photos = pgTable(
  'photos',
  {
    id: uuid().primaryKey().defaultRandom(),
    listingId: uuid('listing_id')
      .notNull()
      .references(() => listings.id, { onDelete: 'cascade' }),
    /** Name below DATA_DIR/photos; random, never the uploader's. */
    fileKey: text('file_key').notNull().unique(),
    contentType: text('content_type').notNull(),
    bytes: integer().notNull(),
    createdAt: created,
  },
  (table) => [index('photos_listing').on(table.listingId)],
);
