import { openArchive } from './archives.ts';
import type { Detector } from './detector.ts';
import { scanBytes, type Seen } from './seen.ts';

export interface Content {
  seen: readonly Seen[];
  gaveUp: boolean;
  /** An archive in it was not read to its end. */
  archiveCut: boolean;
}

const MAX_DEPTH = 3;
const MAX_ARCHIVE = 64 * 1024 * 1024;

/** Scans a file's content; archives are opened and their entries scanned as well. */
export const scanContent = (detector: Detector, bytes: Buffer, name: string): Content => {
  const { seen, gaveUp } = scanBytes(detector, bytes);
  const result = { seen: [...seen], gaveUp, archiveCut: false };
  scanArchive(detector, bytes, name, '', 1, result);
  return result;
};

const scanArchive = (
  detector: Detector,
  bytes: Buffer,
  name: string,
  prefix: string,
  depth: number,
  result: { seen: Seen[]; gaveUp: boolean; archiveCut: boolean },
): void => {
  if (bytes.length > MAX_ARCHIVE) return;
  const opened = openArchive(bytes, name);
  if (opened === null) return;
  result.archiveCut ||= opened.cut || depth > MAX_DEPTH;
  if (depth > MAX_DEPTH) return;
  for (const entry of opened.entries) {
    const inner = `${prefix}${entry.name.slice(0, 200)}`;
    const { seen, gaveUp } = scanBytes(detector, entry.bytes);
    result.gaveUp ||= gaveUp;
    for (const one of seen)
      result.seen.push({ ...one, inner, hit: { ...one.hit, via: ['archive', ...(one.hit.via ?? [])] } });
    scanArchive(detector, entry.bytes, entry.name, `${inner}!`, depth + 1, result);
  }
};
