import { Router } from 'express';
import type { Limits } from '../../http/limits.ts';
import type { Context } from '../../platform/context.ts';
import { cartRoutes } from './api.ts';
import { cartPages } from './pages.ts';

export const cartModule = (context: Context, limits: Limits): Router =>
  Router().use(cartRoutes(context, limits), cartPages(context, limits));
