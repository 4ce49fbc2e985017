import type { Collector } from '../../model/collector.ts';
import type { HostingTarget, PipelineJob } from '../../model/evidence/hosting.ts';
import type { EvidenceKey } from '../../model/evidence/map.ts';
import { frameReader } from '../code/with-frames.ts';
import { readText } from '../env/read-text.ts';
import { listFiles } from '../env/walk.ts';
import { sharedStores } from './env/stores.ts';
import { declaredIn } from './hosts/find-targets.ts';
import { jobsIn } from './hosts/jobs.ts';
import { readFiles } from './read-files.ts';

const MOST_FRAMES = 100;
const KEYS = [
  'hosting.targets',
  'hosting.domains',
  'hosting.settings',
  'hosting.jobs',
  'hosting.edits',
  'hosting.stores',
] as const satisfies readonly EvidenceKey[];

/** Where the app runs, under which names, and what a deploy would have to change by hand. Nothing is asked of any host. */
export const hostingCollector = (): Collector<(typeof KEYS)[number]> => ({
  provides: KEYS,
  async collect({ target: { root, config }, progress, signal }) {
    const step = progress.step('hosting');
    try {
      const { files } = await listFiles(root, signal);
      const read = (path: string): string | null => readText(root, path);
      const declared = declaredIn(files, read);
      const jobs = jobsIn(files, read);
      const inFiles = await readFiles(files, read, config.env.files, signal);
      const framed = frameReader(root);
      return {
        'hosting.targets': {
          ok: true,
          value: [...declared.targets, ...deployedBy(jobs), ...saidIn(config.hosting)],
        },
        'hosting.domains': { ok: true, value: [...declared.domains, ...inFiles.domains] },
        'hosting.settings': { ok: true, value: [...declared.settings, ...inFiles.settings] },
        'hosting.jobs': { ok: true, value: jobs },
        'hosting.edits': {
          ok: true,
          value: [...inFiles.edits.slice(0, MOST_FRAMES).map(framed), ...inFiles.edits.slice(MOST_FRAMES)],
        },
        'hosting.stores': { ok: true, value: sharedStores(inFiles.stores) },
      };
    } catch (error) {
      const fact = {
        ok: false,
        reason: `The hosting files could not be read: ${error instanceof Error ? error.message.slice(0, 300) : 'unknown error'}`,
        unlock: 'Check that the folder is readable.',
      } as const;
      return {
        'hosting.targets': fact,
        'hosting.domains': fact,
        'hosting.settings': fact,
        'hosting.jobs': fact,
        'hosting.edits': fact,
        'hosting.stores': fact,
      };
    } finally {
      step.end();
    }
  },
});

const deployedBy = (jobs: readonly PipelineJob[]): HostingTarget[] =>
  jobs.flatMap(({ deploys, path, line, job }) =>
    deploys === null ? [] : [{ host: deploys, by: 'pipeline', app: '', at: { path, line }, name: job }],
  );

const saidIn = (hosting: string | undefined): HostingTarget[] =>
  hosting === undefined
    ? []
    : [{ host: 'server', by: 'said', app: '', at: { path: 'launch-ready.config', line: 1 }, name: hosting }];
