import { and, asc, desc, eq, ilike, inArray, ne, or, type SQL } from 'drizzle-orm';
import type { z } from 'zod';
import { listings, photos, shops } from '../../db/schema.ts';
import { conflict, notFound } from '../../http/errors.ts';
import type { Context } from '../../platform/context.ts';
import { audit } from '../audit/record.ts';
import { removePhoto } from '../photos/files.ts';
import { signedPhotoUrl } from '../photos/signed-url.ts';
import type { listingChanges, newListing, OwnListing, PublicListing, search } from './schemas.ts';

type Listing = typeof listings.$inferSelect;
interface Row {
  listing: Listing;
  shop: { name: string; slug: string };
}

const columns = { listing: listings, shop: { name: shops.name, slug: shops.slug } };

const likeText = (term: string): string => `%${term.replaceAll(/[\\%_]/g, (character) => `\\${character}`)}%`;

/** Published listings only, newest first. */
export const searchListings = async (
  context: Context,
  { q, shop, limit, offset }: z.infer<typeof search>,
): Promise<PublicListing[]> => {
  const conditions: (SQL | undefined)[] = [eq(listings.status, 'published')];
  for (const term of q.split(/\s+/).filter(Boolean).slice(0, 5)) {
    conditions.push(or(ilike(listings.title, likeText(term)), ilike(listings.description, likeText(term))));
  }
  if (shop !== undefined) conditions.push(eq(shops.slug, shop));
  const rows = await context.db
    .select(columns)
    .from(listings)
    .innerJoin(shops, eq(shops.id, listings.shopId))
    .where(and(...conditions))
    .orderBy(desc(listings.featured), desc(listings.publishedAt), asc(listings.id))
    .limit(limit)
    .offset(offset);
  return withPhotos(context, rows, publicView);
};

export const findPublicListing = async (context: Context, id: string): Promise<PublicListing> => {
  const rows = await context.db
    .select(columns)
    .from(listings)
    .innerJoin(shops, eq(shops.id, listings.shopId))
    .where(and(eq(listings.id, id), eq(listings.status, 'published')));
  const [listing] = await withPhotos(context, rows, publicView);
  if (listing === undefined) throw notFound();
  return listing;
};

/** A shop's listings with drafts and notes; for its owner. */
export const listOwnListings = async (context: Context, shopId: string): Promise<OwnListing[]> => {
  const rows = await context.db
    .select(columns)
    .from(listings)
    .innerJoin(shops, eq(shops.id, listings.shopId))
    .where(eq(listings.shopId, shopId))
    .orderBy(desc(listings.createdAt));
  return withPhotos(context, rows, ownView);
};

export const findOwnListing = async (context: Context, shopId: string, id: string): Promise<OwnListing> => {
  const rows = await context.db
    .select(columns)
    .from(listings)
    .innerJoin(shops, eq(shops.id, listings.shopId))
    .where(and(eq(listings.id, id), eq(listings.shopId, shopId)));
  const [listing] = await withPhotos(context, rows, ownView);
  if (listing === undefined) throw notFound();
  return listing;
};

export const createListing = async (
  context: Context,
  shopId: string,
  values: z.infer<typeof newListing>,
): Promise<OwnListing> => {
  const [created] = await context.db
    .insert(listings)
    .values({ ...values, shopId })
    .returning({ id: listings.id });
  if (created === undefined) throw new Error('the listing was not written');
  return findOwnListing(context, shopId, created.id);
};

export const changeListing = async (
  context: Context,
  shopId: string,
  id: string,
  changes: z.infer<typeof listingChanges>,
): Promise<OwnListing> => {
  const changed = await context.db
    .update(listings)
    .set({ ...changes, updatedAt: new Date() })
    .where(and(eq(listings.id, id), eq(listings.shopId, shopId), ne(listings.status, 'removed')))
    .returning({ id: listings.id });
  if (changed.length === 0) throw notFound();
  return findOwnListing(context, shopId, id);
};

/** Publishing twice is no error and changes nothing. What moderators removed stays removed. */
export const setPublished = async (
  context: Context,
  owner: { userId: string; shopId: string },
  id: string,
  published: boolean,
): Promise<OwnListing> => {
  const listing = await findOwnListing(context, owner.shopId, id);
  if (listing.status === 'removed') throw conflict('removed', 'This listing was removed by the moderators.');
  if ((listing.status === 'published') === published) return listing;
  await context.db.transaction(async (tx) => {
    const changed = await tx
      .update(listings)
      .set({
        status: published ? 'published' : 'draft',
        publishedAt: published ? new Date() : null,
        updatedAt: new Date(),
      })
      .where(and(eq(listings.id, id), eq(listings.shopId, owner.shopId), ne(listings.status, 'removed')))
      .returning({ id: listings.id });
    if (changed.length === 0) throw conflict('removed', 'This listing was removed by the moderators.');
    const action = published ? 'listing.published' : 'listing.unpublished';
    await audit(tx, { actorId: owner.userId, action, subject: { type: 'listing', id } });
  });
  return findOwnListing(context, owner.shopId, id);
};

/** Only a draft that was never ordered can be deleted; everything else is unpublished. */
export const deleteDraft = async (context: Context, shopId: string, id: string): Promise<void> => {
  const listing = await findOwnListing(context, shopId, id);
  if (listing.status !== 'draft') throw conflict('not_a_draft', 'Unpublish the listing first.');
  const files = await context.db.select({ key: photos.fileKey }).from(photos).where(eq(photos.listingId, id));
  try {
    await context.db
      .delete(listings)
      .where(and(eq(listings.id, id), eq(listings.shopId, shopId), eq(listings.status, 'draft')));
  } catch (error) {
    throw (error as { cause?: { code?: string } }).cause?.code === '23503'
      ? conflict('has_orders', 'This listing has orders and stays for the records.')
      : error;
  }
  for (const { key } of files) await removePhoto(context.config, key);
};

const withPhotos = async <T>(
  context: Context,
  rows: readonly Row[],
  view: (row: Row, pictures: PublicListing['photos']) => T,
): Promise<T[]> => {
  const ids = rows.map(({ listing }) => listing.id);
  const found =
    ids.length === 0
      ? []
      : await context.db
          .select({ id: photos.id, listingId: photos.listingId })
          .from(photos)
          .where(inArray(photos.listingId, ids))
          .orderBy(asc(photos.createdAt));
  return rows.map((row) =>
    view(
      row,
      found
        .filter((photo) => photo.listingId === row.listing.id)
        .map(({ id }) => ({ id, url: signedPhotoUrl(context.config, id) })),
    ),
  );
};

const publicView = ({ listing, shop }: Row, pictures: PublicListing['photos']): PublicListing => ({
  id: listing.id,
  kind: listing.kind,
  title: listing.title,
  description: listing.description,
  priceCents: listing.priceCents,
  currency: listing.currency,
  inStock: listing.stock > 0,
  featured: listing.featured,
  shop,
  photos: pictures,
  publishedAt: listing.publishedAt,
});

const ownView = (row: Row, pictures: PublicListing['photos']): OwnListing => ({
  ...publicView(row, pictures),
  status: row.listing.status,
  stock: row.listing.stock,
  sellerNote: row.listing.sellerNote,
  updatedAt: row.listing.updatedAt,
});
