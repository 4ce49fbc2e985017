import { chmod, lstat, readFile, rm, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CliError } from '../cli-error.ts';
import { printable } from '../output/printable.ts';
import { print } from '../output/streams.ts';
import { inWords, writeWhole } from '../output/write-file.ts';
import { gitRoot } from '../run/git-root.ts';
import { hookBlock, isBlank, withBlock, withoutBlock } from './hook-block.ts';
import { hookPlace } from './hook-place.ts';

/** Puts the gate into the pre-commit hook, or takes it out. Doing either twice changes nothing more. */
export const changeHook = async (path: string, install: boolean): Promise<void> => {
  const root = await gitRoot(path);
  const place = await hookPlace(root);
  const shown = printable(relative(root, place.path) || place.path);
  const before = await readHook(place.path);
  if (!install) return remove(place.path, before, shown);
  const after = withBlock(before ?? '', hookBlock(place.shared ? null : here()));
  if (after === null) {
    throw new CliError(
      `${shown} is not a shell script. Make it run \`launch-ready gate --staged\` and stop when that fails.`,
    );
  }
  await writeHook(place.path, after);
  await print(
    before === after
      ? `The gate is already in ${shown}.`
      : `Every commit is now checked for secrets and env files (${shown}).`,
  );
};

const remove = async (path: string, before: string | null, shown: string): Promise<void> => {
  const after = before === null ? null : withoutBlock(before);
  if (before === null || after === null || after === before)
    return print(`The gate is not in ${shown}; nothing was changed.`);
  if (isBlank(after)) await rm(path);
  else await writeHook(path, after);
  await print(`Commits are no longer checked (${shown}).`);
};

const readHook = async (path: string): Promise<string | null> => {
  try {
    if ((await lstat(path)).isSymbolicLink()) {
      throw new CliError(
        `${printable(path)} is a link. Make what it leads to run \`launch-ready gate --staged\` and stop when that fails.`,
      );
    }
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof CliError) throw error;
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new CliError(`${printable(path)} could not be read: ${inWords(error)}.`);
  }
};

const writeHook = async (path: string, text: string): Promise<void> => {
  const mode = await stat(path).then(
    (there) => there.mode & 0o777,
    () => 0o644,
  );
  await writeWhole(path, text, null);
  await chmod(path, mode | 0o111);
};

const here = (): { node: string; script: string } => ({
  node: process.execPath,
  script: join(fileURLToPath(new URL('../../../', import.meta.url)), 'bin', 'launch-ready.js'),
});
