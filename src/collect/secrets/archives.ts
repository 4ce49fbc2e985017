import { gunzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';

export interface ArchiveEntry {
  name: string;
  bytes: Buffer;
}

export interface Opened {
  entries: readonly ArchiveEntry[];
  /** Something in it was too large, too many or broken, and was not read. */
  cut: boolean;
}

const MAX_ENTRY = 16 * 1024 * 1024;
const MAX_TOTAL = 48 * 1024 * 1024;
const MAX_ENTRIES = 5000;
const BLOCK = 512;

/** Opens zip (jar, docx, vsix …), gzip and tar within bounds; null when the bytes are none of them. */
export const openArchive = (bytes: Buffer, name: string): Opened | null => {
  if (bytes.length > 30 && bytes.readUInt32LE(0) === 0x04034b50) return unzip(bytes);
  if (bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8) return gunzip(bytes, name);
  if (bytes.length >= BLOCK && bytes.toString('latin1', 257, 262) === 'ustar') return untar(bytes);
  return null;
};

const unzip = (bytes: Buffer): Opened => {
  let total = 0;
  let count = 0;
  let cut = false;
  try {
    // fflate inflates into a buffer of the declared size and no further, so a false size costs nothing.
    const files = unzipSync(bytes, {
      filter: (file) => {
        const fits = file.originalSize <= MAX_ENTRY && total + file.originalSize <= MAX_TOTAL && count < MAX_ENTRIES;
        if (!fits) cut = true;
        else {
          total += file.originalSize;
          count++;
        }
        return fits && file.originalSize > 0;
      },
    });
    return { entries: Object.entries(files).map(([name, content]) => ({ name, bytes: asBuffer(content) })), cut };
  } catch {
    return { entries: [], cut: true };
  }
};

const asBuffer = (content: Uint8Array): Buffer => Buffer.from(content.buffer, content.byteOffset, content.byteLength);

const gunzip = (bytes: Buffer, name: string): Opened => {
  try {
    const inner = gunzipSync(bytes, { maxOutputLength: MAX_TOTAL });
    return {
      entries: [{ name: (name.split('/').pop() ?? 'content').replace(/\.t?gz$/i, '') || 'content', bytes: inner }],
      cut: false,
    };
  } catch {
    return { entries: [], cut: true };
  }
};

const untar = (bytes: Buffer): Opened => {
  const entries: ArchiveEntry[] = [];
  let at = 0;
  while (at + BLOCK <= bytes.length && entries.length < MAX_ENTRIES) {
    const name = bytes.toString('utf8', at, at + 100).replace(/\0.*$/s, '');
    if (name === '') break;
    const size = parseInt(bytes.toString('latin1', at + 124, at + 136).replace(/\0.*$/s, ''), 8);
    if (!Number.isFinite(size) || size < 0 || at + BLOCK + size > bytes.length) return { entries, cut: true };
    const type = bytes[at + 156];
    if ((type === 0x30 || type === 0) && size > 0)
      entries.push({ name, bytes: bytes.subarray(at + BLOCK, at + BLOCK + size) });
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return { entries, cut: entries.length >= MAX_ENTRIES };
};
