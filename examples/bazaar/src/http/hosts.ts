import type { Request, RequestHandler } from 'express';
import type { Config } from '../platform/config.ts';
import { notFound } from './errors.ts';

/** The Host header as sent: X-Forwarded-Host is the client's to write and is not believed. */
export const onAdminHost = ({ ADMIN_ORIGIN }: Pick<Config, 'ADMIN_ORIGIN'>, req: Request): boolean =>
  req.headers.host === new URL(ADMIN_ORIGIN).host;

/** The admin area answers on its own host only; elsewhere it does not exist. */
export const adminHostOnly =
  (config: Pick<Config, 'ADMIN_ORIGIN'>): RequestHandler =>
  (req, _res, next) => {
    if (!onAdminHost(config, req)) throw notFound();
    next();
  };
