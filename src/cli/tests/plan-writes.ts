import { lstatSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { isUntouched } from '../../fix/tests/generate.ts';
import type { TestFile } from '../../fix/tests/options.ts';
import { CliError } from '../cli-error.ts';
import { refuseLinks } from '../output/refuse-links.ts';
import { printable } from '../output/printable.ts';
import { readInside } from './read-inside.ts';

/** What becomes of one file: `kept` was changed by somebody, or is somebody's own. */
export interface PlannedFile extends TestFile {
  /** Relative to the repository. */
  path: string;
  does: 'write' | 'update' | 'replace' | 'same' | 'kept';
}

/** The folder for the tests, relative to the repository. Throws CliError where it would be outside or a link is on the way. */
export const folderInside = (root: string, folder: string): string => {
  const inside = relative(root, resolve(root, folder));
  if (inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside))
    throw new CliError(
      `${printable(folder)} is not a folder inside of ${printable(root)}: tests are written nowhere else.`,
    );
  refuseLinks(root, join(root, inside, 'support.js'));
  return inside.split(sep).join('/');
};

/** Compares with what is there: what somebody has changed is kept, unless `force`. */
export const planWrites = (root: string, folder: string, files: readonly TestFile[], force: boolean): PlannedFile[] =>
  files.map((file) => {
    const path = `${folder}/${file.name}`;
    const there = lstatSync(join(root, path), { throwIfNoEntry: false });
    if (there === undefined) return { ...file, path, does: 'write' };
    if (!there.isFile()) throw new CliError(`${printable(path)} is there and is no file.`);
    const text = readInside(root, path);
    if (text === file.text) return { ...file, path, does: 'same' };
    if (text !== null && isUntouched(text)) return { ...file, path, does: 'update' };
    return { ...file, path, does: force ? 'replace' : 'kept' };
  });
