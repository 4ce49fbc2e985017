import { closeSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { release } from '../release.ts';
import { runGit } from '../run-git.ts';
import { BLOB, LONGEST_HEADER, OFS_DELTA, REF_DELTA, readEntryHeader, type EntryHeader } from './entry-header.ts';
import { openRegular, readFully, type OpenFile } from './open-regular.ts';
import { PackIndex } from './pack-index.ts';

/** A pack's entries by their place in it. */
export interface PackSurvey {
  path: string;
  index: PackIndex;
  /** Where each entry begins, ascending; behind the last, where the last ends. */
  starts: Float64Array;
  /** Entry that each is a delta of; -1 for whole objects, -2 for what cannot be read here. */
  bases: Int32Array;
  /** 1 for whole blobs. */
  isBlob: Uint8Array;
}

export const NO_BASE = -1;
export const UNREADABLE = -2;

const PACK_HEADER = 12;
const TRAILER = 20;
const LARGEST_INDEX = 256 * 1024 * 1024;
const WINDOW = 256 * 1024;
/** Windows read between two looks at what else happens. */
const AT_ONCE = 16;

/**
 * Looks through the repository's own packs: index and entry headers, no content. What is left out (packs of alternates, of an
 * unknown version, damaged ones) git can still be asked for.
 */
export const surveyPacks = async (root: string, signal: AbortSignal): Promise<PackSurvey[]> => {
  const asked = await runGit(root, ['rev-parse', '--git-path', 'objects/pack'], { signal });
  if (asked.code !== 0) return [];
  const folder = resolve(root, asked.stdout.toString('utf8').replace(/\n$/, ''));
  const surveys: PackSurvey[] = [];
  for (const name of indexesIn(folder)) {
    const survey = await surveyPack(join(folder, name), signal);
    if (survey !== null) surveys.push(survey);
  }
  return surveys;
};

/** Gives the memory of a survey back: nothing can be asked of it afterwards. */
export const releaseSurvey = ({ index, starts, bases, isBlob }: PackSurvey): void => {
  index.release();
  for (const list of [starts, bases, isBlob]) release(list);
};

const indexesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder).filter((name) => /^pack-[0-9a-f]{40}\.idx$/.test(name));
  } catch {
    return [];
  }
};

const surveyPack = async (indexPath: string, signal: AbortSignal): Promise<PackSurvey | null> => {
  const index = readIndex(indexPath);
  if (index === null) return null;
  const path = indexPath.replace(/idx$/, 'pack');
  const pack = openRegular(path);
  if (pack === null) return null;
  try {
    return belongTogether(pack, index) ? await readHeaders(path, pack, index, signal) : null;
  } finally {
    closeSync(pack.fd);
  }
};

const readIndex = (path: string): PackIndex | null => {
  const file = openRegular(path);
  if (file === null) return null;
  try {
    const bytes = Buffer.allocUnsafe(Math.min(file.size, LARGEST_INDEX + 1));
    return file.size <= LARGEST_INDEX && readFully(file, bytes, 0) ? PackIndex.read(bytes) : null;
  } finally {
    closeSync(file.fd);
  }
};

const belongTogether = (pack: OpenFile, index: PackIndex): boolean => {
  const [head, end] = [Buffer.alloc(PACK_HEADER), Buffer.alloc(TRAILER)];
  return (
    pack.size >= PACK_HEADER + TRAILER &&
    readFully(pack, head, 0) &&
    readFully(pack, end, pack.size - TRAILER) &&
    head.toString('latin1', 0, 4) === 'PACK' &&
    head.readUInt32BE(4) === 2 &&
    head.readUInt32BE(8) === index.count &&
    end.equals(index.packChecksum)
  );
};

const readHeaders = async (
  path: string,
  pack: OpenFile,
  index: PackIndex,
  signal: AbortSignal,
): Promise<PackSurvey | null> => {
  const { count } = index;
  const starts = new Float64Array(count + 1);
  for (let i = 0; i < count; i++) starts[i] = index.offset(i);
  starts[count] = pack.size - TRAILER;
  starts.sort();
  if ((starts[0] ?? 0) < PACK_HEADER || !ascends(starts) || starts[count] !== pack.size - TRAILER) return null;
  const survey: PackSurvey = {
    path,
    index,
    starts,
    bases: new Int32Array(count).fill(UNREADABLE),
    isBlob: new Uint8Array(count),
  };
  const header: EntryHeader = { kind: 0, size: 0, distance: 0, baseName: 0, data: 0 };
  const buffer = Buffer.allocUnsafe(WINDOW);
  for (let i = 0, windows = 0; i < count; windows++) {
    if (windows % AT_ONCE === AT_ONCE - 1) {
      await nextTurn();
      signal.throwIfAborted();
    }
    const from = starts[i] ?? 0;
    const window = buffer.subarray(0, Math.min(WINDOW, pack.size - from));
    if (!readFully(pack, window, from)) return null;
    const isLast = from + window.length === pack.size;
    for (; i < count; i++) {
      const at = (starts[i] ?? 0) - from;
      if (at + LONGEST_HEADER > window.length && !(isLast && at < window.length)) break;
      if (readEntryHeader(window, at, header)) note(survey, i, header, window);
    }
  }
  return survey;
};

/** An index that gives two names to one entry is none that git made. */
const ascends = (starts: Float64Array): boolean => {
  for (let i = 1; i < starts.length; i++) if (starts[i] === starts[i - 1]) return false;
  return true;
};

const note = (survey: PackSurvey, entry: number, header: EntryHeader, window: Buffer): void => {
  const { starts, bases, isBlob, index } = survey;
  if (header.kind === OFS_DELTA) bases[entry] = entryAt(starts, (starts[entry] ?? 0) - header.distance);
  else if (header.kind === REF_DELTA) {
    const position = index.find(window, header.baseName);
    bases[entry] = position === -1 ? UNREADABLE : entryAt(starts, index.offset(position));
  } else {
    bases[entry] = NO_BASE;
    isBlob[entry] = header.kind === BLOB ? 1 : 0;
  }
};

/** The entry that begins at an offset; UNREADABLE when none does. */
export const entryAt = (starts: Float64Array, offset: number): number => {
  let from = 0;
  let to = starts.length - 1;
  while (from < to) {
    const middle = (from + to) >>> 1;
    const start = starts[middle] ?? 0;
    if (start === offset) return middle;
    if (start < offset) from = middle + 1;
    else to = middle;
  }
  return UNREADABLE;
};
