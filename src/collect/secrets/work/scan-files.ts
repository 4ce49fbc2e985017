import { join } from 'node:path';
import type { Detector } from '../detector.ts';
import { isMedia } from '../media.ts';
import { scanContent } from '../scan-content.ts';
import type { JobResult, SeenIn } from './protocol.ts';
import { readBounded } from './read-file.ts';

/** Reads and scans files one after another. */
export const scanFiles = (detector: Detector, root: string, paths: readonly string[], maxBytes: number): JobResult => {
  const found: SeenIn[] = [];
  const skipped: { reason: JobResult['skipped'][number]['reason']; at: string }[] = [];
  let bytes = 0;
  let items = 0;
  for (const path of paths) {
    if (isMedia(path)) {
      skipped.push({ reason: 'media', at: path });
      continue;
    }
    const file = readBounded(join(root, path), maxBytes);
    if ('skipped' in file) {
      skipped.push({ reason: file.skipped, at: path });
      continue;
    }
    if (file.cut) skipped.push({ reason: 'too large', at: path });
    const content = scanContent(detector, file.bytes, path);
    if (content.gaveUp) skipped.push({ reason: 'time', at: path });
    if (content.archiveCut) skipped.push({ reason: 'archive bound', at: path });
    if (content.seen.length > 0) found.push({ at: path, seen: content.seen });
    bytes += file.bytes.length;
    items++;
  }
  return { found, items, bytes, skipped };
};
