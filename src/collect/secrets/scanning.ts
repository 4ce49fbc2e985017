import { Detector } from './detector.ts';
import { PROVIDERS } from './providers/registry.generated.ts';
import { Pool } from './work/pool.ts';
import type { Job, JobResult, WorkerSetup } from './work/protocol.ts';
import { scanBlobs } from './work/scan-blobs.ts';
import { scanFiles } from './work/scan-files.ts';

/** Runs scan jobs here, or on threads where there is enough to do to pay for starting them. */
export interface Scanning {
  run(jobs: readonly Job[], onProgress: (items: number) => void, signal: AbortSignal): Promise<JobResult[]>;
  close(): Promise<void>;
}

export const threadedScanning = (setup: WorkerSetup): Scanning => {
  const pool = new Pool(setup);
  return { run: (jobs, onProgress, signal) => pool.run(jobs, onProgress, signal), close: () => pool.close() };
};

export const localScanning = (setup: WorkerSetup): Scanning => {
  const detector = new Detector(PROVIDERS, setup.exact);
  return {
    close: async () => {},
    run: async (jobs, onProgress, signal) => {
      const results: JobResult[] = [];
      for (const job of jobs) {
        signal.throwIfAborted();
        results.push(job.kind === 'files' ? scanFiles(detector, job.root, job.paths, setup.maxFileBytes) : await scanBlobs(detector, job.root, job.oids, setup.maxFileBytes, onProgress));
      }
      return results;
    },
  };
};
