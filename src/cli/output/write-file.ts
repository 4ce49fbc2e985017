import { randomBytes } from 'node:crypto';
import { mkdir, open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { CliError } from '../cli-error.ts';
import { printable } from './printable.ts';
import { refuseLinks } from './refuse-links.ts';

/**
 * Writes a whole file or nothing: a temporary file beside it, then a rename. Makes the folders above it. A link is followed, a
 * device is written to directly; but no link inside `reviewed`, the folder under review. Throws CliError that names the path.
 */
export const writeWhole = async (path: string, text: string, reviewed: string | null, mode = 0o644): Promise<void> => {
  try {
    if (reviewed !== null) refuseLinks(reviewed, path);
    await mkdir(dirname(path), { recursive: true });
    const there = await stat(path).catch(() => null);
    if (there?.isDirectory() === true) throw new CliError(`${printable(path)} is a folder; give a file name.`);
    if (there !== null && !there.isFile()) return await writeFile(path, text);
    await replace(there === null ? path : await realpath(path), text, mode);
  } catch (error) {
    throw error instanceof CliError
      ? error
      : new CliError(`${printable(path)} could not be written: ${inWords(error)}.`);
  }
};

/** Puts `text` at `path` in one step; a link at `path` itself is replaced, not followed. */
export const replace = async (path: string, text: string, mode = 0o644): Promise<void> => {
  const temporary = join(dirname(path), `.${basename(path).slice(0, 100)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const file = await open(temporary, 'wx', mode);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    throw error;
  }
};

const WORDS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file would be larger than this system allows',
  EACCES: 'no permission',
  EPERM: 'no permission',
  EROFS: 'the disk is read-only',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EEXIST: 'a part of the path is a file, not a folder',
  ENOENT: 'there is no such folder',
  EISDIR: 'it is a folder',
  ENAMETOOLONG: 'the name is too long',
};

/** What went wrong with a file, in plain words. */
export const inWords = (error: unknown): string => {
  const { code, message } = error as NodeJS.ErrnoException;
  return WORDS[code ?? ''] ?? printable(code ?? message ?? 'unknown reason');
};
