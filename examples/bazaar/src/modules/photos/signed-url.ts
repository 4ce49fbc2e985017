import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Config } from '../../platform/config.ts';

type Settings = Pick<Config, 'FILE_URL_SECRET'>;
const HOUR = 3600;

const signature = ({ FILE_URL_SECRET }: Settings, photoId: string, expires: number): string =>
  createHmac('sha256', FILE_URL_SECRET).update(`photo:${photoId}:${expires}`).digest('base64url');

/** Works for one to two hours: it changes once an hour, so that browsers can keep the picture. */
export const signedPhotoUrl = (settings: Settings, photoId: string, now = Date.now()): string => {
  const expires = (Math.floor(now / 1000 / HOUR) + 2) * HOUR;
  return `/photos/${photoId}?expires=${expires}&signature=${signature(settings, photoId, expires)}`;
};

export const isSignedPhotoUrl = (
  settings: Settings,
  photoId: string,
  query: { expires?: unknown; signature?: unknown },
  now = Date.now(),
): boolean => {
  const expires = Number(query.expires);
  if (!Number.isSafeInteger(expires) || expires * 1000 < now || typeof query.signature !== 'string') return false;
  const given = Buffer.from(query.signature);
  const expected = Buffer.from(signature(settings, photoId, expires));
  return given.length === expected.length && timingSafeEqual(given, expected);
};
