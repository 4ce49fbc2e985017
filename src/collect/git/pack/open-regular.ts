import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

export interface OpenFile {
  fd: number;
  size: number;
}

/** Opens a regular file for reading, never through a symbolic link and never waiting for a pipe; null when that cannot be. */
export const openRegular = (path: string): OpenFile | null => {
  let fd: number | undefined;
  try {
    fd = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const stat = fstatSync(fd);
    if (stat.isFile()) return { fd, size: stat.size };
  } catch {
    // Gone, or not for us to read: git may know better.
  }
  if (fd !== undefined) closeSync(fd);
  return null;
};

/** Fills the buffer from a place in the file; false when the file ends before, or cannot be read. */
export const readFully = (file: OpenFile, buffer: Buffer, position: number): boolean => {
  try {
    let filled = 0;
    while (filled < buffer.length) {
      const count = readSync(file.fd, buffer, filled, buffer.length - filled, position + filled);
      if (count === 0) return false;
      filled += count;
    }
    return true;
  } catch {
    return false;
  }
};
