import { constants } from 'node:fs';
import { lstat, mkdir, open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inWords, replace } from '../output/write-file.ts';

export type LastFile = 'last-review.json' | 'last-secrets.json' | 'last-mail.json';

/** Where a command keeps its last run. */
export interface LastPlace {
  folder: string;
  file: LastFile;
}

const LARGEST = 64 * 1024 * 1024;

/** Beside the app, hidden; a bare repository has no work tree to hide a dot folder in. */
export const lastReviewPlace = (root: string, bare: boolean, file: LastFile): LastPlace => ({
  folder: join(root, bare ? 'launch-ready' : '.launch-ready'),
  file,
});

/** The last review's text, or null when there is none that can be read. Links are not followed: the folder may be hostile. */
export const readLastReview = async ({ folder, file: name }: LastPlace): Promise<string | null> => {
  try {
    if (!(await lstat(folder)).isDirectory()) return null;
    const file = await open(join(folder, name), constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      const stat = await file.stat();
      return stat.isFile() && stat.size <= LARGEST ? await file.readFile('utf8') : null;
    } finally {
      await file.close();
    }
  } catch {
    return null;
  }
};

/** Keeps a review for the next comparison, out of git's sight. Null when it worked, else why not. */
export const saveLastReview = async ({ folder, file }: LastPlace, json: string): Promise<string | null> => {
  try {
    await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
    // A link here would make this program write wherever the reviewed folder wants.
    if (!(await lstat(folder)).isDirectory()) return `${folder} is not a folder`;
    await writeFile(join(folder, '.gitignore'), '*\n', { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
    await replace(join(folder, file), json);
    return null;
  } catch (error) {
    return inWords(error);
  }
};
