import type { CodeFrame } from '../../model/finding.ts';
import { isTemplate, onlyFormats, pathRole, takesBareValues } from './path-role.ts';
import type { Detector, Quiet } from './detector.ts';
import type { Found } from './detect/hit.ts';
import { Lines, maskedFrame } from './frame.ts';

/** A hit with its place in a file or blob. Holds the value: stays in the process. */
export interface Seen {
  hit: Found;
  line: number;
  column: number;
  frame: CodeFrame;
  /** Path inside an archive, when it was in one. */
  inner?: string;
}

export interface ScannedBytes {
  seen: readonly Seen[];
  gaveUp: boolean;
  quiet: Quiet | null;
}

/** Scans one text and says where in it each hit is. */
export const scanBytes = (detector: Detector, bytes: Buffer): ScannedBytes => {
  const { hits, text, gaveUp, quiet } = detector.scan(bytes);
  if (hits.length === 0) return { seen: [], gaveUp, quiet };
  const lines = new Lines(text);
  const seen = hits.map((hit) => {
    const { line, column } = lines.locate(hit.start);
    return { hit, line, column, frame: maskedFrame(text, hit, line, hits) };
  });
  return { seen, gaveUp, quiet };
};

/** Whether a hit counts at a path: unquoted assignments only where they are assignments, weak ones not in generated files. */
export const countsAt = (hit: Found, path: string): boolean => {
  if (hit.bare === true && !takesBareValues(path)) return false;
  if (hit.typed === true && isTemplate(path)) return false;
  return hit.rank > 1 || !onlyFormats(pathRole(path));
};
