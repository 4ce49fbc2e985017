import type { DeltaForest } from '../../git/pack/delta-forest.ts';
import { readBlobs } from '../../git/pack/read-blobs.ts';
import type { Detector, Quiet } from '../detector.ts';
import { looksLikeMedia } from '../media.ts';
import { staysQuiet } from '../scan-content.ts';
import { scanBlobs } from './scan-blobs.ts';
import type { Tally } from './tally.ts';

/**
 * Scans blobs out of a pack. A delta of a blob in which nothing was found is looked at only where it differs; everything else is
 * scanned in full. What cannot be read here git is asked for.
 */
export const scanPacked = async (
  detector: Detector,
  tally: Tally,
  root: string,
  part: { forest: DeltaForest; from: number; to: number },
  maxBytes: number,
): Promise<void> => {
  const left: string[] = [];
  readBlobs<Quiet | null>(part.forest, part.from, part.to, maxBytes, {
    skipsByHead: looksLikeMedia,
    onLeft: (oid) => left.push(oid),
    onBlob: (oid, bytes, size, wanted, base) => {
      const quiet =
        base?.known == null || looksLikeMedia(bytes) ? null : staysQuiet(detector, bytes, base.known, base.changes);
      if (quiet !== null) {
        if (wanted) tally.count(size);
        return quiet;
      }
      // Another view, for what the finders remember of a text is of the places looked at.
      const whole = bytes.subarray();
      return wanted ? tally.read(oid, size, whole) : detector.scan(whole).quiet;
    },
  });
  await scanBlobs(tally, root, left, maxBytes);
};
