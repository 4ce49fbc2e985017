import { timingSafeEqual } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Config } from '../platform/config.ts';
import { forbidden } from './errors.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

const equal = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
};

/**
 * A request that changes something and rides on a browser's session must carry the session's token, in a header or a form field.
 * Before there is a session (login, sign-up), the browser's own word on where the request comes from decides.
 */
export const csrfProtection = ({
  APP_ORIGIN,
  ADMIN_ORIGIN,
}: Pick<Config, 'APP_ORIGIN' | 'ADMIN_ORIGIN'>): RequestHandler => {
  const ours = new Set([APP_ORIGIN, ADMIN_ORIGIN]);
  return (req, _res, next) => {
    if (SAFE.has(req.method)) return next();
    const { origin } = req.headers;
    if (origin !== undefined && !ours.has(origin)) throw forbidden('This request came from another site.');
    if (req.headers['sec-fetch-site'] === 'cross-site') throw forbidden('This request came from another site.');
    const session = req.user?.session;
    if (session === null || session === undefined) return next();
    const body = req.body as { _csrf?: unknown } | undefined;
    const given = req.get('x-csrf-token') ?? body?._csrf;
    if (typeof given !== 'string' || !equal(given, session.csrfToken)) {
      throw forbidden('This form is too old. Please load the page again.');
    }
    next();
  };
};
