import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listObjects } from '../../../history/list-objects.ts';
import { Oids } from '../../oids.ts';
import { planReading } from '../plan-reading.ts';
import { readBlobs } from '../read-blobs.ts';
import { surveyPacks } from '../survey-packs.ts';

export const git = (root: string, args: readonly string[], input: string | Buffer = ''): Buffer =>
  execFileSync('git', ['-C', root, ...args], { input, maxBuffer: 1e9, stdio: ['pipe', 'pipe', 'ignore'] });

export const emptyRepository = (...args: readonly string[]): string => {
  const root = mkdtempSync(join(tmpdir(), 'launch-ready-pack-'));
  git(root, ['init', '-q', ...args]);
  return root;
};

/** Stores blobs without any commit: as objects that nothing reaches. */
export const storeBlobs = (root: string, blobs: readonly Buffer[]): string[] => {
  const folder = mkdtempSync(join(tmpdir(), 'launch-ready-blobs-'));
  for (const [i, blob] of blobs.entries()) writeFileSync(join(folder, String(i)), blob);
  const paths = blobs.map((_, i) => join(folder, String(i))).join('\n');
  const names = git(root, ['hash-object', '-w', '--no-filters', '--stdin-paths'], `${paths}\n`);
  rmSync(folder, { recursive: true });
  return names.toString('latin1').trim().split('\n');
};

/** Makes one pack of the objects named, with deltas as the options say, and forgets the loose ones. */
export const pack = (root: string, oids: readonly string[], ...options: readonly string[]): void => {
  git(root, ['pack-objects', '-q', ...options, '.git/objects/pack/pack'], `${oids.join('\n')}\n`);
  git(root, ['prune-packed', '-q']);
};

export const digest = (bytes: Uint8Array): string => createHash('sha1').update(bytes).digest('hex');

export interface Read {
  asked: number;
  /** Digest of each blob's bytes, by name. */
  blobs: Map<string, string>;
  /** Names left to git, in the packs and elsewhere. */
  left: string[];
  deltas: number;
}

const never = new AbortController().signal;

const listed = async (root: string): Promise<Oids> => (await listObjects(root, never)).blobs;

const asOids = (names: readonly string[]): Oids => {
  const oids = new Oids();
  for (const name of names) oids.push(name);
  return oids;
};

/** Reads all blobs that git lists, or those named, out of a repository's packs. */
export const readPacks = async (root: string, most = Infinity, names?: readonly string[]): Promise<Read> => {
  const packs = await surveyPacks(root, never);
  const asked = names === undefined ? await listed(root) : asOids(names);
  const { parts, elsewhere } = planReading(packs, asked);
  const read: Read = { asked: asked.length, blobs: new Map(), left: elsewhere.slice(0, elsewhere.length), deltas: 0 };
  for (const { forest, from, to } of parts)
    readBlobs(forest, from, to, most, {
      skipsByHead: () => false,
      onLeft: (name) => read.left.push(name),
      onBlob: (name, bytes, _size, wanted, base) => {
        if (wanted && read.blobs.has(name)) throw new Error(`${name} was told twice`);
        if (wanted) read.blobs.set(name, digest(bytes));
        if (base !== null) read.deltas++;
        return null;
      },
    });
  return read;
};
