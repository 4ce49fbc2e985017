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
  mkdirSync(into, { recursive: true });
  cpSync(await original(), copy, { recursive: true });
  // Git holds a copied file for changed until it has looked at it again.
  await git(copy, ['update-index', '-q', '--refresh']);
  return copy;
};

let made: Promise<string> | undefined;

/** The copy that all others are copied from; made anew once in each run. */
export const original = (): Promise<string> => {
  made ??= makeOriginal(join(WORKSHOP, `original-${process.pid}`, 'bazaar'));
  return made;
};

export const removeOriginal = (): void =>
  rmSync(join(WORKSHOP, `original-${process.pid}`), { recursive: true, force: true });

const makeOriginal = async (copy: string): Promise<string> => {
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
