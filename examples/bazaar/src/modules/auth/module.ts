import { Router } from 'express';
import type { Limits } from '../../http/limits.ts';
import type { Context } from '../../platform/context.ts';
import { authRoutes } from './api.ts';
import { authPages } from './pages.ts';

export const authModule = (context: Context, limits: Limits): Router =>
  Router().use(authRoutes(context, limits), authPages(context, limits));
