import type { Detector } from '../detector.ts';
import type { Job, JobResult } from './protocol.ts';
import { scanBlobs } from './scan-blobs.ts';
import { scanFiles } from './scan-files.ts';
import { scanPacked } from './scan-packed.ts';
import { Tally } from './tally.ts';

/** Does one job on this thread. */
export const runJob = async (
  detector: Detector,
  job: Job,
  maxBytes: number,
  onProgress: (items: number) => void,
): Promise<JobResult> => {
  if (job.kind === 'files') return scanFiles(detector, job.root, job.paths, maxBytes);
  const tally = new Tally(detector, maxBytes, onProgress);
  if (job.kind === 'blobs') await scanBlobs(tally, job.root, job.oids, maxBytes);
  else await scanPacked(detector, tally, job.root, job, maxBytes);
  return tally.result();
};
