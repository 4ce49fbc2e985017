import { spawn } from 'node:child_process';
import type { Oids } from '../git/oids.ts';
import { gitArguments, gitEnvironment, runGit } from '../git/run-git.ts';
import { stopWhenSilent } from '../git/stop-when-silent.ts';

export interface Origin {
  path: string;
  commit: string;
  /** ISO 8601 author date. */
  date: string;
  author: string;
  /** `branch`: a branch, tag or remote reaches the commit. `loose`: only a stash, the reflog or nothing does. */
  reach: 'branch' | 'loose';
  /** Place in the log, newest first. */
  order: number;
}

const FORMAT = '%x01%H%x00%aI%x00%an';

/**
 * For each blob the earliest commit that brought it in, and the path there. Reads the tree changes of all commits once;
 * merges are compared with all parents, so content that only a merge brought is found too. Commits that nothing reaches are
 * looked at only when a blob is left. Not `complete` when git ended early: then a blob without origin may be in any commit.
 */
export const attributeBlobs = async (
  root: string,
  wanted: ReadonlySet<string>,
  commits: Oids,
  signal: AbortSignal,
): Promise<{ origins: ReadonlyMap<string, Origin>; complete: boolean }> => {
  const origins = new Map<string, Origin>();
  if (wanted.size === 0) return { origins, complete: true };
  const told = await logRaw(root, ['--exclude=refs/stash', '--all'], null, 'branch', wanted, origins, signal);
  if (origins.size === wanted.size) return { origins, complete: told };
  const reached = await runGit(root, ['rev-list', '--exclude=refs/stash', '--all'], {
    signal,
    maxBytes: 512 * 1024 * 1024,
  });
  const known = new Set(reached.stdout.toString('latin1').split('\n'));
  const loose = commits.slice(0, commits.length).filter((commit) => !known.has(commit));
  const left = new Set([...wanted].filter((oid) => !origins.has(oid)));
  // Where git did not come to the end of the branches, what is left may be theirs.
  const toldLoose =
    loose.length === 0 ||
    (await logRaw(root, ['--stdin', '--no-walk=sorted'], loose, told ? 'loose' : 'branch', left, origins, signal));
  return { origins, complete: told && reached.code === 0 && !reached.truncated && toldLoose };
};

const logRaw = (
  root: string,
  revisions: readonly string[],
  input: readonly string[] | null,
  reach: Origin['reach'],
  wanted: ReadonlySet<string>,
  origins: Map<string, Origin>,
  signal: AbortSignal,
): Promise<boolean> =>
  new Promise((resolve) => {
    let order = origins.size;
    const args = [
      'log',
      '--no-color',
      '--raw',
      '-z',
      '--no-abbrev',
      '--no-renames',
      '--no-relative',
      '--no-ext-diff',
      '--root',
      '-c',
      `--format=${FORMAT}`,
      ...revisions,
    ];
    const child = spawn('git', gitArguments(root, args), {
      env: gitEnvironment(),
      stdio: ['pipe', 'pipe', 'ignore'],
      signal,
    });
    const reader = new RawLogReader(wanted, (oid, path, commit) =>
      origins.set(oid, { path, ...commit, reach, order: order++ }),
    );
    child.stdout.on('data', (chunk: Buffer) => {
      watch.heard();
      reader.take(chunk);
    });
    child.stdin.on('error', () => {});
    child.stdin.end(input === null ? '' : input.join('\n'));
    const watch = stopWhenSilent(child);
    child.on('error', () => resolve(false));
    child.on('close', (code) => {
      watch.end();
      reader.end();
      resolve(code === 0);
    });
  });

type Commit = Pick<Origin, 'commit' | 'date' | 'author'>;

/**
 * Reads `git log --raw -z`: NUL-separated fields; a commit's begins with \x01, a change's with one or more colons, and the
 * path follows it. Commits come newest first, so the last one told of a blob is the earliest.
 */
class RawLogReader {
  readonly #wanted: ReadonlySet<string>;
  readonly #onBlob: (oid: string, path: string, commit: Commit) => void;
  #rest: Buffer = Buffer.alloc(0);
  #commit: Commit = { commit: '', date: '', author: '' };
  /** Fields still to come of the commit header. */
  #header = 0;
  #pathFor: string | null = null;

  constructor(wanted: ReadonlySet<string>, onBlob: (oid: string, path: string, commit: Commit) => void) {
    this.#wanted = wanted;
    this.#onBlob = onBlob;
  }

  take(chunk: Buffer): void {
    const data = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    let from = 0;
    for (let nul = data.indexOf(0); nul !== -1; nul = data.indexOf(0, from)) {
      this.#field(data, from, nul);
      from = nul + 1;
    }
    this.#rest = Buffer.from(data.subarray(from));
  }

  end(): void {
    if (this.#rest.length > 0) this.#field(this.#rest, 0, this.#rest.length);
  }

  #field(data: Buffer, from: number, to: number): void {
    if (this.#pathFor !== null) {
      const oid = this.#pathFor;
      this.#pathFor = null;
      if (oid !== '') this.#onBlob(oid, data.toString('utf8', from, to), this.#commit);
      return;
    }
    if (this.#header > 0) {
      const text = data.toString('utf8', from, to).split('\n')[0] ?? '';
      if (this.#header-- === 2) this.#commit.date = text;
      else this.#commit.author = text.slice(0, 100);
      return;
    }
    const start = data[from] === 0x0a ? from + 1 : from;
    if (data[start] === 0x01) {
      this.#commit = { commit: data.toString('latin1', start + 1, to), date: '', author: '' };
      this.#header = 2;
    } else if (data[start] === 0x3a) {
      // `:modes… ids… status`; the last id is the one in this commit.
      const change = data.toString('latin1', start, to).split(' ');
      const oid = change[change.length - 2] ?? '';
      this.#pathFor = this.#wanted.has(oid) ? oid : '';
    }
  }
}
