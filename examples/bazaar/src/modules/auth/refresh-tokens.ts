import { randomUUID } from 'node:crypto';
import { and, eq, gt, isNotNull, isNull } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { refreshTokens, users } from '../../db/schema.ts';
import { HttpError } from '../../http/errors.ts';
import type { Context } from '../../platform/context.ts';
import { randomToken, sha256 } from '../../platform/secrets.ts';
import { audit } from '../audit/record.ts';
import { ACCESS_SECONDS, signAccessToken } from './access-token.ts';
import { holdUser, type User } from './credentials.ts';
import type { Tokens } from './schemas.ts';

/** A login lasts this long, however often its tokens are refreshed. */
const LIFETIME = 30 * 24 * 3600_000;

type Family = Pick<typeof refreshTokens.$inferSelect, 'familyId' | 'userId' | 'expiresAt'>;

const invalid = (): HttpError => new HttpError(401, 'invalid_refresh_token', 'Please log in again.');

const addToken = async (tx: Transaction, { familyId, userId, expiresAt }: Family): Promise<string> => {
  const token = randomToken();
  await tx.insert(refreshTokens).values({ familyId, userId, expiresAt, tokenHash: sha256(token) });
  return token;
};

const answer = async (
  context: Context,
  user: Pick<User, 'id' | 'authEpoch'>,
  refreshToken: string,
): Promise<Tokens> => ({
  accessToken: await signAccessToken(context.config, user),
  expiresIn: ACCESS_SECONDS,
  refreshToken,
});

/** The first tokens of a login. */
export const startFamily = async (context: Context, user: User): Promise<Tokens> => {
  const refreshToken = await context.db.transaction(async (tx) => {
    await holdUser(tx, user);
    const expiresAt = new Date(Date.now() + LIFETIME);
    return addToken(tx, { familyId: randomUUID(), userId: user.id, expiresAt });
  });
  return answer(context, user, refreshToken);
};

/** A refresh token works once. One that comes a second time was stolen from somebody, so its whole family ends. */
export const refresh = async (context: Context, token: string): Promise<Tokens> => {
  const next = await context.db.transaction(async (tx) => {
    const [spent] = await tx
      .update(refreshTokens)
      .set({ usedAt: new Date() })
      .where(
        and(
          eq(refreshTokens.tokenHash, sha256(token)),
          isNull(refreshTokens.usedAt),
          isNull(refreshTokens.revokedAt),
          gt(refreshTokens.expiresAt, new Date()),
        ),
      )
      .returning();
    if (spent === undefined) return endFamilyOf(tx, token);
    const [user] = await tx
      .select()
      .from(users)
      .where(and(eq(users.id, spent.userId), eq(users.status, 'active')))
      .for('share');
    return user && { user, refreshToken: await addToken(tx, spent) };
  });
  if (next === undefined) throw invalid();
  return answer(context, next.user, next.refreshToken);
};

const endFamilyOf = async (tx: Transaction, token: string): Promise<undefined> => {
  const [reused] = await tx
    .select()
    .from(refreshTokens)
    .where(and(eq(refreshTokens.tokenHash, sha256(token)), isNotNull(refreshTokens.usedAt)));
  if (reused === undefined) return;
  const ended = await tx
    .update(refreshTokens)
    .set({ revokedAt: new Date() })
    .where(and(eq(refreshTokens.familyId, reused.familyId), isNull(refreshTokens.revokedAt)))
    .returning({ id: refreshTokens.id });
  if (ended.length === 0) return;
  const subject = { type: 'user', id: reused.userId };
  await audit(tx, { actorId: null, action: 'auth.refresh_token_reused', subject });
};
