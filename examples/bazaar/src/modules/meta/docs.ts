import { z } from 'zod';
import type { Operation } from '../../http/openapi.ts';

export const metaOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/health',
    tag: 'Service',
    summary: 'Whether the app and its database answer, and which release runs',
    access: 'public',
    answer: { status: 200, body: z.object({ status: z.enum(['ok', 'unavailable']), release: z.string() }) },
  },
];
