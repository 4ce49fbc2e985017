import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../../platform/config.ts';

type Settings = Pick<Config, 'DATA_DIR'>;

const folder = ({ DATA_DIR }: Settings): string => join(DATA_DIR, 'photos');

/** `key` is always one that the app drew; nothing that a client sent becomes part of a path. */
export const writePhoto = async (settings: Settings, key: string, bytes: Buffer): Promise<void> => {
  await mkdir(folder(settings), { recursive: true, mode: 0o700 });
  await writeFile(join(folder(settings), key), bytes, { flag: 'wx', mode: 0o600 });
};

/** Null when the file is gone. */
export const readPhoto = async (settings: Settings, key: string): Promise<Buffer | null> => {
  try {
    return await readFile(join(folder(settings), key));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
};

export const removePhoto = (settings: Settings, key: string): Promise<void> =>
  rm(join(folder(settings), key), { force: true });
