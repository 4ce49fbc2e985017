import { gunzipSync } from 'node:zlib';
import { chunkFor } from './chunk-for.ts';
import { unzip } from './zip.ts';

export interface ArchiveEntry {
  name: string;
  bytes: Buffer;
}

const MAX_ENTRY = 16 * 1024 * 1024;
const MAX_GZIP = 48 * 1024 * 1024;
const MAX_TOTAL = 128 * 1024 * 1024;
const MAX_ENTRIES = 10_000;
const BLOCK = 512;

/** How much may be unpacked from one file, archives inside archives included: bombs are nested to multiply. */
export class Budget {
  /** Something was too large, too many or broken, and was not read. */
  cut = false;
  #bytes = MAX_TOTAL;
  #entries = MAX_ENTRIES;

  /** Bytes that the next entry may have; 0, and cut, when nothing more may be read. */
  forEntry(most = MAX_ENTRY): number {
    const limit = this.#entries <= 0 ? 0 : Math.min(most, this.#bytes);
    if (limit === 0) this.cut = true;
    return limit;
  }

  spend(bytes: number): void {
    this.#bytes = Math.max(0, this.#bytes - bytes);
    this.#entries--;
  }
}

/** Opens zip (jar, docx, vsix …), gzip and tar, one entry at a time; null when the bytes are none of them. */
export const openArchive = (bytes: Buffer, name: string, budget: Budget): Iterable<ArchiveEntry> | null => {
  const kind = archiveKind(bytes);
  if (kind === 'zip') return unzip(bytes, budget);
  if (kind === 'gzip') return gunzip(bytes, name, budget);
  return kind === 'tar' ? untar(bytes, budget) : null;
};

/** What kind of archive begins so; null when none that is opened. */
export const archiveKind = (bytes: Buffer): 'zip' | 'gzip' | 'tar' | null => {
  if (bytes.length > 30 && bytes.readUInt32LE(0) === 0x04034b50) return 'zip';
  if (bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8) return 'gzip';
  return bytes.length >= BLOCK && bytes.toString('latin1', 257, 262) === 'ustar' ? 'tar' : null;
};

const gunzip = (bytes: Buffer, name: string, budget: Budget): readonly ArchiveEntry[] => {
  const limit = budget.forEntry(MAX_GZIP);
  if (limit === 0) return [];
  try {
    // It ends with its size, if that is true: so it is unpacked into one piece, which can be given back.
    const chunkSize = chunkFor(bytes.readUInt32LE(bytes.length - 4), limit);
    const inner = gunzipSync(bytes, { maxOutputLength: limit, chunkSize });
    budget.spend(inner.length);
    const bare = (name.split('/').pop() ?? 'content').replace(/\.t?gz$/i, '') || 'content';
    return [{ name: bare, bytes: inner }];
  } catch {
    budget.spend(limit);
    budget.cut = true;
    return [];
  }
};

function* untar(bytes: Buffer, budget: Budget): Generator<ArchiveEntry> {
  let at = 0;
  while (at + BLOCK <= bytes.length) {
    const name = bytes.toString('utf8', at, at + 100).replace(/\0.*$/s, '');
    if (name === '') return;
    const size = parseInt(bytes.toString('latin1', at + 124, at + 136).replace(/\0.*$/s, ''), 8);
    if (!Number.isFinite(size) || size < 0 || at + BLOCK + size > bytes.length) {
      budget.cut = true;
      return;
    }
    const type = bytes[at + 156];
    if ((type === 0x30 || type === 0) && size > 0) {
      // Nothing is unpacked here, so only the number of entries counts.
      if (budget.forEntry() === 0) return;
      budget.spend(0);
      yield { name, bytes: bytes.subarray(at + BLOCK, at + BLOCK + size) };
    }
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
}
