import { sql } from 'drizzle-orm';
import { check, index, integer, pgEnum, pgTable, primaryKey, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { listings, shops } from './catalogue.ts';
import { users } from './users.ts';

export const orderStatus = pgEnum('order_status', [
  'pending_payment',
  'paid',
  'shipped',
  'delivered',
  'completed',
  'cancelled',
  'refunded',
]);
export const refundStatus = pgEnum('refund_status', ['requested', 'refused', 'approved', 'done']);

const created = timestamp('created_at', { withTimezone: true }).notNull().defaultNow();

export const coupons = pgTable(
  'coupons',
  {
    /** Kept in upper case. */
    code: text().primaryKey(),
    percentOff: integer('percent_off').notNull(),
    maxUses: integer('max_uses').notNull(),
    usedCount: integer('used_count').notNull().default(0),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    createdAt: created,
  },
  (table) => [
    check('coupons_percent', sql`${table.percentOff} between 1 and 90`),
    check('coupons_uses', sql`${table.usedCount} between 0 and ${table.maxUses}`),
  ],
);

export const carts = pgTable('carts', {
  userId: uuid('user_id')
    .primaryKey()
    .references(() => users.id, { onDelete: 'cascade' }),
  couponCode: text('coupon_code').references(() => coupons.code),
});

/** A cart holds things of one shop at a time. */
export const cartItems = pgTable(
  'cart_items',
  {
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    listingId: uuid('listing_id')
      .notNull()
      .references(() => listings.id, { onDelete: 'cascade' }),
    quantity: integer().notNull(),
    bookedFor: timestamp('booked_for', { withTimezone: true }),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.listingId] }),
    check('cart_items_quantity', sql`${table.quantity} between 1 and 99`),
  ],
);

export const orders = pgTable(
  'orders',
  {
    id: uuid().primaryKey().defaultRandom(),
    buyerId: uuid('buyer_id')
      .notNull()
      .references(() => users.id),
    shopId: uuid('shop_id')
      .notNull()
      .references(() => shops.id),
    status: orderStatus().notNull().default('pending_payment'),
    subtotalCents: integer('subtotal_cents').notNull(),
    discountCents: integer('discount_cents').notNull().default(0),
    totalCents: integer('total_cents').notNull(),
    currency: text().notNull(),
    couponCode: text('coupon_code').references(() => coupons.code),
    shippingAddress: text('shipping_address').notNull(),
    buyerNote: text('buyer_note').notNull().default(''),
    trackingCode: text('tracking_code'),
    paymentIntentId: text('payment_intent_id').unique(),
    /** The client's key: the same submit twice makes one order. */
    idempotencyKey: text('idempotency_key').notNull(),
    createdAt: created,
    paidAt: timestamp('paid_at', { withTimezone: true }),
    shippedAt: timestamp('shipped_at', { withTimezone: true }),
    deliveredAt: timestamp('delivered_at', { withTimezone: true }),
    completedAt: timestamp('completed_at', { withTimezone: true }),
  },
  (table) => [
    unique('orders_idempotency').on(table.buyerId, table.idempotencyKey),
    index('orders_buyer').on(table.buyerId),
    index('orders_shop').on(table.shopId),
    check(
      'orders_total',
      sql`${table.totalCents} = ${table.subtotalCents} - ${table.discountCents} and ${table.totalCents} > 0`,
    ),
  ],
);

export const orderItems = pgTable(
  'order_items',
  {
    orderId: uuid('order_id')
      .notNull()
      .references(() => orders.id, { onDelete: 'cascade' }),
    listingId: uuid('listing_id')
      .notNull()
      .references(() => listings.id),
    title: text().notNull(),
    unitCents: integer('unit_cents').notNull(),
    quantity: integer().notNull(),
    bookedFor: timestamp('booked_for', { withTimezone: true }),
  },
  (table) => [primaryKey({ columns: [table.orderId, table.listingId] })],
);

/** A coupon is used once by each buyer. The row goes when its order is cancelled unpaid. */
export const couponUses = pgTable(
  'coupon_uses',
  {
    code: text()
      .notNull()
      .references(() => coupons.code),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    orderId: uuid('order_id')
      .notNull()
      .references(() => orders.id, { onDelete: 'cascade' }),
  },
  (table) => [primaryKey({ columns: [table.code, table.userId] })],
);

export const refunds = pgTable(
  'refunds',
  {
    id: uuid().primaryKey().defaultRandom(),
    orderId: uuid('order_id')
      .notNull()
      .references(() => orders.id),
    amountCents: integer('amount_cents').notNull(),
    reason: text().notNull(),
    status: refundStatus().notNull().default('requested'),
    decidedBy: uuid('decided_by').references(() => users.id),
    providerRefundId: text('provider_refund_id'),
    createdAt: created,
    decidedAt: timestamp('decided_at', { withTimezone: true }),
  },
  (table) => [index('refunds_order').on(table.orderId), check('refunds_amount', sql`${table.amountCents} > 0`)],
);

export const messages = pgTable(
  'messages',
  {
    id: uuid().primaryKey().defaultRandom(),
    orderId: uuid('order_id')
      .notNull()
      .references(() => orders.id),
    senderId: uuid('sender_id')
      .notNull()
      .references(() => users.id),
    body: text().notNull(),
    createdAt: created,
  },
  (table) => [index('messages_order').on(table.orderId, table.createdAt)],
);

export const reviews = pgTable(
  'reviews',
  {
    id: uuid().primaryKey().defaultRandom(),
    orderId: uuid('order_id')
      .notNull()
      .references(() => orders.id),
    listingId: uuid('listing_id')
      .notNull()
      .references(() => listings.id),
    authorId: uuid('author_id')
      .notNull()
      .references(() => users.id),
    rating: integer().notNull(),
    body: text().notNull(),
    hiddenAt: timestamp('hidden_at', { withTimezone: true }),
    createdAt: created,
  },
  (table) => [
    unique('reviews_once').on(table.orderId, table.listingId),
    index('reviews_listing').on(table.listingId),
    check('reviews_rating', sql`${table.rating} between 1 and 5`),
  ],
);
