import { sql } from 'drizzle-orm';
import { check, index, integer, pgEnum, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { shops } from './catalogue.ts';
import { orders } from './trade.ts';
import { users } from './users.ts';

export const payoutStatus = pgEnum('payout_status', ['requested', 'approved', 'paid', 'rejected']);
export const proposalStatus = pgEnum('proposal_status', ['open', 'confirmed', 'dropped']);

const created = timestamp('created_at', { withTimezone: true }).notNull().defaultNow();

/** Where a shop's money goes. The number itself is kept by the payments provider. */
export const payoutAccounts = pgTable('payout_accounts', {
  shopId: uuid('shop_id')
    .primaryKey()
    .references(() => shops.id),
  holder: text().notNull(),
  ibanLast4: text('iban_last4').notNull(),
  providerAccountId: text('provider_account_id').notNull(),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
});

export const payouts = pgTable(
  'payouts',
  {
    id: uuid().primaryKey().defaultRandom(),
    shopId: uuid('shop_id')
      .notNull()
      .references(() => shops.id),
    amountCents: integer('amount_cents').notNull(),
    currency: text().notNull(),
    status: payoutStatus().notNull().default('requested'),
    requestedBy: uuid('requested_by')
      .notNull()
      .references(() => users.id),
    decidedBy: uuid('decided_by').references(() => users.id),
    rejectionReason: text('rejection_reason'),
    providerTransferId: text('provider_transfer_id'),
    createdAt: created,
    decidedAt: timestamp('decided_at', { withTimezone: true }),
  },
  (table) => [index('payouts_shop').on(table.shopId), check('payouts_amount', sql`${table.amountCents} > 0`)],
);

/** An order is paid out once: its row is the lock. It goes when the payout is rejected. */
export const payoutOrders = pgTable('payout_orders', {
  orderId: uuid('order_id')
    .primaryKey()
    .references(() => orders.id),
  payoutId: uuid('payout_id')
    .notNull()
    .references(() => payouts.id, { onDelete: 'cascade' }),
});

/** A payout that the assistant prepared; nothing happens until the seller confirms it. */
export const payoutProposals = pgTable('payout_proposals', {
  id: uuid().primaryKey().defaultRandom(),
  shopId: uuid('shop_id')
    .notNull()
    .references(() => shops.id),
  userId: uuid('user_id')
    .notNull()
    .references(() => users.id),
  amountCents: integer('amount_cents').notNull(),
  status: proposalStatus().notNull().default('open'),
  createdAt: created,
  expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
});
