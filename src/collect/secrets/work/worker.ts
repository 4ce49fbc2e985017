import { parentPort, workerData } from 'node:worker_threads';
import { Detector } from '../detector.ts';
import { PROVIDERS } from '../providers/registry.generated.ts';
import type { Job, WorkerSetup } from './protocol.ts';
import { scanBlobs } from './scan-blobs.ts';
import { scanFiles } from './scan-files.ts';

const setup = workerData as WorkerSetup;
const detector = new Detector(PROVIDERS, setup.exact, setup.automaton);

parentPort?.on('message', (job: Job) => {
  void run(job).then((result) => parentPort?.postMessage({ kind: 'result', result }));
});

const run = async (job: Job): Promise<unknown> =>
  job.kind === 'files'
    ? scanFiles(detector, job.root, job.paths, setup.maxFileBytes)
    : scanBlobs(detector, job.root, job.oids, setup.maxFileBytes, (items) =>
        parentPort?.postMessage({ kind: 'progress', items }),
      );
