import { realpathSync, statSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { runGit } from '../../collect/git/run-git.ts';
import { CliError } from '../cli-error.ts';
import { printable } from '../output/printable.ts';

/** Top folder of the checkout that holds `path`. Throws CliError where there is none. */
export const gitRoot = async (path: string): Promise<string> => {
  const shown = JSON.stringify(printable(path));
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new CliError(`There is no folder ${shown}.`);
  const answer = await runGit(path, ['rev-parse', '--show-toplevel']);
  if (answer.code === 127) throw new CliError('git is not installed, and gate needs it.');
  const root = answer.stdout.toString('utf8').replace(/\r?\n$/, '');
  if (answer.code !== 0 || root === '') throw new CliError(`${shown} is not in a git checkout.`);
  // `core.worktree` may name any folder; only one above is the checkout that holds `path`.
  if (relative(realpathSync(root), realpathSync(path)).split(sep)[0] === '..')
    throw new CliError(`${shown} is in a git repository whose work tree is elsewhere: ${printable(root)}.`);
  return root;
};
