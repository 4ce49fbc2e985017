import type { Step } from '../../model/progress.ts';
import { exposureOf } from '../repo/layout.ts';
import type { Survey } from '../repo/survey.ts';
import type { SkipList } from './coverage.ts';
import type { Gathering } from './gather.ts';
import type { Scanning } from './scanning.ts';
import type { Job } from './work/protocol.ts';

const BATCH = 128;

function* fileJobs(root: string, files: readonly string[]): Generator<Job> {
  for (let i = 0; i < files.length; i += BATCH) yield { kind: 'files', root, paths: files.slice(i, i + BATCH) };
}

export interface TreeScan {
  survey: Survey;
  files: readonly string[];
  scanning: Scanning;
  gathering: Gathering;
  skips: SkipList;
  step: Step;
  signal: AbortSignal;
}

/** Reads and scans the files of the working tree. */
export const scanTree = async (scan: TreeScan): Promise<{ files: number; bytes: number }> => {
  const { survey, files, scanning, gathering, skips, step, signal } = scan;
  const totals = { files: 0, bytes: 0 };
  const results = await scanning.run(fileJobs(survey.root, files), () => {}, signal);
  for (const result of results) {
    totals.files += result.items;
    totals.bytes += result.bytes;
    for (const { at, seen } of result.found) gathering.addFile(at, exposureOf(at, survey.layout), seen);
    for (const { reason, at } of result.skipped) skips.add(reason, at);
  }
  step.end(`${totals.files.toLocaleString('en')} files`);
  return totals;
};
