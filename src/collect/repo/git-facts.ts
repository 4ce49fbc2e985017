import type { GitSummary } from '../../model/evidence/repo.ts';
import { runGit } from '../git/run-git.ts';

/** What git says of the reviewed folder, by plumbing that runs nothing of the repository. */
export interface GitFacts extends GitSummary {
  /** Path of the folder inside the repository, ending in `/`; empty at its top. */
  prefix: string;
  /** Paths in the index, relative to the reviewed folder, with their blob ids. */
  tracked: ReadonlyMap<string, string>;
  /** Paths that git ignores; folders end in `/`. */
  ignored: readonly string[];
  /** Ids of the commits without parents: they name the project in every clone. */
  roots: readonly string[];
}

/** Null when the folder is in no repository, or git is not installed. */
export const readGitFacts = async (root: string, signal: AbortSignal): Promise<GitFacts | null> => {
  const text = async (...args: string[]): Promise<string | null> => {
    const answer = await runGit(root, args, { signal });
    return answer.code === 0 ? answer.stdout.toString('utf8').replace(/\n$/, '') : null;
  };
  const kind = await text('rev-parse', '--is-bare-repository', '--is-shallow-repository');
  if (kind === null) return null;
  const [bare, shallow] = kind.split('\n').map((word) => word === 'true');
  const [prefix, head, branch, remotes, promisor, index, ignored, roots] = await Promise.all([
    bare ? '' : text('rev-parse', '--show-prefix'),
    text('rev-parse', '--verify', '--quiet', 'HEAD^{commit}'),
    text('symbolic-ref', '--short', '--quiet', 'HEAD'),
    text('config', '--get-regexp', String.raw`^remote\..*\.url$`),
    text('config', '--get-regexp', String.raw`^(remote\..*\.promisor|extensions\.partialclone)$`),
    bare ? '' : text('ls-files', '--stage', '-z'),
    bare ? '' : text('ls-files', '--others', '--ignored', '--exclude-standard', '--directory', '-z'),
    text('rev-list', '--max-parents=0', '--all'),
  ]);
  const { tracked, submodules } = parseIndex(index ?? '');
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
    ignored: (ignored ?? '').split('\0').filter((path) => path !== ''),
    roots: (roots ?? '')
      .split('\n')
      .filter((oid) => oid !== '')
      .sort(),
  };
};

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

/** Addresses without user names and passwords: they go into reports. */
const parseRemotes = (text: string): { name: string; url: string }[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const space = line.indexOf(' ');
      return {
        name: line.slice('remote.'.length, space - '.url'.length),
        url: line.slice(space + 1).replace(/\/\/[^/@\s]*@/, '//'),
      };
    });
