/** Kinds of entries as gitformat-pack numbers them. */
export const BLOB = 3;
export const OFS_DELTA = 6;
export const REF_DELTA = 7;

/** No header of an entry is longer: a size of 64 bits and the name of a base. */
export const LONGEST_HEADER = 32;

const MOST_SHIFT = 46;

export interface EntryHeader {
  kind: number;
  /** Of the object, or of the delta when the entry is one. */
  size: number;
  /** Bytes from the entry's start to the base. */
  distance: number;
  /** Where the base's name stands in the bytes given. */
  baseName: number;
  /** Where the compressed data begins in the bytes given. */
  data: number;
}

/** Reads the header of the entry at `at` into `header`; false when it is cut off or cannot be. */
export const readEntryHeader = (bytes: Buffer, at: number, header: EntryHeader): boolean => {
  let place = at;
  let byte = bytes[place++] ?? 0;
  header.kind = (byte >> 4) & 7;
  header.size = byte & 15;
  for (let shift = 4; byte >= 128; shift += 7) {
    if (shift > MOST_SHIFT) return false;
    byte = bytes[place++] ?? 0;
    header.size += (byte & 127) * 2 ** shift;
  }
  header.distance = 0;
  header.baseName = place;
  if (header.kind === OFS_DELTA) {
    byte = bytes[place++] ?? 0;
    header.distance = byte & 127;
    while (byte >= 128) {
      if (header.distance > 2 ** MOST_SHIFT) return false;
      byte = bytes[place++] ?? 0;
      header.distance = (header.distance + 1) * 128 + (byte & 127);
    }
  } else if (header.kind === REF_DELTA) place += 20;
  header.data = place;
  return place <= bytes.length && header.kind !== 0 && header.kind !== 5;
};
