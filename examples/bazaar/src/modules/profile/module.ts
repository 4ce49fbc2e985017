import { Router } from 'express';
import type { Limits } from '../../http/limits.ts';
import type { Context } from '../../platform/context.ts';
import { profileRoutes } from './api.ts';
import { profilePages } from './pages.ts';

export const profileModule = (context: Context, limits: Limits): Router =>
  Router().use(profileRoutes(context, limits), profilePages(context, limits));
