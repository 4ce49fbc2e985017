import { boolean, index, integer, jsonb, pgEnum, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export const role = pgEnum('role', ['customer', 'seller', 'moderator', 'admin']);
export const userStatus = pgEnum('user_status', ['active', 'suspended']);
export const tokenPurpose = pgEnum('token_purpose', ['verify_email', 'reset_password', 'change_email']);

const created = timestamp('created_at', { withTimezone: true }).notNull().defaultNow();

export const users = pgTable('users', {
  id: uuid().primaryKey().defaultRandom(),
  /** Kept in lower case. */
  email: text().notNull().unique(),
  name: text().notNull(),
  passwordHash: text('password_hash').notNull(),
  role: role().notNull().default('customer'),
  status: userStatus().notNull().default('active'),
  emailVerifiedAt: timestamp('email_verified_at', { withTimezone: true }),
  phone: text(),
  address: text(),
  bio: text().notNull().default(''),
  /** Grows when all sessions and tokens must end: password change, suspension. */
  authEpoch: integer('auth_epoch').notNull().default(0),
  createdAt: created,
});

export const sessions = pgTable(
  'sessions',
  {
    id: uuid().primaryKey().defaultRandom(),
    /** SHA-256 of the cookie's value. */
    tokenHash: text('token_hash').notNull().unique(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    csrfToken: text('csrf_token').notNull(),
    /** The admin host has sessions of its own. */
    admin: boolean().notNull().default(false),
    userAgent: text('user_agent').notNull().default(''),
    createdAt: created,
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
  },
  (table) => [index('sessions_user').on(table.userId)],
);

export const refreshTokens = pgTable(
  'refresh_tokens',
  {
    id: uuid().primaryKey().defaultRandom(),
    /** All tokens that one login led to. The reuse of a spent one ends the family. */
    familyId: uuid('family_id').notNull(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    tokenHash: text('token_hash').notNull().unique(),
    createdAt: created,
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    usedAt: timestamp('used_at', { withTimezone: true }),
    revokedAt: timestamp('revoked_at', { withTimezone: true }),
  },
  (table) => [index('refresh_tokens_family').on(table.familyId)],
);

/** Links and codes sent by mail. Each works once. */
export const mailTokens = pgTable(
  'mail_tokens',
  {
    id: uuid().primaryKey().defaultRandom(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    purpose: tokenPurpose().notNull(),
    tokenHash: text('token_hash').notNull().unique(),
    /** SHA-256 of id and six-digit code, where the mail has one to type. */
    codeHash: text('code_hash'),
    attempts: integer().notNull().default(0),
    payload: jsonb().$type<{ email?: string }>().notNull().default({}),
    createdAt: created,
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    usedAt: timestamp('used_at', { withTimezone: true }),
  },
  (table) => [index('mail_tokens_user').on(table.userId, table.purpose)],
);
