import { and, eq, gt } from 'drizzle-orm';
import type { CookieOptions, Request, Response } from 'express';
import { sessions, users } from '../../db/schema.ts';
import type { Context } from '../../platform/context.ts';
import { randomToken, sha256 } from '../../platform/secrets.ts';

const LIFETIME = 14 * 24 * 3600_000;
/** The admin area asks for a login every working day. */
const ADMIN_LIFETIME = 8 * 3600_000;

const cookieName = ({ config }: Context): string => (config.production ? '__Host-session' : 'session');
const cookieOptions = ({ config }: Context): CookieOptions => ({
  httpOnly: true,
  secure: config.production,
  sameSite: 'lax',
  path: '/',
});

/** Starts a session of its own for every login, so that one planted before it is worth nothing. */
export const startSession = async (
  context: Context,
  req: Request,
  res: Response,
  userId: string,
  admin: boolean,
): Promise<void> => {
  const token = randomToken();
  const lifetime = admin ? ADMIN_LIFETIME : LIFETIME;
  await context.db.insert(sessions).values({
    tokenHash: sha256(token),
    userId,
    admin,
    csrfToken: randomToken(),
    userAgent: (req.get('user-agent') ?? '').slice(0, 200),
    expiresAt: new Date(Date.now() + lifetime),
  });
  res.cookie(cookieName(context), token, { ...cookieOptions(context), maxAge: lifetime });
};

export const clearSessionCookie = (context: Context, res: Response): void => {
  res.clearCookie(cookieName(context), cookieOptions(context));
};

/** The session that the request's cookie names, with its user; null when there is none or it has ended. */
export const findSession = async (context: Context, cookies: Readonly<Record<string, string | undefined>>) => {
  const token = cookies[cookieName(context)];
  if (token === undefined || token === '') return null;
  const [row] = await context.db
    .select({ session: sessions, user: users })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(sessions.tokenHash, sha256(token)), gt(sessions.expiresAt, new Date())));
  return row ?? null;
};
