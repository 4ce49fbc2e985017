import { z } from 'zod';
import { line, text } from '../../http/validate.ts';
import { publicListing } from '../listings/schemas.ts';

export const newShop = z.strictObject({ name: line(60, 3), about: text(1000).default('') });

export const shopChanges = z
  .strictObject({ name: line(60, 3).optional(), about: text(1000).optional() })
  .refine((changes) => Object.keys(changes).length > 0, 'must change something');

/** What everybody sees of a shop. */
export const publicShop = z.object({
  slug: z.string(),
  name: z.string(),
  about: z.string(),
  listings: z.array(publicListing),
});

/** What its owner sees. */
export const ownShop = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  about: z.string(),
  createdAt: z.date(),
});

export type PublicShop = z.infer<typeof publicShop>;
export type OwnShop = z.infer<typeof ownShop>;
