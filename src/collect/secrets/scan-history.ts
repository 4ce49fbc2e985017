import type { Step } from '../../model/progress.ts';
import type { Oids } from '../git/oids.ts';
import { attributeBlobs } from '../history/attribute.ts';
import { listObjects } from '../history/list-objects.ts';
import type { GitFacts } from '../repo/git-facts.ts';
import type { SkipList } from './coverage.ts';
import type { Gathering } from './gather.ts';
import type { Scanning } from './scanning.ts';
import type { Job } from './work/protocol.ts';

/** Blobs that one job reads. Neighbours in a pack share deltas, so a job takes a run of them. */
const RUN = 4096;

function* blobJobs(root: string, blobs: Oids): Generator<Job> {
  for (let i = 0; i < blobs.length; i += RUN) yield { kind: 'blobs', root, oids: blobs.slice(i, i + RUN) };
}

/** Reads every blob of the object store once, and asks for commit and path only where something was found. */
export const scanHistory = async (
  root: string,
  git: GitFacts,
  scanning: Scanning,
  gathering: Gathering,
  skips: SkipList,
  step: Step,
  signal: AbortSignal,
): Promise<{ blobs: number; bytes: number }> => {
  step.update('listing objects');
  const objects = await listObjects(root, signal);
  if (objects.incomplete) skips.add('corrupt object', 'the list of objects');
  if (objects.unreadable.length > 0)
    skips.add('corrupt object', `object ${objects.unreadable[0]?.slice(0, 12)}`, objects.unreadable.length);
  let read = 0;
  const results = await scanning.run(
    blobJobs(root, objects.blobs),
    (items) => {
      read += items;
      step.update(
        `${read.toLocaleString('en')} of ${objects.blobs.length.toLocaleString('en')} blobs`,
        read / objects.blobs.length,
      );
    },
    signal,
  );
  const found = results.flatMap((result) => result.found);
  step.update('finding the commits');
  const origins = await attributeBlobs(root, new Set(found.map((one) => one.at)), objects.commits, signal);
  found.sort((a, b) => (origins.get(a.at)?.order ?? 0) - (origins.get(b.at)?.order ?? 0));
  const staged = new Map([...git.tracked].map(([path, oid]) => [oid, path]));
  for (const { at, seen } of found) {
    const origin = origins.get(at);
    // A staged blob that no commit holds is in the working tree too, and is told from there.
    if (origin === undefined && staged.has(at)) continue;
    gathering.addBlob(at, origin, git.prefix, seen);
  }
  const totals = { blobs: 0, bytes: 0 };
  for (const result of results) {
    totals.blobs += result.items;
    totals.bytes += result.bytes;
    for (const { reason, at } of result.skipped) skips.add(reason, `blob ${at.slice(0, 12)}`);
  }
  step.end(`${totals.blobs.toLocaleString('en')} blobs`);
  return totals;
};
