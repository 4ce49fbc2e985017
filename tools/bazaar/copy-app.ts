import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeEnvironments } from './environments.ts';
import { git, mustRun } from './shell.ts';

const ROOT = join(import.meta.dirname, '../..');
export const APP = join(ROOT, 'examples/bazaar');
/** Copies live inside the checkout, so that they find its node_modules; this is the matrix's place for them. */
export const WORKSHOP = join(ROOT, '.matrix');

/** A copy of the app, `bazaar` in the given folder, as its founder would have it on a laptop: a git repository with one commit, and env files that git ignores. */
export const copyApp = async (into: string): Promise<string> => {
  const copy = join(into, 'bazaar');
  rmSync(into, { recursive: true, force: true });
  for (const path of await appFiles()) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    cpSync(join(APP, path), join(copy, path));
  }
  await git(copy, ['init', '-q', '-b', 'main']);
  await git(copy, ['add', '-A']);
  await git(copy, ['commit', '-q', '-m', 'Bazaar']);
  writeEnvironments(copy);
  return copy;
};

/** Files of the app without its flaws, relative to it: tracked or about to be. */
export const appFiles = async (): Promise<string[]> => {
  const list = await mustRun('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: APP });
  return list.split('\0').filter((path) => path !== '' && !path.startsWith('flaws/'));
};

/** Builds what browsers receive. */
export const buildClient = async (copy: string): Promise<void> => {
  await mustRun(join(ROOT, 'node_modules/.bin/vite'), ['build', '--logLevel', 'error'], { cwd: copy });
};
