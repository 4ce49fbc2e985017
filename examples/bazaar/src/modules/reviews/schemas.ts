import { z } from 'zod';
import { text } from '../../http/validate.ts';

const rating = z.number().int().min(1).max(5);

export const newReview = z.strictObject({
  listingId: z.uuid().toLowerCase(),
  rating,
  body: text(2000, 10),
});

/** What everybody sees: of the author no more than the first name. */
export const publicReview = z.object({
  id: z.uuid(),
  rating,
  body: z.string(),
  author: z.string(),
  createdAt: z.date(),
});

export type PublicReview = z.infer<typeof publicReview>;
