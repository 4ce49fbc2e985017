import { catFile } from './cat-file.ts';
import type { Tally } from './tally.ts';

/** So many times git is started anew behind a damaged object; in a store worse than that the rest counts as damaged. */
const MOST_BREAKS = 40;

/** Has git read blobs by object id, and scans them. */
export const scanBlobs = async (
  tally: Tally,
  root: string,
  oids: readonly string[],
  maxBytes: number,
): Promise<void> => {
  let rest = oids;
  for (let breaks = 0; rest.length > 0; breaks++) {
    const told = await catFile(root, rest, maxBytes, {
      onMissing: (oid) => tally.skip('missing object', oid),
      onObject: (oid, size, content) => void tally.read(oid, size, content),
    });
    if (told >= rest.length) return;
    // Git ends at an object that it cannot unpack: that one is told, and the rest is read by a new process.
    const broken = rest.slice(told, told + (breaks < MOST_BREAKS ? 1 : rest.length));
    for (const oid of broken) tally.skip('corrupt object', oid);
    rest = rest.slice(told + broken.length);
  }
};
