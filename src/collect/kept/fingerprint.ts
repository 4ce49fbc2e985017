import { createHash, type Hash } from 'node:crypto';
import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { walk, type Walk } from '../repo/walk.ts';
import { readBounded } from '../secrets/work/read-file.ts';
import { readGitState, type GitState } from './git-state.ts';

/** Everything that a review of a folder reads, in one hash. */
export interface Fingerprint {
  /** SHA-256, in hex. */
  hash: string;
  /** Whether all of it is still what it was when the hash was made. What is read meanwhile belongs to no hash. */
  isCurrent(): Promise<boolean>;
}

/** Larger files are known by their size and times: nobody reads such a file to its end. Bytes. */
const LARGE = 32 * 1024 * 1024;
/** With more to read than this a hash is no saving. Bytes. */
const MOST_BYTES = 2 * 1024 * 1024 * 1024;
const PAUSE_EVERY = 200;

/** The hash of a folder and its git state; null where not all of it can be told, and for an aborted signal. */
export const fingerprintOf = async (root: string, signal: AbortSignal): Promise<Fingerprint | null> => {
  const first = await look(root, signal);
  if (first === null) return null;
  const hash = createHash('sha256').update(first.stamp);
  // Git's own files by what stands in them, objects by their names, which are hashes.
  if (!(await addFiles(hash, root, first.files, signal))) return null;
  if (first.git !== null && !(await addFiles(hash, '', first.git.texts, signal))) return null;
  return {
    hash: hash.digest('hex'),
    isCurrent: async () => {
      const later = await look(root, signal);
      return later !== null && later.stamp === first.stamp && later.times === first.times;
    },
  };
};

interface Look {
  files: readonly string[];
  git: GitState | null;
  /** Names of everything, and what git is set to. */
  stamp: string;
  /** When each was last written to. */
  times: string;
}

const look = async (root: string, signal: AbortSignal): Promise<Look | null> => {
  const git = await readGitState(root, signal);
  if (git === 'unclear') return null;
  const isBare = git?.folder === root;
  const walked: Walk | null = isBare ? null : await walk(root, signal);
  if (walked?.truncated === true || signal.aborted) return null;
  const files = (walked?.files ?? []).toSorted();
  const { texts = [], objects = [], settings = '' } = git ?? {};
  const stamp = JSON.stringify([files, walked?.skipped ?? {}, texts, objects, settings]);
  return { files, git, stamp, times: timesOf(root, { files, git }) };
};

const timesOf = (root: string, { files, git }: Pick<Look, 'files' | 'git'>): string => {
  const hash = createHash('sha256');
  for (const path of files) hash.update(timeOf(join(root, path)));
  for (const path of git?.texts ?? []) hash.update(timeOf(path));
  for (const { path } of git?.objects ?? []) hash.update(timeOf(path));
  return hash.digest('hex');
};

const timeOf = (path: string): string => {
  const facts = lstatSync(path, { bigint: true, throwIfNoEntry: false });
  return facts === undefined ? '-' : `${facts.size} ${facts.mtimeNs} ${facts.ctimeNs} ${facts.ino}\n`;
};

/** False when there is too much of it, or it was stopped. */
const addFiles = async (hash: Hash, root: string, files: readonly string[], signal: AbortSignal): Promise<boolean> => {
  let bytes = 0;
  for (const [index, path] of files.entries()) {
    if (index % PAUSE_EVERY === 0) await nextTurn();
    if (signal.aborted || bytes > MOST_BYTES) return false;
    const full = join(root, path);
    const read = readBounded(full, LARGE);
    if ('skipped' in read) hash.update(`\0${index} ${read.skipped}`);
    else {
      hash.update(`\0${index} ${read.bytes.length}${read.cut ? timeOf(full) : ''}\0`).update(read.bytes);
      bytes += read.bytes.length;
    }
  }
  return true;
};
