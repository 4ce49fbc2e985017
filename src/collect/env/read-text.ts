import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';

export const MOST_BYTES = 1024 * 1024;

/**
 * Reads a regular file of at most 1 MB; null for everything else: links, pipes, larger files, no permission. Opened without
 * following a link and without blocking, and sized through the handle, so that a swapped file cannot surprise.
 */
export const readBytes = (root: string, path: string): Buffer | null => {
  let handle: number | undefined;
  try {
    handle = openSync(join(root, path), constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const facts = fstatSync(handle);
    if (!facts.isFile() || facts.size > MOST_BYTES) return null;
    const bytes = Buffer.alloc(facts.size);
    let filled = 0;
    while (filled < bytes.length) {
      const read = readSync(handle, bytes, filled, bytes.length - filled, filled);
      if (read === 0) break;
      filled += read;
    }
    return bytes.subarray(0, filled);
  } catch {
    return null;
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
};

/** Text of UTF-8 (with or without a mark) or UTF-16 with a mark; null for binary content. */
export const decodeText = (bytes: Buffer): string | null => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.subarray(2, bytes.length & ~1).toString('utf16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return Buffer.from(bytes.subarray(2, bytes.length & ~1))
      .swap16()
      .toString('utf16le');
  if (bytes.subarray(0, 8000).includes(0)) return null;
  return bytes.toString('utf8').replace(/^\uFEFF/, '');
};

export const readText = (root: string, path: string): string | null => {
  const bytes = readBytes(root, path);
  return bytes === null ? null : decodeText(bytes);
};
