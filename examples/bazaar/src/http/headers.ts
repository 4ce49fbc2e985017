import type { RequestHandler } from 'express';
import helmet from 'helmet';
import type { Config } from '../platform/config.ts';

/** Security headers for every answer, errors included. */
export const securityHeaders = ({
  production,
  PAYMENT_PAGE_URL,
}: Pick<Config, 'production' | 'PAYMENT_PAGE_URL'>): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        // The pay button ends on the payment page, and browsers hold redirects of forms to this too.
        formAction: ["'self'", ...(PAYMENT_PAGE_URL === undefined ? [] : [new URL(PAYMENT_PAGE_URL).origin])],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        ...(production ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    strictTransportSecurity: production ? { maxAge: 63_072_000, includeSubDomains: true } : false,
  });

/** Answers are private unless a route says otherwise. */
export const noStore: RequestHandler = (_req, res, next) => {
  res.set('Cache-Control', 'no-store');
  next();
};

/** For pages that look the same to everybody without a session. */
export const publicCache: RequestHandler = (req, res, next) => {
  if (req.headers.cookie === undefined && req.headers.authorization === undefined) {
    res.set('Cache-Control', 'public, max-age=60').vary('Cookie').vary('Authorization');
  }
  next();
};
