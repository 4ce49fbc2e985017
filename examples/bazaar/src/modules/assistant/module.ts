import { Router } from 'express';
import type { Limits } from '../../http/limits.ts';
import type { Context } from '../../platform/context.ts';
import { assistantRoutes } from './api.ts';
import { createModel } from './model.ts';
import { assistantPages } from './pages.ts';

export const assistantModule = (context: Context, limits: Limits): Router => {
  const model = createModel(context);
  return Router().use(assistantRoutes(context, model, limits), assistantPages(context, model, limits));
};
