import { parentPort, workerData } from 'node:worker_threads';
import { Detector } from '../detector.ts';
import { PROVIDERS } from '../providers/registry.generated.ts';
import type { Job, WorkerSetup } from './protocol.ts';
import { runJob } from './run-job.ts';

const setup = workerData as WorkerSetup;
const detector = new Detector(PROVIDERS, setup.exact, setup.automaton);
const onProgress = (items: number): void => parentPort?.postMessage({ kind: 'progress', items });

parentPort?.on('message', (job: Job) => {
  void runJob(detector, job, setup.maxFileBytes, onProgress).then((result) =>
    parentPort?.postMessage({ kind: 'result', result }),
  );
});
