import { basename } from 'node:path';
import type { RepoSummary } from '../../model/evidence/repo.ts';
import { readGitFacts, type GitFacts } from './git-facts.ts';
import { recognise, type Recognised } from './frameworks.ts';
import { findClientOutputs, type Layout } from './layout.ts';
import { walk, type Walk } from './walk.ts';

/** One look over the reviewed folder, shared by the collectors that read it. */
export interface Survey {
  root: string;
  walk: Walk;
  git: GitFacts | null;
  /** What git ought to have told and did not, in words. */
  untold: readonly string[];
  recognised: Recognised;
  layout: Layout;
}

/** Lists the files, asks git, recognises frameworks. A bare repository has no files of its own. */
export const survey = async (root: string, signal: AbortSignal): Promise<Survey> => {
  const facts = await readGitFacts(root, signal);
  const git = typeof facts === 'string' ? null : facts;
  const untold = typeof facts === 'string' ? [facts] : (git?.untold ?? []);
  const walked: Walk = git?.bare === true ? EMPTY : await walk(root, signal);
  const recognised = recognise(root, walked.files);
  const clientOutputs = findClientOutputs(walked.files, recognised.outputs);
  return { root, walk: walked, git, untold, recognised, layout: { git, clientOutputs, statics: recognised.statics } };
};

const EMPTY: Walk = {
  files: [],
  skipped: { 'dependency folder': [], 'symbolic link': [], 'special file': [], 'no permission': [], unreadable: [] },
  truncated: false,
};

export const summarise = (found: Survey, bytes: number): RepoSummary => {
  const { git, layout, recognised } = found;
  return {
    name: basename(found.root),
    git:
      git === null
        ? null
        : {
            head: git.head,
            branch: git.branch,
            remotes: git.remotes,
            shallow: git.shallow,
            partial: git.partial,
            bare: git.bare,
            submodules: git.submodules,
          },
    files: found.walk.files.length,
    bytes,
    frameworks: recognised.frameworks,
    clientOutputs: [...new Set([...recognised.outputs, ...layout.clientOutputs])].map((path) => ({
      path,
      exists: layout.clientOutputs.includes(path),
    })),
  };
};
