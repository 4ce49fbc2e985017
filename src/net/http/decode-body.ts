import {
  brotliDecompressSync,
  constants,
  gunzipSync,
  inflateRawSync,
  inflateSync,
  zstdDecompressSync,
} from 'node:zlib';

const partial = { finishFlush: constants.Z_SYNC_FLUSH };

const inflateEither = (body: Uint8Array, maxOutputLength: number): Buffer => {
  try {
    return inflateSync(body, { ...partial, maxOutputLength });
  } catch (error) {
    if (isTooLarge(error)) throw error;
    return inflateRawSync(body, { ...partial, maxOutputLength });
  }
};

const DECODERS: Readonly<Record<string, (body: Uint8Array, maxOutputLength: number) => Buffer>> = {
  gzip: (body, maxOutputLength) => gunzipSync(body, { ...partial, maxOutputLength }),
  'x-gzip': (body, maxOutputLength) => gunzipSync(body, { ...partial, maxOutputLength }),
  deflate: inflateEither,
  br: (body, maxOutputLength) =>
    brotliDecompressSync(body, { finishFlush: constants.BROTLI_OPERATION_FLUSH, maxOutputLength }),
  zstd: (body, maxOutputLength) => zstdDecompressSync(body, { finishFlush: constants.ZSTD_e_flush, maxOutputLength }),
};
/** A body coded more often than this is made to hurt. */
const MOST_CODINGS = 3;

const isTooLarge = (error: unknown): boolean => (error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE';

/**
 * The body as its sender had it (RFC 9110 8.4). What is unknown, broken or larger than `maxBytes` once unpacked comes back as it was
 * sent and counts as cut.
 */
export const decodeBody = (body: Uint8Array, coding: string, maxBytes: number): { body: Uint8Array; cut: boolean } => {
  const codings = coding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  if (codings.length > MOST_CODINGS) return { body, cut: true };
  let decoded = body;
  for (const name of codings.toReversed()) {
    const decode = DECODERS[name];
    if (decode === undefined) return { body, cut: true };
    try {
      decoded = decode(decoded, maxBytes);
    } catch {
      return { body, cut: true };
    }
  }
  return { body: decoded, cut: false };
};
