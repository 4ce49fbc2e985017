import { Router, type RequestHandler } from 'express';
import { notFound } from '../../http/errors.ts';
import { adminHostOnly, onAdminHost } from '../../http/hosts.ts';
import type { Limits } from '../../http/limits.ts';
import type { Context } from '../../platform/context.ts';
import { adminRoutes } from './api.ts';
import { adminPages } from './pages.ts';

/** What the admin host has in common with the shop's: no pages but these, and the API. */
const isShared = (path: string): boolean => path === '/login' || path === '/logout' || path.startsWith('/api/');

/** The admin area. On its host the shop's pages do not exist, and on other hosts the admin area does not. */
export const adminModule = (context: Context, limits: Limits): Router => {
  const router = Router();
  const pages = Router().use(adminPages(context, limits), ({ path }, _res, next) => {
    if (!isShared(path)) throw notFound();
    next();
  });
  const nothingMore: RequestHandler = () => {
    throw notFound();
  };
  const onItsHost: RequestHandler = (req, res, next) => {
    if (!onAdminHost(context.config, req)) return next();
    res.locals.adminHost = true;
    return void pages(req, res, next);
  };
  return router
    .use('/api/admin', adminHostOnly(context.config), adminRoutes(context, limits), nothingMore)
    .use(onItsHost);
};
