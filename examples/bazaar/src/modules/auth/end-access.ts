import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { refreshTokens, sessions, users } from '../../db/schema.ts';
import { endMailTokens } from './mail-tokens.ts';

/** Ends every access token (their epoch is over) and every family of refresh tokens. */
export const endTokens = async (tx: Transaction, userId: string): Promise<void> => {
  await tx
    .update(users)
    .set({ authEpoch: sql`${users.authEpoch} + 1` })
    .where(eq(users.id, userId));
  await tx
    .update(refreshTokens)
    .set({ revokedAt: new Date() })
    .where(and(eq(refreshTokens.userId, userId), isNull(refreshTokens.revokedAt)));
};

/** Ends whatever lets somebody act as this user: tokens, sessions but the one to keep, and links on their way that could let them in again. */
export const endAccess = async (tx: Transaction, userId: string, keepSession?: string): Promise<void> => {
  await endTokens(tx, userId);
  await tx
    .delete(sessions)
    .where(and(eq(sessions.userId, userId), keepSession === undefined ? undefined : ne(sessions.id, keepSession)));
  await endMailTokens(tx, userId, 'reset_password', 'change_email');
};
