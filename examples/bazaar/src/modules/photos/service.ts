import { and, count, eq, inArray, ne } from 'drizzle-orm';
import type { Database, Transaction } from '../../db/client.ts';
import { listings, photos } from '../../db/schema.ts';
import { conflict, notFound } from '../../http/errors.ts';
import type { Context } from '../../platform/context.ts';
import { randomToken } from '../../platform/secrets.ts';
import { readPhoto, removePhoto, writePhoto } from './files.ts';
import type { Photo } from './schemas.ts';
import { signedPhotoUrl } from './signed-url.ts';
import { photoTypeOf } from './upload.ts';

const MOST_PHOTOS = 8;

const ownListing = (db: Database | Transaction, shopId: string, listingId: string) =>
  db
    .select({ id: listings.id })
    .from(listings)
    .where(and(eq(listings.id, listingId), eq(listings.shopId, shopId), ne(listings.status, 'removed')));

/** Adds a photo to a listing of the shop. The listing's row is locked, so that many at once do not pass the limit. */
export const addPhoto = async (context: Context, shopId: string, listingId: string, bytes: Buffer): Promise<Photo> => {
  const contentType = await photoTypeOf(bytes);
  const fileKey = randomToken();
  try {
    const added = await context.db.transaction(async (tx) => {
      const own = await ownListing(tx, shopId, listingId).for('update');
      if (own.length === 0) throw notFound();
      const [has] = await tx.select({ n: count() }).from(photos).where(eq(photos.listingId, listingId));
      if ((has?.n ?? 0) >= MOST_PHOTOS) throw conflict('too_many', `A listing has ${MOST_PHOTOS} photos at most.`);
      await writePhoto(context.config, fileKey, bytes);
      const [row] = await tx
        .insert(photos)
        .values({ listingId, fileKey, contentType, bytes: bytes.length })
        .returning({ id: photos.id });
      if (row === undefined) throw new Error('the photo was not written');
      return row;
    });
    return { id: added.id, url: signedPhotoUrl(context.config, added.id) };
  } catch (error) {
    await removePhoto(context.config, fileKey);
    throw error;
  }
};

export const deletePhoto = async (
  context: Context,
  shopId: string,
  listingId: string,
  photoId: string,
): Promise<void> => {
  const [deleted] = await context.db
    .delete(photos)
    .where(and(eq(photos.id, photoId), inArray(photos.listingId, ownListing(context.db, shopId, listingId))))
    .returning({ fileKey: photos.fileKey });
  if (deleted === undefined) throw notFound();
  await removePhoto(context.config, deleted.fileKey);
};

/** For a signed address; the signature is the permission. */
export const loadPhoto = async (context: Context, photoId: string): Promise<{ contentType: string; bytes: Buffer }> => {
  const [row] = await context.db
    .select({ fileKey: photos.fileKey, contentType: photos.contentType })
    .from(photos)
    .where(eq(photos.id, photoId));
  const bytes = row === undefined ? null : await readPhoto(context.config, row.fileKey);
  if (row === undefined || bytes === null) throw notFound();
  return { contentType: row.contentType, bytes };
};
