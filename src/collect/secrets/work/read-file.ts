import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { Skipped } from '../../../model/evidence/secrets.ts';

export type ReadFile = { bytes: Buffer; cut: boolean } | { skipped: Skipped['reason'] };

const SMALL = 1024 * 1024;
const shared = Buffer.allocUnsafe(SMALL);

/**
 * Reads at most `limit` bytes of a regular file, never through a symbolic link. Small files share one buffer: what is
 * returned is valid until the next call.
 */
export const readBounded = (path: string, limit: number): ReadFile => {
  let fd: number;
  try {
    fd = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return {
      skipped:
        code === 'EACCES' || code === 'EPERM' ? 'no permission' : code === 'ELOOP' ? 'symbolic link' : 'unreadable',
    };
  }
  try {
    const stat = fstatSync(fd);
    if (!stat.isFile()) return { skipped: 'special file' };
    const size = Math.min(stat.size, limit);
    const buffer = size <= SMALL ? shared : Buffer.allocUnsafe(size);
    let filled = 0;
    while (filled < size) {
      const count = readSync(fd, buffer, filled, size - filled, filled);
      if (count === 0) break;
      filled += count;
    }
    return { bytes: buffer.subarray(0, filled), cut: stat.size > limit };
  } catch {
    return { skipped: 'unreadable' };
  } finally {
    closeSync(fd);
  }
};
