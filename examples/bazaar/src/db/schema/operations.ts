import { index, integer, jsonb, pgEnum, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { listings } from './catalogue.ts';
import { users } from './users.ts';

export const reportStatus = pgEnum('report_status', ['open', 'dismissed', 'removed']);
export const mailStatus = pgEnum('mail_status', ['queued', 'sent', 'delivered', 'bounced', 'complained', 'failed']);

const created = timestamp('created_at', { withTimezone: true }).notNull().defaultNow();

export const reports = pgTable(
  'reports',
  {
    id: uuid().primaryKey().defaultRandom(),
    listingId: uuid('listing_id')
      .notNull()
      .references(() => listings.id),
    reporterId: uuid('reporter_id')
      .notNull()
      .references(() => users.id),
    reason: text().notNull(),
    status: reportStatus().notNull().default('open'),
    decidedBy: uuid('decided_by').references(() => users.id),
    createdAt: created,
    decidedAt: timestamp('decided_at', { withTimezone: true }),
  },
  (table) => [index('reports_status').on(table.status, table.createdAt)],
);

/** Rows are only ever added. */
export const auditLog = pgTable(
  'audit_log',
  {
    id: uuid().primaryKey().defaultRandom(),
    actorId: uuid('actor_id').references(() => users.id),
    action: text().notNull(),
    subjectType: text('subject_type').notNull(),
    subjectId: text('subject_id').notNull(),
    detail: jsonb().$type<Record<string, string | number | boolean | null>>().notNull().default({}),
    createdAt: created,
  },
  (table) => [index('audit_log_time').on(table.createdAt)],
);

/** What third parties sent. The key makes a second delivery of the same event harmless. */
export const webhookEvents = pgTable(
  'webhook_events',
  {
    provider: text().notNull(),
    eventId: text('event_id').notNull(),
    type: text().notNull(),
    receivedAt: timestamp('received_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.provider, table.eventId] })],
);

export const notifications = pgTable(
  'notifications',
  {
    id: uuid().primaryKey().defaultRandom(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    kind: text().notNull(),
    title: text().notNull(),
    url: text().notNull(),
    readAt: timestamp('read_at', { withTimezone: true }),
    createdAt: created,
  },
  (table) => [index('notifications_user').on(table.userId, table.createdAt)],
);

/** Mail is written here in the transaction that causes it, and sent afterwards: neither lost nor sent for what was rolled back. */
export const outbox = pgTable(
  'outbox',
  {
    id: uuid().primaryKey().defaultRandom(),
    recipient: text().notNull(),
    subject: text().notNull(),
    body: text().notNull(),
    status: mailStatus().notNull().default('queued'),
    attempts: integer().notNull().default(0),
    createdAt: created,
    sentAt: timestamp('sent_at', { withTimezone: true }),
  },
  (table) => [index('outbox_status').on(table.status, table.createdAt)],
);

/** Addresses that bounced or complained; nothing is sent there again. */
export const suppressions = pgTable('suppressions', {
  email: text().primaryKey(),
  reason: text().notNull(),
  createdAt: created,
});
