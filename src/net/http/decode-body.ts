import {
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  createZstdDecompress,
} from 'node:zlib';

const partial = { finishFlush: constants.Z_SYNC_FLUSH };

/** `deflate` is a zlib stream (RFC 1950) by the book and a bare one (RFC 1951) by many servers. */
const hasZlibHeader = ([first = 0, second = 0]: Uint8Array): boolean =>
  (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0;

const DECODERS: Readonly<Record<string, (body: Uint8Array) => NodeJS.ReadWriteStream>> = {
  gzip: () => createGunzip(partial),
  'x-gzip': () => createGunzip(partial),
  deflate: (body) => (hasZlibHeader(body) ? createInflate(partial) : createInflateRaw(partial)),
  br: () => createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH }),
  zstd: () => createZstdDecompress({ finishFlush: constants.ZSTD_e_flush }),
};
/** A body coded more often than this is made to hurt. */
const MOST_CODINGS = 3;
/** Text packs to a twentieth; what unpacks to more than this many times its size, or to more bytes, is made to burst whoever does. */
const BOMB = { times: 100, bytes: 32 * 1024 * 1024 };

export interface Decoded {
  body: Uint8Array;
  /** More came than was kept, or it could not be read to its end. */
  cut: boolean;
  /** It was packed to burst whoever unpacks it. */
  bomb: boolean;
}

/**
 * The body as its sender had it (RFC 9110 8.4), the first `maxBytes` of it. What is unknown or
 * broken from its beginning comes back as it was sent and counts as cut.
 */
export const decodeBody = async (body: Uint8Array, coding: string, maxBytes: number): Promise<Decoded> => {
  const codings = coding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  const asSent = { body, cut: true, bomb: false };
  if (codings.length > MOST_CODINGS) return { ...asSent, bomb: true };
  let decoded = body;
  let cut = false;
  const most = Math.max(maxBytes, Math.min(BOMB.bytes, BOMB.times * body.byteLength));
  for (const name of codings.toReversed()) {
    const decode = DECODERS[name];
    const step = decode === undefined ? null : await unpacked(decode(decoded), decoded, maxBytes, most);
    if (step === null) return asSent;
    decoded = step.bytes;
    cut ||= step.cut;
    if (step.bomb) return { body: decoded, cut, bomb: true };
  }
  return { body: decoded, cut, bomb: false };
};

const unpacked = async (
  stream: NodeJS.ReadWriteStream,
  body: Uint8Array,
  maxBytes: number,
  most: number,
): Promise<{ bytes: Uint8Array; cut: boolean; bomb: boolean } | null> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const kept = (cut: boolean, bomb = false): { bytes: Uint8Array; cut: boolean; bomb: boolean } => ({
    bytes: Buffer.concat(chunks).subarray(0, maxBytes),
    cut,
    bomb,
  });
  try {
    stream.end(body);
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      if (size <= maxBytes) chunks.push(chunk);
      size += chunk.byteLength;
      // What is too much is counted, not kept: a long answer and a bomb begin alike.
      if (size > most) return kept(true, true);
    }
    return kept(size > maxBytes);
  } catch {
    return size === 0 && body.byteLength > 0 ? null : kept(true);
  }
};
