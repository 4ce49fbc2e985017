import type { Request, RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { HttpError } from './errors.ts';

export interface Limits {
  login: RequestHandler;
  signUp: RequestHandler;
  /** Codes and links sent by mail, and tries at them. */
  mailCodes: RequestHandler;
  /** The password asked for again, by somebody who is logged in. */
  passwordChecks: RequestHandler;
  search: RequestHandler;
  checkout: RequestHandler;
  assistant: RequestHandler;
  /** Everything that changes something. */
  writes: RequestHandler;
}

const MINUTE = 60_000;

const tooMany = (): HttpError => new HttpError(429, 'too_many_requests', 'Too many requests. Please wait a little.');

const address = (req: Request): string => ipKeyGenerator(req.ip ?? '');
const account = (req: Request): string => {
  const body = req.body as { email?: unknown } | undefined;
  return typeof body?.email === 'string' ? body.email.trim().toLowerCase().slice(0, 254) : '';
};
const userOrAddress = (req: Request): string => req.user?.id ?? address(req);

const limit = (most: number, windowMs: number, key: (req: Request) => string, onlyFailures = false): RequestHandler =>
  rateLimit({
    limit: most,
    windowMs,
    keyGenerator: key,
    skipSuccessfulRequests: onlyFailures,
    standardHeaders: 'draft-7',
    legacyHeaders: false,
    handler: (_req, _res, next) => next(tooMany()),
  });

const both =
  (first: RequestHandler, second: RequestHandler): RequestHandler =>
  (req, res, next) =>
    void first(req, res, (error?: unknown) => {
      if (error === undefined) void second(req, res, next);
      else next(error);
    });

/** `factor` lets tests make many requests; the server leaves it at 1. */
export const createLimits = (factor = 1): Limits => ({
  // Per account and address, so that a stranger cannot lock an owner out; and per address, so that many accounts cannot be tried.
  login: both(
    limit(10 * factor, 15 * MINUTE, (req) => `${account(req)} ${address(req)}`, true),
    limit(50 * factor, 15 * MINUTE, address, true),
  ),
  signUp: limit(20 * factor, 60 * MINUTE, address),
  mailCodes: both(
    limit(5 * factor, 15 * MINUTE, (req) => account(req) || userOrAddress(req)),
    limit(30 * factor, 15 * MINUTE, address),
  ),
  passwordChecks: limit(10 * factor, 15 * MINUTE, userOrAddress, true),
  search: limit(60 * factor, MINUTE, userOrAddress),
  checkout: limit(10 * factor, MINUTE, userOrAddress),
  assistant: limit(10 * factor, MINUTE, userOrAddress),
  writes: limit(120 * factor, MINUTE, userOrAddress),
});
