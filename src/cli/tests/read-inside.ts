import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const LARGEST = 4 * 1024 * 1024;

/** The text of a file of the reviewed folder; null when there is none, it is no file, it is too large or a link. */
export const readInside = (root: string, name: string): string | null => {
  let file: number;
  try {
    file = openSync(join(root, name), constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch {
    return null;
  }
  try {
    const stat = fstatSync(file);
    return stat.isFile() && stat.size <= LARGEST ? readFileSync(file, 'utf8') : null;
  } finally {
    closeSync(file);
  }
};
