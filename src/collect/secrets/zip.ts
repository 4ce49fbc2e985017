import { inflateRawSync } from 'node:zlib';
import type { ArchiveEntry, Budget } from './archives.ts';
import { chunkFor } from './chunk-for.ts';

const END = 0x06054b50;
const END_64 = 0x06064b50;
const END_64_LOCATOR = 0x07064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 65_535;
const ALL_32 = 0xffffffff;

/**
 * The files of a zip, one after another, as its central directory lists them. What it says of sizes is not believed: nothing is
 * unpacked beyond the budget, and overlapping entries each count. Source: APPNOTE.TXT 6.3.10.
 */
export function* unzip(bytes: Buffer, budget: Budget): Generator<ArchiveEntry> {
  try {
    for (const record of records(bytes)) {
      if (record.packed === 0 && record.name.endsWith('/')) continue;
      const limit = budget.forEntry();
      if (limit === 0) return;
      const content = record.encrypted ? null : unpack(bytes, record, limit);
      // What did not fit was unpacked up to the limit, which cost as much as if it had.
      budget.spend(content?.length ?? (record.method === 8 ? limit : 0));
      if (content === null) budget.cut = true;
      else if (content.length > 0) yield { name: record.name, bytes: content };
    }
  } catch {
    budget.cut = true;
  }
}

interface Entry {
  name: string;
  /** 0 stored, 8 deflated. */
  method: number;
  encrypted: boolean;
  packed: number;
  /** As it claims. */
  unpacked: number;
  at: number;
}

const unpack = (bytes: Buffer, { method, packed, unpacked, at }: Entry, limit: number): Buffer | null => {
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== LOCAL) return null;
  const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  if (from + packed > bytes.length) return null;
  const data = bytes.subarray(from, from + packed);
  if (method === 0) return data.length > limit ? null : data;
  if (method !== 8) return null;
  try {
    return inflateRawSync(data, { maxOutputLength: limit, chunkSize: chunkFor(unpacked, limit) });
  } catch {
    return null;
  }
};

/** Throws RangeError where the directory ends too early. */
function* records(bytes: Buffer): Generator<Entry> {
  const directory = directoryOf(bytes);
  let at = directory.at;
  for (let i = 0; i < directory.entries; i++) {
    if (bytes.readUInt32LE(at) !== CENTRAL) throw new RangeError('the directory ends too early');
    const nameLength = bytes.readUInt16LE(at + 28);
    const extraLength = bytes.readUInt16LE(at + 30);
    const extraAt = at + 46 + nameLength;
    const sizes = {
      unpacked: bytes.readUInt32LE(at + 24),
      packed: bytes.readUInt32LE(at + 20),
      at: bytes.readUInt32LE(at + 42),
    };
    readLongSizes(bytes.subarray(extraAt, extraAt + extraLength), sizes);
    yield {
      name: bytes.toString('utf8', at + 46, Math.min(extraAt, at + 46 + 300)),
      method: bytes.readUInt16LE(at + 10),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      packed: sizes.packed,
      unpacked: sizes.unpacked,
      at: sizes.at + directory.shift,
    };
    at = extraAt + extraLength + bytes.readUInt16LE(at + 32);
  }
}

/** Zip64 keeps what does not fit into 32 bits behind the name, in this order, and only what does not fit. */
const readLongSizes = (extra: Buffer, sizes: { unpacked: number; packed: number; at: number }): void => {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let value = at + 4;
    for (const key of ['unpacked', 'packed', 'at'] as const) {
      if (sizes[key] !== ALL_32) continue;
      sizes[key] = Number(extra.readBigUInt64LE(value));
      value += 8;
    }
  }
};

/** `shift`: bytes that stand before the archive, as in one that extracts itself. */
const directoryOf = (bytes: Buffer): { entries: number; at: number; shift: number } => {
  const first = Math.max(0, bytes.length - END_SIZE - LONGEST_COMMENT);
  let end = bytes.length - END_SIZE;
  while (end >= first && bytes.readUInt32LE(end) !== END) end--;
  if (end < first) throw new RangeError('no directory');
  const locator = end - 20;
  if (locator >= 0 && bytes.readUInt32LE(locator) === END_64_LOCATOR) {
    const long = Number(bytes.readBigUInt64LE(locator + 8));
    if (bytes.readUInt32LE(long) !== END_64) throw new RangeError('no directory');
    return {
      entries: Number(bytes.readBigUInt64LE(long + 32)),
      at: Number(bytes.readBigUInt64LE(long + 48)),
      shift: 0,
    };
  }
  const size = bytes.readUInt32LE(end + 12);
  const at = bytes.readUInt32LE(end + 16);
  const shift = Math.max(0, end - size - at);
  return { entries: bytes.readUInt16LE(end + 10), at: at + shift, shift };
};
