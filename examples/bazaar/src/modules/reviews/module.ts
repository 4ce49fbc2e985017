import { Router } from 'express';
import type { Limits } from '../../http/limits.ts';
import type { Context } from '../../platform/context.ts';
import { reviewRoutes } from './api.ts';
import { reviewPages } from './pages.ts';

export const reviewsModule = (context: Context, limits: Limits): Router =>
  Router().use(reviewRoutes(context, limits), reviewPages(context, limits));
