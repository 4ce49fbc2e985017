import { Router } from 'express';
import type { Limits } from '../../http/limits.ts';
import type { Context } from '../../platform/context.ts';
import { payoutRoutes } from './api.ts';
import { payoutPages } from './pages.ts';

export const payoutsModule = (context: Context, limits: Limits): Router =>
  Router().use(payoutRoutes(context, limits), payoutPages(context, limits));
