import { Router } from 'express';
import { badRequest, notFound } from '../../http/errors.ts';
import { requireSeller, shopOf } from '../../http/guards.ts';
import type { Limits } from '../../http/limits.ts';
import { idFrom } from '../../http/validate.ts';
import type { Context } from '../../platform/context.ts';
import { addPhoto, deletePhoto, loadPhoto } from './service.ts';
import { isSignedPhotoUrl } from './signed-url.ts';
import { onePhoto } from './upload.ts';

/** Uploading, removing and showing pictures. A browser's upload carries its CSRF token in the header. */
export const photoRoutes = (context: Context, limits: Limits): Router => {
  const router = Router();

  router.post('/api/seller/listings/:listingId/photos', requireSeller, limits.writes, onePhoto, async (req, res) => {
    const listingId = idFrom(req.params['listingId']);
    if (req.file === undefined) throw badRequest('Some fields are not right.', { photo: 'must be one file' });
    res.status(201).json(await addPhoto(context, shopOf(req), listingId, req.file.buffer));
  });

  router.delete('/api/seller/listings/:listingId/photos/:photoId', requireSeller, limits.writes, async (req, res) => {
    await deletePhoto(context, shopOf(req), idFrom(req.params.listingId), idFrom(req.params.photoId));
    res.status(204).end();
  });

  router.post('/shop/listings/:listingId/photos/:photoId/delete', requireSeller, limits.writes, async (req, res) => {
    const listingId = idFrom(req.params.listingId);
    await deletePhoto(context, shopOf(req), listingId, idFrom(req.params.photoId));
    res.redirect(303, `/shop/listings/${listingId}`);
  });

  router.get('/photos/:photoId', async (req, res) => {
    const photoId = idFrom(req.params.photoId);
    if (!isSignedPhotoUrl(context.config, photoId, req.query)) throw notFound();
    const { contentType, bytes } = await loadPhoto(context, photoId);
    res.set({
      'Content-Type': contentType,
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Content-Disposition': `inline; filename="photo.${contentType.split('/')[1]}"`,
      'Cache-Control': 'private, max-age=3600',
    });
    res.send(bytes);
  });

  return router;
};
