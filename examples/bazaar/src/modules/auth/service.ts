import { and, desc, eq, gt } from 'drizzle-orm';
import type { Request, Response } from 'express';
import { sessions } from '../../db/schema.ts';
import { notFound } from '../../http/errors.ts';
import type { Principal } from '../../http/principal.ts';
import type { Context } from '../../platform/context.ts';
import { wrongCredentials, holdUser, type User } from './credentials.ts';
import { endTokens } from './end-access.ts';
import type { SessionView } from './schemas.ts';
import { startSession } from './sessions.ts';

/** Starts a browser's session, in place of the one that the request came with. The admin host lets in admins only, and tells others nothing. */
export const logIn = async (
  context: Context,
  req: Request,
  res: Response,
  user: User,
  admin: boolean,
): Promise<void> => {
  if (admin && user.role !== 'admin') throw wrongCredentials();
  await context.db.transaction(async (tx) => {
    await holdUser(tx, user);
    if (req.user?.session) await tx.delete(sessions).where(eq(sessions.id, req.user.session.id));
    await startSession({ ...context, db: tx }, req, res, user.id, admin);
  });
};

/** A session ends alone; a bearer token ends with all tokens of its user, because it does not say which login it came from. */
export const logOut = async (context: Context, user: Principal): Promise<void> => {
  const { session } = user;
  if (session === null) await context.db.transaction((tx) => endTokens(tx, user.id));
  else await context.db.delete(sessions).where(eq(sessions.id, session.id));
};

export const listSessions = async (context: Context, { id, session }: Principal): Promise<SessionView[]> => {
  const rows = await context.db
    .select()
    .from(sessions)
    .where(and(eq(sessions.userId, id), gt(sessions.expiresAt, new Date())))
    .orderBy(desc(sessions.createdAt));
  return rows.map((row) => ({
    id: row.id,
    userAgent: row.userAgent,
    admin: row.admin,
    current: row.id === session?.id,
    createdAt: row.createdAt,
    expiresAt: row.expiresAt,
  }));
};

export const endSession = async (context: Context, userId: string, sessionId: string): Promise<void> => {
  const ended = await context.db
    .delete(sessions)
    .where(and(eq(sessions.id, sessionId), eq(sessions.userId, userId)))
    .returning({ id: sessions.id });
  if (ended.length === 0) throw notFound();
};
