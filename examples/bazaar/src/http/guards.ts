import type { Request, RequestHandler } from 'express';
import type { Role } from '../db/types.ts';
import { forbidden, unauthorized } from './errors.ts';
import type { Principal } from './principal.ts';

/** The logged-in user of a request that went through a guard. */
export const userOf = (req: Request): Principal => {
  if (req.user === undefined) throw unauthorized();
  return req.user;
};

export const requireUser: RequestHandler = (req, _res, next) => {
  userOf(req);
  next();
};

/** For what reaches other people: the address must have been confirmed. */
export const requireVerified: RequestHandler = (req, _res, next) => {
  if (!userOf(req).verified) throw forbidden('Please confirm your e-mail address first.');
  next();
};

export const requireRole =
  (...roles: readonly Role[]): RequestHandler =>
  (req, _res, next) => {
    if (!roles.includes(userOf(req).role)) throw forbidden();
    next();
  };

/** A user with a shop of their own. */
export const requireSeller: RequestHandler = (req, _res, next) => {
  const user = userOf(req);
  if (user.role !== 'seller' || user.shopId === null) throw forbidden('This is for sellers.');
  next();
};

export const shopOf = (req: Request): string => {
  const { shopId } = userOf(req);
  if (shopId === null) throw forbidden('This is for sellers.');
  return shopId;
};
