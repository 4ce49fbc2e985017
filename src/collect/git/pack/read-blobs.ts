import { closeSync } from 'node:fs';
import { LAST, ROOT, WANTED, type DeltaForest } from './delta-forest.ts';
import { BLOB, LONGEST_HEADER, OFS_DELTA, readEntryHeader, REF_DELTA, type EntryHeader } from './entry-header.ts';
import { openRegular, readFully, type OpenFile } from './open-regular.ts';
import { LARGEST, Workshop, type Patched, type Shelved } from './workshop.ts';

/** Of a whole object larger than this in the pack, and the base of nothing, the head is looked at before it is unpacked. */
const WORTH_A_LOOK = 4096;
const HEAD = 512;
const UNPACKED_HEAD = 16 * 1024;

/** `K`: what is known of a blob and wanted when its deltas are read. */
export interface BlobReader<K> {
  /** Whether nobody wants the rest of a blob with this head. */
  skipsByHead(head: Buffer): boolean;
  /**
   * Takes one blob, after its base; bytes are valid during the call only. `wanted` is false where it only serves as a base.
   * `known` and `changes` tell of the base, and of where it differs: pairs, see workshop.ts; null for a blob that is no delta.
   */
  onBlob(
    name: string,
    bytes: Buffer,
    size: number,
    wanted: boolean,
    base: { known: K; changes: readonly number[] } | null,
  ): K;
  /** Git must be asked for it: it is damaged, too large or otherwise not to be read here. */
  onLeft(name: string): void;
}

/**
 * Rebuilds the blobs `from` to `to` of a forest, which must begin and end between two families of roots. Those of more than
 * `most` bytes are left.
 */
export const readBlobs = <K>(
  forest: DeltaForest,
  from: number,
  to: number,
  most: number,
  reader: BlobReader<K>,
): void => {
  const pack = openRegular(forest.path);
  const walk = new Walk(forest, pack, Math.min(most, LARGEST), reader);
  try {
    for (let i = from; i < to;) i += walk.visit(i);
  } finally {
    if (pack !== null) closeSync(pack.fd);
  }
};

/** One a thread: its memory is large. */
let workshop: Workshop | undefined;

const emptyWorkshop = (): Workshop => {
  workshop ??= new Workshop();
  workshop.clear();
  return workshop;
};

interface Kept<K> {
  blob: Shelved;
  known: K;
}

class Walk<K> {
  readonly #forest: DeltaForest;
  readonly #pack: OpenFile | null;
  readonly #reader: BlobReader<K>;
  readonly #most: number;
  readonly #workshop = emptyWorkshop();
  /** The bases on the way from the root: the last is that of the next entry. */
  readonly #bases: Kept<K>[] = [];
  readonly #header: EntryHeader = { kind: 0, size: 0, distance: 0, baseName: 0, data: 0 };

  constructor(forest: DeltaForest, pack: OpenFile | null, most: number, reader: BlobReader<K>) {
    this.#most = most;
    this.#forest = forest;
    this.#pack = pack;
    this.#reader = reader;
  }

  /** Reads entry `i`, or leaves its whole family; returns how many entries that were. */
  visit(i: number): number {
    const flags = this.#forest.flags[i] ?? 0;
    const family = this.#forest.families[i] ?? 1;
    const isWanted = (flags & WANTED) !== 0;
    const base = (flags & ROOT) === 0 ? this.#bases.at(-1) : undefined;
    if (family === 1 && base === undefined && this.#skips(i, isWanted)) return 1;
    const blob = this.#rebuild(i, base?.blob);
    if ((flags & LAST) !== 0 && base !== undefined) {
      this.#bases.pop();
      this.#workshop.giveBack(base.blob);
    }
    if (blob === null) return this.#leave(i, family);
    const known = this.#reader.onBlob(
      this.#name(i),
      blob.bytes,
      blob.bytes.length,
      isWanted,
      base === undefined || !('changes' in blob) ? null : { known: base.known, changes: blob.changes },
    );
    if (family > 1) this.#bases.push({ blob, known });
    else this.#workshop.giveBack(blob);
    return 1;
  }

  #name(i: number): string {
    return Buffer.from(this.#forest.names.subarray(i * 20, i * 20 + 20)).toString('hex');
  }

  #leave(i: number, family: number): number {
    for (let one = i; one < i + family; one++)
      if (((this.#forest.flags[one] ?? 0) & WANTED) !== 0) this.#reader.onLeft(this.#name(one));
    return family;
  }

  /** Looks at the head alone of what is large: pictures are most of many a history. */
  #skips(i: number, isWanted: boolean): boolean {
    const length = (this.#forest.ends[i] ?? 0) - (this.#forest.starts[i] ?? 0);
    if (length < WORTH_A_LOOK || !this.#read(i, HEAD) || this.#header.size > this.#most) return false;
    const { data, size } = this.#header;
    const head = this.#workshop.head(data, HEAD, Math.min(size, UNPACKED_HEAD));
    if (head === null || !this.#reader.skipsByHead(head)) return false;
    this.#reader.onBlob(this.#name(i), head, size, isWanted, null);
    return true;
  }

  /** Reads at most `most` bytes of an entry, and its header. */
  #read(i: number, most: number): boolean {
    const start = this.#forest.starts[i] ?? 0;
    const length = Math.min((this.#forest.ends[i] ?? 0) - start, most);
    const { entry } = this.#workshop;
    if (this.#pack === null || length <= 0 || length > entry.length) return false;
    const bytes = entry.subarray(0, length);
    return readFully(this.#pack, bytes, start) && readEntryHeader(bytes, 0, this.#header);
  }

  #rebuild(i: number, base: Shelved | undefined): Shelved | Patched | null {
    const length = (this.#forest.ends[i] ?? 0) - (this.#forest.starts[i] ?? 0);
    if (length > this.#most + LONGEST_HEADER || !this.#read(i, length)) return null;
    const { kind, size, data } = this.#header;
    const isExpected = base === undefined ? kind === BLOB : kind === OFS_DELTA || kind === REF_DELTA;
    if (size > this.#most || !isExpected) return null;
    return base === undefined
      ? this.#workshop.whole(data, length, size)
      : this.#workshop.patch(data, length, size, base);
  }
}
