import { parseCookie } from 'cookie';
import { eq } from 'drizzle-orm';
import type { Request, RequestHandler } from 'express';
import { shops, users } from '../db/schema.ts';
import { readAccessToken } from '../modules/auth/access-token.ts';
import { findSession } from '../modules/auth/sessions.ts';
import type { Context } from '../platform/context.ts';
import { unauthorized } from './errors.ts';
import { onAdminHost } from './hosts.ts';
import type { Principal } from './principal.ts';

type User = typeof users.$inferSelect;

/** Puts the user on the request when it carries a valid bearer token or session. A bearer token that is not valid is refused. */
export const authenticate =
  (context: Context): RequestHandler =>
  async (req, _res, next) => {
    const principal = await readPrincipal(context, req);
    if (principal !== null) req.user = principal;
    next();
  };

/** Who the request's credentials name right now; null for nobody. Throws for a bearer token that is not valid. */
export const readPrincipal = async (context: Context, req: Request): Promise<Principal | null> => {
  const { authorization } = req.headers;
  return authorization === undefined
    ? fromSession(context, req.headers.cookie, onAdminHost(context.config, req))
    : fromBearer(context, authorization);
};

const fromBearer = async (context: Context, header: string): Promise<Principal> => {
  const [scheme, token, ...rest] = header.split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || token === undefined || rest.length > 0) throw unauthorized();
  const claims = await readAccessToken(context.config, token);
  if (claims === null) throw unauthorized();
  const [user] = await context.db.select().from(users).where(eq(users.id, claims.sub));
  if (user === undefined || user.status !== 'active' || user.authEpoch !== claims.epoch) throw unauthorized();
  return principalOf(context, user, null);
};

const fromSession = async (
  context: Context,
  cookies: string | undefined,
  admin: boolean,
): Promise<Principal | null> => {
  if (cookies === undefined) return null;
  const found = await findSession(context, parseCookie(cookies));
  if (found === null || found.user.status !== 'active' || found.session.admin !== admin) return null;
  const { id, csrfToken } = found.session;
  return principalOf(context, found.user, { id, csrfToken, admin });
};

const principalOf = async (context: Context, user: User, session: Principal['session']): Promise<Principal> => {
  const [shop] =
    user.role === 'seller'
      ? await context.db.select({ id: shops.id }).from(shops).where(eq(shops.ownerId, user.id))
      : [];
  return {
    id: user.id,
    email: user.email,
    name: user.name,
    role: user.role,
    verified: user.emailVerifiedAt !== null,
    shopId: shop?.id ?? null,
    session,
  };
};
