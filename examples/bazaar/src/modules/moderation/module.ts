import { Router } from 'express';
import type { Limits } from '../../http/limits.ts';
import type { Context } from '../../platform/context.ts';
import { moderationRoutes } from './api.ts';
import { moderationPages } from './pages.ts';

export const moderationModule = (context: Context, limits: Limits): Router =>
  Router().use(moderationRoutes(context, limits), moderationPages(context, limits));
