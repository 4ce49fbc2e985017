import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { decodeText } from '../env/read-text.ts';

export type Source = { text: string; bytes: number } | { unread: string };

/**
 * Reads a file of source of at most `most` bytes: UTF-8, or UTF-16 with a mark. Opened without following a link and without waiting for a pipe, and
 * sized through the handle, so that a file that is swapped meanwhile is no surprise.
 */
export const readSource = (root: string, path: string, most: number): Source => {
  let handle: number | undefined;
  try {
    handle = openSync(join(root, path), constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const facts = fstatSync(handle);
    if (!facts.isFile()) return { unread: 'it is no regular file' };
    if (facts.size > most) return { unread: 'too large for source that people write' };
    const bytes = Buffer.allocUnsafe(facts.size);
    let filled = 0;
    for (let count = -1; filled < bytes.length && count !== 0; filled += count)
      count = readSync(handle, bytes, filled, bytes.length - filled, filled);
    const text = decodeText(bytes.subarray(0, filled));
    return text === null ? { unread: 'it is no text' } : { text, bytes: filled };
  } catch {
    return { unread: 'it could not be read' };
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
};
