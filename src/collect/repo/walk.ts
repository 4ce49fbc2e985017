import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

export interface Walk {
  files: readonly string[];
  /** What was not entered or read, by reason. */
  skipped: Readonly<
    Record<'dependency folder' | 'symbolic link' | 'special file' | 'no permission' | 'unreadable', readonly string[]>
  >;
  /** More files than the bound: the rest was not listed. */
  truncated: boolean;
}

/** Installed code of others: theirs to scan, and large. Names only; what stands under `vendor` is the repo's own. */
const DEPENDENCY_FOLDERS = new Set([
  'node_modules',
  '.git',
  '.hg',
  '.svn',
  '.pnpm-store',
  '__pycache__',
  '.venv',
  '.tox',
  '.terraform',
  '.gradle',
  '.launch-ready',
]);
/** Git's store, which the history scan reads, and our own last run: not worth a word. */
const OWN_FOLDERS = new Set(['.git', '.launch-ready']);
const MAX_FILES = 400_000;
const MAX_DEPTH = 80;
const AT_ONCE = 32;

/**
 * Lists every regular file below the root, never through a symbolic link. `keep` false prunes a folder (its path ends in `/`) or
 * file. When the signal is aborted it ends early, as truncated.
 */
export const walk = async (
  root: string,
  signal: AbortSignal,
  keep: (path: string) => boolean = () => true,
): Promise<Walk> => {
  const files: string[] = [];
  const skipped = {
    'dependency folder': [] as string[],
    'symbolic link': [] as string[],
    'special file': [] as string[],
    'no permission': [] as string[],
    unreadable: [] as string[],
  };
  let level: string[] = [''];
  for (let depth = 0; level.length > 0 && depth < MAX_DEPTH && files.length < MAX_FILES && !signal.aborted; depth++) {
    const below: string[] = [];
    for (let i = 0; i < level.length; i += AT_ONCE) {
      const folders = level.slice(i, i + AT_ONCE);
      const listings = await Promise.all(folders.map((folder) => list(join(root, folder))));
      for (const [index, listing] of listings.entries()) {
        const folder = folders[index] ?? '';
        if (!Array.isArray(listing)) {
          skipped[listing].push(`${folder}/`);
          continue;
        }
        for (const entry of listing) {
          const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
          if (entry.isDirectory()) {
            if (DEPENDENCY_FOLDERS.has(entry.name)) {
              if (!OWN_FOLDERS.has(entry.name)) skipped['dependency folder'].push(`${path}/`);
            } else if (keep(`${path}/`)) below.push(path);
          } else if (entry.isFile()) {
            if (keep(path)) files.push(path);
          } else skipped[entry.isSymbolicLink() ? 'symbolic link' : 'special file'].push(path);
        }
      }
    }
    level = below;
  }
  return { files: files.slice(0, MAX_FILES), skipped, truncated: files.length > MAX_FILES || level.length > 0 };
};

const list = async (folder: string): Promise<import('node:fs').Dirent[] | 'no permission' | 'unreadable'> => {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'EACCES' || code === 'EPERM' ? 'no permission' : 'unreadable';
  }
};
