import { fileTypeFromBuffer } from 'file-type';
import multer, { MulterError } from 'multer';
import type { RequestHandler } from 'express';
import { badRequest, HttpError } from '../../http/errors.ts';

const MOST_BYTES = 5 * 1024 * 1024;

const TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;
export type PhotoType = (typeof TYPES)[number];

const receive = multer({
  storage: multer.memoryStorage(),
  limits: { fileSize: MOST_BYTES, files: 1, fields: 4, parts: 5, fieldSize: 1024, headerPairs: 20 },
}).single('photo');

/** Reads one file of the field `photo` into memory. Whatever is wrong with the form is the client's doing. */
export const onePhoto: RequestHandler = (req, res, next) => {
  receive(req, res, (error: unknown) => {
    if (error === undefined || error === null) return next();
    if (error instanceof MulterError && error.code === 'LIMIT_FILE_SIZE') {
      return next(new HttpError(413, 'too_large', 'A photo may have 5 MB at most.'));
    }
    next(badRequest('The upload could not be read. Send one file in the field "photo".'));
  });
};

/** The type that the bytes have. The name and type that the client gives are not looked at. */
export const photoTypeOf = async (bytes: Buffer): Promise<PhotoType> => {
  const found = await fileTypeFromBuffer(bytes);
  const type = TYPES.find((known) => known === found?.mime);
  if (type === undefined)
    throw new HttpError(415, 'unsupported_media_type', 'Only JPEG, PNG and WebP pictures are accepted.');
  return type;
};
