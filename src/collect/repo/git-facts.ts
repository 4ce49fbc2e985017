import { lstatSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { GitSummary } from '../../model/evidence/repo.ts';
import { runGit } from '../git/run-git.ts';

/** What git says of the reviewed folder, by plumbing that runs nothing of the repository. */
export interface GitFacts extends GitSummary {
  /** Path of the folder inside the repository, ending in `/`; empty at its top. */
  prefix: string;
  /** Paths in the index, and in those of submodules that are checked out, relative to the reviewed folder, with their blob ids. */
  tracked: ReadonlyMap<string, string>;
  /** Paths that git ignores; folders end in `/`. */
  ignored: ReadonlySet<string>;
  /** Ids of the commits without parents: they name the project in every clone. */
  roots: readonly string[];
  /** What git was asked and did not tell, in words. */
  untold: readonly string[];
}

/** Milliseconds: a fact is a matter of moments, and a pipe in the place of git's own file would keep it for ever. */
const PATIENCE = 60_000;
const MOST_SUBMODULES = 100;

/**
 * Null when the folder is in no repository. A text when it is in one that git cannot tell of: not installed, damaged, or it
 * did not answer.
 */
export const readGitFacts = async (root: string, signal: AbortSignal): Promise<GitFacts | string | null> => {
  const text = async (...args: string[]): Promise<string | null> => {
    const answer = await runGit(root, args, { signal, timeout: PATIENCE });
    return answer.code === 0 && !answer.truncated ? answer.stdout.toString('utf8').replace(/\n$/, '') : null;
  };
  const asked = await runGit(root, ['rev-parse', '--is-bare-repository', '--is-shallow-repository'], {
    signal,
    timeout: PATIENCE / 2,
  });
  if (asked.code !== 0) {
    if (!looksLikeRepository(root)) return null;
    return asked.code === 127 ? 'git is not installed' : `git did not answer: ${reasonIn(asked.stderr)}`;
  }
  const kind = asked.stdout.toString('latin1');
  const [bare, shallow] = kind.split('\n').map((word) => word === 'true');
  const [prefix, head, branch, remotes, promisor, index, ignored, roots] = await Promise.all([
    bare ? '' : text('rev-parse', '--show-prefix'),
    text('rev-parse', '--verify', '--quiet', 'HEAD^{commit}'),
    text('symbolic-ref', '--short', '--quiet', 'HEAD'),
    text('config', '--get-regexp', String.raw`^remote\..*\.url$`),
    text('config', '--get-regexp', String.raw`^(remote\..*\.promisor|extensions\.partialclone)$`),
    bare ? '' : text('ls-files', '--stage', '-z'),
    bare ? '' : text('ls-files', '--others', '--ignored', '--exclude-standard', '--directory', '-z'),
    rootCommits(root, signal),
  ]);
  const { tracked, submodules } = parseIndex(index ?? '');
  for (const folder of submodules.filter((path) => isThere(join(root, path, '.git'))).slice(0, MOST_SUBMODULES)) {
    const inner = await runGit(join(root, folder), ['ls-files', '--stage', '-z'], { signal, timeout: PATIENCE });
    for (const [path, oid] of parseIndex(inner.stdout.toString('utf8')).tracked) tracked.set(`${folder}/${path}`, oid);
  }
  const untold = [
    ...(index === null ? ['the files that git tracks'] : []),
    ...(ignored === null ? ['the files that git ignores'] : []),
  ];
  return {
    prefix: prefix ?? '',
    head,
    branch,
    remotes: parseRemotes(remotes ?? ''),
    shallow: shallow ?? false,
    partial: promisor !== null,
    bare: bare ?? false,
    tracked,
    submodules,
    ignored: new Set((ignored ?? '').split('\0').filter((path) => path !== '')),
    roots,
    untold,
  };
};

/**
 * Ids of the first commits below HEAD, sorted: the same in every clone. Not those of all references: a stash of untracked files
 * and a branch for pages begin anew, and come and go. Empty outside of git and before the first commit.
 */
export const rootCommits = async (root: string, signal: AbortSignal): Promise<readonly string[]> => {
  const answer = await runGit(root, ['rev-list', '--max-parents=0', 'HEAD', '--'], { signal });
  return answer.code === 0 ? answer.stdout.toString('latin1').split('\n').filter(Boolean).toSorted() : [];
};

const reasonIn = (stderr: string): string => stderr.trim().split('\n')[0]?.slice(0, 200) || 'no reason given';

/** What may not be looked at counts as there. */
const isThere = (path: string): boolean => {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return true;
  }
};

/** Whether git ought to find a repository here or in a folder above. */
const looksLikeRepository = (folder: string): boolean =>
  isThere(join(folder, '.git')) ||
  ['HEAD', 'objects', 'refs'].every((name) => isThere(join(folder, name))) ||
  (dirname(folder) !== folder && looksLikeRepository(dirname(folder)));

const parseIndex = (text: string): { tracked: Map<string, string>; submodules: string[] } => {
  const tracked = new Map<string, string>();
  const submodules: string[] = [];
  for (const entry of text.split('\0')) {
    const tab = entry.indexOf('\t');
    if (tab === -1) continue;
    const [mode, oid = ''] = entry.slice(0, tab).split(' ');
    if (mode === '160000') submodules.push(entry.slice(tab + 1));
    else tracked.set(entry.slice(tab + 1), oid);
  }
  return { tracked, submodules };
};

/** Addresses without user names, passwords and query: they go into reports. */
const parseRemotes = (text: string): { name: string; url: string }[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const space = line.indexOf(' ');
      return {
        name: line.slice('remote.'.length, space - '.url'.length),
        url: bareAddress(line.slice(space + 1)),
      };
    });

/** A password may hold `/` and `@`, so everything up to the last `@` goes; of `user@host:path` the user goes unless it is `git`. */
export const bareAddress = (url: string): string =>
  url
    .replace(/[?#].*$/s, '')
    .replace(/\/\/.*@/s, '//')
    .replace(/^(?!git@)(?![a-z+]+:\/\/).*@/s, '');
