import type { Detector } from '../detector.ts';
import { looksLikeMedia } from '../media.ts';
import { scanContent } from '../scan-content.ts';
import { catFile } from './cat-file.ts';
import type { JobResult, SeenIn } from './protocol.ts';

/** So many times git is started anew behind a damaged object; in a store worse than that the rest counts as damaged. */
const MOST_BREAKS = 40;

/** Reads and scans blobs by object id. */
export const scanBlobs = async (
  detector: Detector,
  root: string,
  oids: readonly string[],
  maxBytes: number,
  onProgress: (items: number) => void,
  breaks = 0,
): Promise<JobResult> => {
  const found: SeenIn[] = [];
  const skipped: { reason: JobResult['skipped'][number]['reason']; at: string }[] = [];
  let bytes = 0;
  let items = 0;
  const told = await catFile(root, oids, maxBytes, {
    onMissing: (oid) => skipped.push({ reason: 'missing object', at: oid }),
    onObject: (oid, size, content) => {
      if (++items % 512 === 0) onProgress(512);
      bytes += content.length;
      if (looksLikeMedia(content)) {
        skipped.push({ reason: 'media', at: oid });
        return;
      }
      if (size > maxBytes) skipped.push({ reason: 'too large', at: oid });
      const scanned = scanContent(detector, content, oid);
      if (scanned.gaveUp) skipped.push({ reason: 'time', at: oid });
      if (scanned.archiveCut) skipped.push({ reason: 'archive bound', at: oid });
      if (scanned.seen.length > 0) found.push({ at: oid, seen: scanned.seen });
    },
  });
  onProgress(items % 512);
  if (told >= oids.length) return { found, items, bytes, skipped };
  // Git ends at an object that it cannot unpack: that one is told, and the rest is read by a new process.
  const broken = oids.slice(told, told + (breaks < MOST_BREAKS ? 1 : oids.length));
  for (const at of broken) skipped.push({ reason: 'corrupt object', at });
  const rest = oids.slice(told + broken.length);
  if (rest.length === 0) return { found, items, bytes, skipped };
  const more = await scanBlobs(detector, root, rest, maxBytes, onProgress, breaks + 1);
  return {
    found: [...found, ...more.found],
    items: items + more.items,
    bytes: bytes + more.bytes,
    skipped: [...skipped, ...more.skipped],
  };
};
