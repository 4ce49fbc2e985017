import { Router } from 'express';
import type { Limits } from '../../http/limits.ts';
import type { Context } from '../../platform/context.ts';
import { orderRoutes } from './api.ts';
import { orderPages } from './pages.ts';
import { sellerOrderRoutes } from './seller-api.ts';
import { sellerOrderPages } from './seller-pages.ts';

export const ordersModule = (context: Context, limits: Limits): Router =>
  Router().use(
    orderRoutes(context, limits),
    sellerOrderRoutes(context, limits),
    orderPages(context, limits),
    sellerOrderPages(context, limits),
  );
