import { randomUUID } from 'node:crypto';
import { and, desc, eq, gt, inArray, isNull, lt, sql, type SQL } from 'drizzle-orm';
import type { Database, Transaction } from '../../db/client.ts';
import { mailTokens, users } from '../../db/schema.ts';
import { HttpError } from '../../http/errors.ts';
import { randomToken, sha256, sixDigits } from '../../platform/secrets.ts';

type Purpose = (typeof mailTokens.$inferSelect)['purpose'];

const MINUTES: Readonly<Record<Purpose, number>> = { verify_email: 24 * 60, reset_password: 30, change_email: 60 };
const MOST_ATTEMPTS = 5;

const open = (): SQL | undefined => and(isNull(mailTokens.usedAt), gt(mailTokens.expiresAt, new Date()));
const codeHash = (id: string, code: string): string => sha256(`${id}:${code}`);

export const badToken = (): HttpError =>
  new HttpError(400, 'invalid_token', 'This link or code is not valid any more. Please ask for a new one.');

/** A new link, and a code to type, for the address in `email`. Older ones of the same purpose end. */
export const issueMailToken = async (
  tx: Transaction,
  { userId, purpose, email }: { userId: string; purpose: Purpose; email: string },
): Promise<{ token: string; code: string }> => {
  await endMailTokens(tx, userId, purpose);
  const [id, token, code] = [randomUUID(), randomToken(), sixDigits()];
  await tx.insert(mailTokens).values({
    id,
    userId,
    purpose,
    tokenHash: sha256(token),
    codeHash: purpose === 'verify_email' ? codeHash(id, code) : null,
    payload: { email },
    expiresAt: new Date(Date.now() + MINUTES[purpose] * 60_000),
  });
  return { token, code };
};

/** Whose link it is, without using it up. */
export const findMailToken = async (db: Database, purpose: Purpose, token: string) => {
  const [row] = await db
    .select({ userId: mailTokens.userId, email: users.email })
    .from(mailTokens)
    .innerJoin(users, eq(users.id, mailTokens.userId))
    .where(and(eq(mailTokens.tokenHash, sha256(token)), eq(mailTokens.purpose, purpose), open()));
  if (row === undefined) throw badToken();
  return row;
};

/** Uses the token up; of two tries at the same time one is refused. */
export const spendMailToken = async (tx: Transaction, purpose: Purpose, which: { token: string } | { id: string }) => {
  const [row] = await tx
    .update(mailTokens)
    .set({ usedAt: new Date() })
    .where(
      and(
        'token' in which ? eq(mailTokens.tokenHash, sha256(which.token)) : eq(mailTokens.id, which.id),
        eq(mailTokens.purpose, purpose),
        open(),
      ),
    )
    .returning({ userId: mailTokens.userId, payload: mailTokens.payload });
  if (row?.payload.email === undefined) throw badToken();
  return { userId: row.userId, email: row.payload.email };
};

export const endMailTokens = async (
  tx: Transaction,
  userId: string,
  ...purposes: readonly Purpose[]
): Promise<void> => {
  await tx
    .update(mailTokens)
    .set({ usedAt: new Date() })
    .where(and(eq(mailTokens.userId, userId), inArray(mailTokens.purpose, [...purposes]), isNull(mailTokens.usedAt)));
};

/** The token that the typed code belongs to. The try counts before the code is looked at, also when many are made at once. */
export const tryMailCode = async (db: Database, email: string, code: string): Promise<{ id: string }> => {
  const newest = db
    .select({ id: mailTokens.id })
    .from(mailTokens)
    .innerJoin(users, eq(users.id, mailTokens.userId))
    .where(and(eq(users.email, email), eq(mailTokens.purpose, 'verify_email'), open()))
    .orderBy(desc(mailTokens.createdAt))
    .limit(1);
  const [row] = await db
    .update(mailTokens)
    .set({ attempts: sql`${mailTokens.attempts} + 1` })
    .where(and(inArray(mailTokens.id, newest), lt(mailTokens.attempts, MOST_ATTEMPTS)))
    .returning({ id: mailTokens.id, codeHash: mailTokens.codeHash });
  if (row === undefined || row.codeHash !== codeHash(row.id, code)) throw badToken();
  return { id: row.id };
};
