import { Router } from 'express';
import type { Limits } from '../../http/limits.ts';
import type { Context } from '../../platform/context.ts';
import { listingRoutes } from './api.ts';
import { listingPages } from './pages.ts';

export const listingsModule = (context: Context, limits: Limits): Router =>
  Router().use(listingRoutes(context, limits), listingPages(context, limits));
