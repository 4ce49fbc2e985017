import type { Step } from '../../model/progress.ts';
import type { ReadingPlan } from '../git/pack/plan-reading.ts';
import { attributeBlobs } from '../history/attribute.ts';
import { findMissing } from '../history/find-missing.ts';
import type { Objects } from '../history/list-objects.ts';
import type { GitFacts } from '../repo/git-facts.ts';
import type { SkipList } from './coverage.ts';
import type { Gathering } from './gather.ts';
import type { Scanning } from './scanning.ts';
import type { Job } from './work/protocol.ts';

/**
 * Blobs that one job has git read. Neighbours in a pack are deltas of one another, and every job begins with an empty cache of them, so
 * jobs are as long as an even share for the threads allows.
 */
const LONGEST_RUN = 65_536;
const SHORTEST_RUN = 512;
const JOBS = 4;

function* blobJobs(root: string, { parts, elsewhere: blobs }: ReadingPlan): Generator<Job> {
  for (const part of parts) yield { kind: 'packed', root, ...part };
  const run = Math.min(LONGEST_RUN, Math.max(SHORTEST_RUN, Math.ceil(blobs.length / JOBS)));
  for (let i = 0; i < blobs.length; i += run) yield { kind: 'blobs', root, oids: blobs.slice(i, i + run) };
}

export interface HistoryScan {
  root: string;
  git: GitFacts;
  objects: Omit<Objects, 'blobs'>;
  total: number;
  plan: ReadingPlan;
  scanning: Scanning;
  gathering: Gathering;
  skips: SkipList;
  isExcluded: (path: string) => boolean;
  step: Step;
  signal: AbortSignal;
}

/** Reads every blob of the object store once, and asks for commit and path only where something was found. */
export const scanHistory = async (scan: HistoryScan): Promise<{ blobs: number; bytes: number }> => {
  const { root, git, objects, total, plan, scanning, gathering, skips, isExcluded, step, signal } = scan;
  if (objects.incomplete) skips.add('corrupt object', 'the list of objects');
  if (objects.unreadable.length > 0)
    skips.add('corrupt object', `object ${objects.unreadable[0]?.slice(0, 12)}`, objects.unreadable.length);
  const looking = findMissing(root, signal);
  let read = 0;
  const results = await scanning.run(
    blobJobs(root, plan),
    (items) => {
      read += items;
      step.update(`${read.toLocaleString('en')} of ${total.toLocaleString('en')} blobs`, read / total);
    },
    signal,
  );
  const missing = await looking;
  // Of a partial clone it is said already, and not for each of them.
  if (missing.count > 0 && !git.partial)
    skips.add('missing object', `object ${missing.example.slice(0, 12)}`, missing.count);
  if (!missing.complete) skips.add('git', 'all that branches and tags lead to');
  const found = results.flatMap((result) => result.found);
  step.update('finding the commits');
  const wanted = new Set(found.map((one) => one.at));
  const { origins, complete } = await attributeBlobs(root, wanted, objects.commits, signal);
  if (!complete) skips.add('git', 'which commits hold what was found');
  found.sort((a, b) => (origins.get(a.at)?.order ?? 0) - (origins.get(b.at)?.order ?? 0));
  const staged = new Map([...git.tracked].map(([path, oid]) => [oid, path]));
  for (const { at, seen } of found) {
    const origin = origins.get(at);
    const inIndex = origin === undefined ? staged.get(at) : undefined;
    if (isExcluded(inIndex ?? origin?.path.slice(git.prefix.length) ?? '')) continue;
    // Staged and in no commit: the file may have been changed since, so the working tree need not show it.
    if (inIndex !== undefined) gathering.addFile(inIndex, 'tracked', seen);
    else gathering.addBlob(at, origin, git.prefix, seen, complete ? 'unreachable' : 'history');
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
