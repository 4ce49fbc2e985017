import { lstatSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { baseDetector } from './base-detector.ts';
import { Detector } from './detector.ts';
import type { ExactValue } from './finders/exact-value.ts';
import { PROVIDERS } from './providers/registry.generated.ts';
import { Pool } from './work/pool.ts';
import type { Job, JobResult } from './work/protocol.ts';
import { runJob } from './work/run-job.ts';
import { scanFiles } from './work/scan-files.ts';

/** Runs scan jobs here, or on threads where there is enough to do to pay for starting them. */
export interface Scanning {
  /** Jobs are taken one by one, as threads come free. */
  run(jobs: Iterable<Job>, onProgress: (items: number) => void, signal: AbortSignal): Promise<JobResult[]>;
  close(): Promise<void>;
}

export interface ScanSettings {
  exact: readonly ExactValue[];
  maxFileBytes: number;
}

const detectorFor = (exact: readonly ExactValue[]): Detector =>
  exact.length === 0 ? baseDetector() : new Detector(PROVIDERS, exact);

/** `beside`: this thread has other work meanwhile, and one processor is left to it. */
export const threadedScanning = (settings: ScanSettings, beside = false): Scanning => {
  const setup = { ...settings, automaton: detectorFor(settings.exact).automaton };
  const pool = new Pool(setup, beside ? Math.max(1, availableParallelism() - 1) : undefined);
  return { run: (jobs, onProgress, signal) => pool.run(jobs, onProgress, signal), close: () => pool.close() };
};

/** Files read here between two looks at what else happens. */
const AT_ONCE = 4;
/** A text of this many bytes can be made to take seconds, in which Ctrl-C would not be heard. */
export const LARGE = 2 * 1024 * 1024;

const isLarge = (path: string): boolean => {
  try {
    return lstatSync(path).size > LARGE;
  } catch {
    return false;
  }
};

/** Scans on this thread; large files on another. */
export const localScanning = (settings: ScanSettings): Scanning => {
  const detector = detectorFor(settings.exact);
  let aside: Pool | undefined;
  return {
    close: async () => aside?.close(),
    run: async (jobs, onProgress, signal) => {
      const results: JobResult[] = [];
      for (const job of jobs) {
        if (job.kind !== 'files') {
          await nextTurn();
          signal.throwIfAborted();
          results.push(await runJob(detector, job, settings.maxFileBytes, onProgress));
          continue;
        }
        const large = job.paths.filter((path) => isLarge(join(job.root, path)));
        const small = large.length === 0 ? job.paths : job.paths.filter((path) => !large.includes(path));
        for (let i = 0; i < small.length; i += AT_ONCE) {
          // Lets threads be served, the window be drawn and Ctrl-C be heard between a few files.
          await nextTurn();
          signal.throwIfAborted();
          results.push(scanFiles(detector, job.root, small.slice(i, i + AT_ONCE), settings.maxFileBytes));
        }
        if (large.length === 0) continue;
        aside ??= new Pool({ ...settings, automaton: detector.automaton }, 1);
        results.push(...(await aside.run([{ ...job, paths: large }], onProgress, signal)));
      }
      return results;
    },
  };
};
