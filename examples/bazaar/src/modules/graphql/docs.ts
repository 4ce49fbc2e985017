import { z } from 'zod';
import type { Operation } from '../../http/openapi.ts';

export const graphqlOperations: readonly Operation[] = [
  {
    method: 'post',
    path: '/graphql',
    tag: 'GraphQL',
    summary: 'Search by GraphQL: listings, listing, shop, me',
    access: 'public',
    body: z.object({
      query: z.string(),
      operationName: z.string().optional(),
      variables: z.record(z.string(), z.unknown()).optional(),
    }),
    answer: {
      status: 200,
      body: z.object({
        data: z.record(z.string(), z.unknown()).nullable().optional(),
        errors: z.array(z.object({ message: z.string() })).optional(),
      }),
    },
  },
];
