import { Router } from 'express';
import type { Limits } from '../../http/limits.ts';
import type { Context } from '../../platform/context.ts';
import { shopRoutes } from './api.ts';
import { shopPages } from './pages.ts';

export const shopsModule = (context: Context, limits: Limits): Router =>
  Router().use(shopRoutes(context, limits), shopPages(context, limits));
