import type { Oids } from '../git/oids.ts';
import { readGitOutput } from '../git/read-output.ts';
import { runGit } from '../git/run-git.ts';

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

const logRaw = async (
  root: string,
  revisions: readonly string[],
  input: readonly string[] | null,
  reach: Origin['reach'],
  wanted: ReadonlySet<string>,
  origins: Map<string, Origin>,
  signal: AbortSignal,
): Promise<boolean> => {
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
  const reader = new RawLogReader(wanted, (oid, path, commit) =>
    origins.set(oid, { path, ...commit, reach, order: order++ }),
  );
  const code = await readGitOutput(root, args, input?.join('\n') ?? '', (chunk) => reader.take(chunk), signal);
  reader.end();
  return code === 0;
};

type Commit = Pick<Origin, 'commit' | 'date' | 'author'>;

const EMPTY = Buffer.alloc(0);

/**
 * Reads `git log --raw -z`: NUL-separated fields; a commit's begins with \x01, a change's with one or more colons, and the
 * path follows it. Commits come newest first, so the last one told of a blob is the earliest.
 */
class RawLogReader {
  readonly #wanted: ReadonlySet<string>;
  /** Of those the first four letters, and the length: nearly every one of the millions of changes is of another blob. */
  readonly #beginnings: ReadonlySet<number>;
  readonly #width: number;
  readonly #onBlob: (oid: string, path: string, commit: Commit) => void;
  #rest: Buffer = EMPTY;
  #commit: Commit = { commit: '', date: '', author: '' };
  /** Fields still to come of the commit header. */
  #header = 0;
  #pathFor: string | null = null;

  constructor(wanted: ReadonlySet<string>, onBlob: (oid: string, path: string, commit: Commit) => void) {
    this.#wanted = wanted;
    this.#beginnings = new Set([...wanted].map((oid) => Buffer.from(oid, 'latin1').readUInt32LE(0)));
    this.#width = [...wanted][0]?.length ?? 0;
    this.#onBlob = onBlob;
  }

  /** The chunk may be overwritten afterwards. */
  take(chunk: Buffer): void {
    let from = 0;
    if (this.#rest.length > 0) {
      from = chunk.indexOf(0) + 1;
      const field = Buffer.concat([this.#rest, from === 0 ? chunk : chunk.subarray(0, from - 1)]);
      this.#rest = from === 0 ? field : EMPTY;
      if (from === 0) return;
      this.#field(field, 0, field.length);
    }
    for (let nul = chunk.indexOf(0, from); nul !== -1; nul = chunk.indexOf(0, from)) {
      this.#field(chunk, from, nul);
      from = nul + 1;
    }
    this.#rest = Buffer.from(chunk.subarray(from));
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
    } else if (data[start] === 0x3a) this.#pathFor = this.#wantedOf(data, start, to);
  }

  /** Of a change, `:modes… ids… status`, the last id, which is the one in this commit; empty when nobody wants it. */
  #wantedOf(data: Buffer, start: number, to: number): string {
    let end = to - 1;
    while (end > start && data[end] !== 0x20) end--;
    const at = end - this.#width;
    if (at < start || !this.#beginnings.has(data.readUInt32LE(at))) return '';
    const oid = data.toString('latin1', at, end);
    return this.#wanted.has(oid) ? oid : '';
  }
}
