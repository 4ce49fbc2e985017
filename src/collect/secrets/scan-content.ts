import { release } from '../git/release.ts';
import { archiveKind, Budget, openArchive } from './archives.ts';
import type { Detector, Quiet } from './detector.ts';
import { scanBytes, type Seen } from './seen.ts';

export interface Content {
  seen: readonly Seen[];
  gaveUp: boolean;
  /** An archive in it was not read to its end. */
  archiveCut: boolean;
  /** Null for an archive: what is in it is another in every version. */
  quiet: Quiet | null;
}

interface Scan {
  detector: Detector;
  budget: Budget;
  seen: Seen[];
  gaveUp: boolean;
}

const MAX_DEPTH = 3;
/** A list of keys is one problem, in an archive too. */
const MAX_SEEN = 2000;

/** Scans a file's content; archives are opened and their entries scanned as well. */
export const scanContent = (detector: Detector, bytes: Buffer, name: string): Content => {
  const { seen, gaveUp, quiet } = scanBytes(detector, bytes);
  const scan: Scan = { detector, budget: new Budget(), seen: [...seen], gaveUp };
  scanArchive(scan, bytes, name, '', 1);
  return {
    seen: scan.seen,
    gaveUp: scan.gaveUp,
    archiveCut: scan.budget.cut,
    quiet: archiveKind(bytes) === null ? quiet : null,
  };
};

/** The same of a version of quiet content, by a look at what changed; null when it must be scanned. */
export const staysQuiet = (detector: Detector, bytes: Buffer, base: Quiet, changes: readonly number[]): Quiet | null =>
  archiveKind(bytes) === null ? detector.staysQuiet(bytes, base, changes) : null;

const scanArchive = (scan: Scan, bytes: Buffer, name: string, prefix: string, depth: number): void => {
  const entries = openArchive(bytes, name, scan.budget);
  if (entries === null) return;
  if (depth > MAX_DEPTH) {
    scan.budget.cut = true;
    return;
  }
  for (const entry of entries) {
    const inner = `${prefix}${entry.name.slice(0, 200)}`;
    const { seen, gaveUp } = scanBytes(scan.detector, entry.bytes);
    for (const one of seen)
      if (scan.seen.length < MAX_SEEN)
        scan.seen.push({ ...one, inner, hit: { ...one.hit, via: ['archive', ...(one.hit.via ?? [])] } });
    scan.gaveUp ||= gaveUp;
    // An entry that was made to take long is seldom alone.
    if (scan.gaveUp) return;
    scanArchive(scan, entry.bytes, entry.name, `${inner}!`, depth + 1);
    release(entry.bytes);
  }
};
