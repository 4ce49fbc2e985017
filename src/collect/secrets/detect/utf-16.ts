/** Text of UTF-16, with a byte order mark or without, as latin1 bytes; other bytes as they are. */
export const decodeUtf16 = (bytes: Buffer): { bytes: Buffer; via: 'utf-16' | null } => {
  const little = (bytes[0] === 0xff && bytes[1] === 0xfe) || alternates(bytes, 1);
  const big = (bytes[0] === 0xfe && bytes[1] === 0xff) || alternates(bytes, 0);
  if (!little && !big) return { bytes, via: null };
  const even = bytes.subarray(0, bytes.length & ~1);
  const ordered = big ? Buffer.from(even).swap16() : even;
  return { bytes: Buffer.from(ordered.toString('utf16le'), 'latin1'), via: 'utf-16' };
};

const LOOKED_AT = 16;

/** Without a mark: ASCII with a NUL at every even (`nulAt` 0) or every odd place. */
const alternates = (bytes: Buffer, nulAt: 0 | 1): boolean => {
  if (bytes.length < LOOKED_AT || bytes[nulAt] !== 0) return false;
  for (let i = 0; i < LOOKED_AT; i++) if ((bytes[i] === 0) !== (i % 2 === nulAt)) return false;
  return true;
};
