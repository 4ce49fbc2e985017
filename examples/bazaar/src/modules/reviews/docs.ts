import { z } from 'zod';
import type { Operation } from '../../http/openapi.ts';
import { newReview, publicReview } from './schemas.ts';

const tag = 'Reviews';

export const reviewOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/listings/{listingId}/reviews',
    tag,
    summary: 'What buyers say of a published listing',
    access: 'public',
    answer: { status: 200, body: z.object({ reviews: z.array(publicReview) }) },
  },
  {
    method: 'post',
    path: '/api/orders/{orderId}/reviews',
    tag,
    summary: 'Review something from your completed order, once',
    access: 'verified',
    body: newReview,
    answer: { status: 201, body: publicReview },
  },
];
