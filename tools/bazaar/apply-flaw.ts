import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Flaw } from './flaw.ts';
import { expandMarked } from './samples.ts';
import { git } from './shell.ts';

/** Breaks a copy of the app in the flaw's way. Throws an error that names the patch when it no longer applies. */
export const applyFlaw = async (copy: string, flaw: Flaw): Promise<void> => {
  for (const { patch, as } of flaw.steps) {
    const text = expandMarked(readFileSync(join(flaw.folder, patch), 'utf8'), flaw.id);
    for (const path of newFiles(text)) rmSync(join(copy, path), { force: true });
    if (as === 'merge') await git(copy, ['checkout', '-q', '-b', 'side']);
    await apply(copy, flaw, patch, as === 'worktree' ? [] : ['--index'], text);
    await LAND[as](copy, flaw.title);
  }
  addLeftovers(copy, flaw);
};

const apply = async (copy: string, flaw: Flaw, patch: string, how: readonly string[], text: string): Promise<void> => {
  try {
    await git(copy, ['apply', '--whitespace=nowarn', ...how, '-'], text);
  } catch (error) {
    throw new Error(`the patch ${flaw.id}/${patch} no longer applies to the app: ${(error as Error).message}`, {
      cause: error,
    });
  }
};

/** Whether a database that the unbroken app made would not fit. */
export const changesDatabase = (flaw: Flaw): boolean =>
  flaw.steps.some(({ patch }) =>
    /^\+\+\+ b\/(?:migrations|src\/db)\//m.test(readFileSync(join(flaw.folder, patch), 'utf8')),
  );

/** Whether the flaw's first patch still fits, without changing the copy. */
export const checkApplies = async (copy: string, flaw: Flaw): Promise<void> => {
  const [first] = flaw.steps;
  if (first === undefined) return;
  const text = expandMarked(readFileSync(join(flaw.folder, first.patch), 'utf8'), flaw.id);
  await apply(copy, flaw, first.patch, ['--check', '--cached'], text);
};

/** Files that a patch creates; an env file of that name may lie there untracked. */
const newFiles = (patch: string): string[] =>
  [...patch.matchAll(/^--- \/dev\/null\n\+\+\+ b\/(.+)$/gm)].map(([, path = '']) => path);

const LAND: Readonly<Record<Flaw['steps'][number]['as'], (copy: string, title: string) => Promise<void>>> = {
  commit: async (copy, title) => {
    await git(copy, ['commit', '-q', '-m', title]);
  },
  worktree: async () => {},
  stash: async (copy) => {
    await git(copy, ['stash', '-q']);
  },
  amended: async (copy, title) => {
    await git(copy, ['commit', '-q', '-m', title]);
    await git(copy, ['reset', '-q', '--hard', 'HEAD~1']);
  },
  /** The change stands in the merge commit alone, in neither of its parents. */
  merge: async (copy, title) => {
    await git(copy, ['stash', '-q']);
    await git(copy, ['commit', '-q', '--allow-empty', '-m', 'Work on the side']);
    await git(copy, ['checkout', '-q', 'main']);
    await git(copy, ['merge', '-q', '--no-ff', '--no-commit', 'side']);
    await git(copy, ['stash', 'pop', '-q', '--index']);
    await git(copy, ['commit', '-q', '-m', title]);
    await git(copy, ['branch', '-q', '-D', 'side']);
  },
};

const addLeftovers = (copy: string, { leftovers, id }: Flaw): void => {
  for (const [path, text] of Object.entries(leftovers)) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    writeFileSync(join(copy, path), expandMarked(text, id));
  }
};
