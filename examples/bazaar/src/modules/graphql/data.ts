import { eq } from 'drizzle-orm';
import { shops } from '../../db/schema.ts';
import { HttpError } from '../../http/errors.ts';
import { idFrom, parse } from '../../http/validate.ts';
import type { Context } from '../../platform/context.ts';
import { search as searchSchema, type PublicListing } from '../listings/schemas.ts';
import { findPublicListing, searchListings } from '../listings/service.ts';

/** What everybody may see of a shop. */
export interface PublicShop {
  name: string;
  slug: string;
  about: string;
}

/** The arguments go through the same schema as those of the API. */
export const search = (context: Context, args: Record<string, unknown>): Promise<PublicListing[]> =>
  searchListings(context, parse(searchSchema, args));

/** Null for what does not exist or is not published. */
export const findListing = async (context: Context, id: unknown): Promise<PublicListing | null> => {
  try {
    return await findPublicListing(context, idFrom(id));
  } catch (error) {
    if (error instanceof HttpError && error.status === 404) return null;
    throw error;
  }
};

export const findShop = async ({ db }: Context, slug: string): Promise<PublicShop | null> => {
  const [shop] = await db
    .select({ name: shops.name, slug: shops.slug, about: shops.about })
    .from(shops)
    .where(eq(shops.slug, slug));
  return shop ?? null;
};
