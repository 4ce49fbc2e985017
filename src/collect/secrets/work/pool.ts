import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Job, JobResult, WorkerSetup } from './protocol.ts';

const MOST = 4;
/** Megabytes. A small young generation keeps what a thread leaves behind small, and costs nothing here: little lives long. */
const MEMORY = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 512 };

const ENDED = 'a scanning thread ended before its work';

type Message = { kind: 'result'; result: JobResult } | { kind: 'progress'; items: number };

/** Runs jobs on as many threads as there are processors, at most four. A thread that dies takes its job's answer with it. */
export class Pool {
  readonly #workers: Worker[] = [];
  readonly #size: number;
  readonly #setup: WorkerSetup;
  #failure: Error | undefined;

  constructor(setup: WorkerSetup, most = MOST) {
    this.#setup = setup;
    this.#size = Math.min(most, MOST, availableParallelism());
  }

  /** Hands out jobs as threads come free. Rejects when a thread dies or the signal is aborted. */
  async run(jobs: Iterable<Job>, onProgress: (items: number) => void, signal: AbortSignal): Promise<JobResult[]> {
    const results: JobResult[] = [];
    const queue = Iterator.from(jobs);
    while (this.#workers.length < this.#size) this.#workers.push(this.#spawn());
    await Promise.all(
      this.#workers.map(async (worker) => {
        for (let job = queue.next(); !job.done && !signal.aborted; job = queue.next())
          results.push(await this.#runOn(worker, job.value, onProgress, signal));
      }),
    );
    signal.throwIfAborted();
    return results;
  }

  #spawn(): Worker {
    const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
    const worker = new Worker(new URL(`./worker.${extension}`, import.meta.url), {
      workerData: this.#setup,
      resourceLimits: MEMORY,
    });
    // One can die between two jobs too.
    worker.on('error', (error: Error) => (this.#failure ??= error));
    worker.on('exit', () => (this.#failure ??= new Error(ENDED)));
    return worker;
  }

  #runOn(worker: Worker, job: Job, onProgress: (items: number) => void, signal: AbortSignal): Promise<JobResult> {
    return new Promise((resolve, reject) => {
      if (this.#failure !== undefined) return reject(this.#failure);
      const settle = (act: () => void): void => {
        worker.off('message', onMessage);
        worker.off('error', onError);
        worker.off('exit', onExit);
        signal.removeEventListener('abort', onAbort);
        act();
      };
      const onMessage = (message: Message): void => {
        if (message.kind === 'progress') onProgress(message.items);
        else settle(() => resolve(message.result));
      };
      const onError = (error: Error): void => settle(() => reject(error));
      const onExit = (): void => settle(() => reject(new Error(ENDED)));
      const onAbort = (): void => settle(() => reject(signal.reason as Error));
      worker.on('message', onMessage);
      worker.on('error', onError);
      worker.on('exit', onExit);
      signal.addEventListener('abort', onAbort, { once: true });
      worker.postMessage(job);
    });
  }

  async close(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }
}
