import { realpathSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { runGit } from '../../collect/git/run-git.ts';
import { CliError } from '../cli-error.ts';
import { printable } from '../output/printable.ts';
import { refuseLinks } from '../output/refuse-links.ts';

export interface HookPlace {
  path: string;
  /** Kept in the repository (husky), so that it must not name anything on this machine. */
  shared: boolean;
}

/** Where git, or husky for it, looks for this checkout's pre-commit hook. Throws CliError when that is not this checkout's own. */
export const hookPlace = async (root: string): Promise<HookPlace> => {
  const place = await placeIn(root);
  for (const folder of [root, await commonFolder(root)]) refuseLinks(realpathSync(folder), place.path);
  return place;
};

const placeIn = async (root: string): Promise<HookPlace> => {
  const configured = await configuredHooks(root);
  if (configured === null) {
    const husky = join(root, '.husky');
    if (isFolder(husky)) return { path: join(husky, 'pre-commit'), shared: true };
    return { path: join(await commonFolder(root), 'hooks', 'pre-commit'), shared: false };
  }
  const folder = resolve(root, configured);
  if (isInside(await commonFolder(root), folder)) return { path: join(folder, 'pre-commit'), shared: false };
  if (!isInside(root, folder)) {
    throw new CliError(
      `core.hooksPath is ${printable(folder)}, outside this checkout: a hook there would run for other repositories too. ` +
        'Add `launch-ready gate --staged || exit 1` to its pre-commit yourself if that is what you want.',
    );
  }
  // husky points git at .husky/_, whose scripts call the ones above it.
  const own = basename(folder) === '_' ? dirname(folder) : folder;
  return { path: join(own, 'pre-commit'), shared: true };
};

/** `core.hooksPath` as the user set it; our own git calls override it, and theirs stands before that. */
const configuredHooks = async (root: string): Promise<string | null> => {
  const answer = await runGit(root, ['config', '--null', '--type=path', '--get-all', 'core.hooksPath']);
  const values = answer.stdout.toString('utf8').split('\0').slice(0, -2);
  const last = values.at(-1);
  return last === undefined || last === '' ? null : last;
};

const commonFolder = async (root: string): Promise<string> => {
  const answer = await runGit(root, ['rev-parse', '--git-common-dir']);
  if (answer.code !== 0) throw new CliError(`${printable(root)} is not a git checkout.`);
  return resolve(root, answer.stdout.toString('utf8').replace(/\r?\n$/, ''));
};

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

const isInside = (parent: string, path: string): boolean => {
  const way = relative(parent, path);
  return way !== '..' && !way.startsWith('../') && !way.startsWith('..\\') && !isAbsolute(way);
};
