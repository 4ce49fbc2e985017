import { z } from 'zod';
import { line, page, text } from '../../http/validate.ts';

export const newListing = z.strictObject({
  kind: z.enum(['product', 'booking']).default('product'),
  title: line(120, 3),
  description: text(5000, 10),
  priceCents: z.number().int().min(50).max(10_000_000),
  stock: z.number().int().min(0).max(10_000).default(1),
  sellerNote: text(2000).default(''),
});

export const listingChanges = z.strictObject({
  title: line(120, 3).optional(),
  description: text(5000, 10).optional(),
  priceCents: z.number().int().min(50).max(10_000_000).optional(),
  stock: z.number().int().min(0).max(10_000).optional(),
  sellerNote: text(2000).optional(),
});

export const search = page.extend({
  q: line(100, 0).default(''),
  shop: line(80).optional(),
});

/** What everybody may see of a published listing. */
export const publicListing = z.object({
  id: z.uuid(),
  kind: z.enum(['product', 'booking']),
  title: z.string(),
  description: z.string(),
  priceCents: z.number().int(),
  currency: z.string(),
  inStock: z.boolean(),
  featured: z.boolean(),
  shop: z.object({ name: z.string(), slug: z.string() }),
  photos: z.array(z.object({ id: z.uuid(), url: z.string() })),
  publishedAt: z.date().nullable(),
});

/** What its seller sees. */
export const ownListing = publicListing.extend({
  status: z.enum(['draft', 'published', 'removed']),
  stock: z.number().int(),
  sellerNote: z.string(),
  updatedAt: z.date(),
});

export type PublicListing = z.infer<typeof publicListing>;
export type OwnListing = z.infer<typeof ownListing>;
