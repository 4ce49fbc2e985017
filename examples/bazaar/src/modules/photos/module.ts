import type { Router } from 'express';
import type { Limits } from '../../http/limits.ts';
import type { Context } from '../../platform/context.ts';
import { photoRoutes } from './api.ts';

export const photosModule = (context: Context, limits: Limits): Router => photoRoutes(context, limits);
