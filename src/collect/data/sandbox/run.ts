import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Throwaway } from '../server/throwaway.ts';
import type { Line, Order, Replayed } from './protocol.ts';

/** Milliseconds. A statement of a migration on an empty database takes a few. */
export interface Limits {
  statement: number;
  /** The database has to be made first. */
  start: number;
  all: number;
}

export const LIMITS: Limits = { statement: 10_000, start: 90_000, all: 300_000 };
/** A statement that never ends is left out and all runs again, this often. */
const MOST_ENDED = 4;
/** Pages of 64 KB: 1 GB for the database. */
const MEMORY_PAGES = 16_384;
const HEAP_MB = 768;

export type Ran = { ok: true; value: Replayed; stopped: string | null } | { ok: false; reason: string };

type Attempt =
  | { ended: 'done'; value: Replayed }
  | { ended: 'error'; reason: string }
  | { ended: 'late' | 'died'; step: string }
  | { ended: 'aborted' };

/** Runs an order in a process of its own; a statement or proof that takes too much is left out and named. */
export const runSandbox = async (
  order: Omit<Order, 'skip' | 'skipProofs' | 'modules' | 'server'>,
  signal: AbortSignal,
  limits = LIMITS,
  throwaway: Pick<Throwaway, 'make'> | null = null,
): Promise<Ran> => {
  const modules = {
    parser: import.meta.resolve('libpg-query'),
    database: import.meta.resolve('@electric-sql/pglite'),
    server: import.meta.resolve('pg'),
  };
  const texts = order.files.map(({ text }) => text);
  const skip: { at: number; reason: string }[] = [];
  const skipProofs: string[] = [];
  const until = performance.now() + limits.all;
  for (let tries = 0; tries <= MOST_ENDED; tries++) {
    const left = until - performance.now();
    if (left <= 0) break;
    // What an attempt left behind must not meet the next.
    const server = throwaway === null || !order.replay ? null : await throwaway.make(texts);
    const attempt = await once({ ...order, modules, skip, skipProofs, server }, signal, { ...limits, all: left });
    if (attempt.ended === 'done') return { ok: true, value: attempt.value, stopped: null };
    if (attempt.ended === 'aborted') return { ok: false, reason: 'it was stopped' };
    if (attempt.ended === 'error') return { ok: false, reason: attempt.reason };
    const reason =
      attempt.ended === 'late'
        ? `it took more than ${limits.statement / 1000} seconds`
        : 'it took more memory than it may';
    const [kind, rest = ''] = attempt.step.split(/ (.*)/s);
    if (kind === 'statement') skip.push({ at: Number(rest), reason });
    else if (kind === 'proof') skipProofs.push(rest);
    else return { ok: false, reason: `the embedded database did not answer (${attempt.step})` };
  }
  return { ok: false, reason: 'too many statements take more time or memory than a migration may' };
};

const folderOf = (module: string): string => dirname(dirname(realpathSync(fileURLToPath(module))));

const once = (order: Order, signal: AbortSignal, limits: Limits): Promise<Attempt> =>
  new Promise((resolve) => {
    const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
    const script = fileURLToPath(new URL(`./child.${extension}`, import.meta.url));
    const root = packageRoot();
    const readable = [root, folderOf(order.modules.parser), folderOf(order.modules.database)];
    // The driver and what it needs lie side by side; the SQL runs on the server, and nothing of the repository in this process.
    if (order.server !== null) readable.push(join(folderOf(order.modules.server), '..'));
    const child = spawn(
      process.execPath,
      [
        '--permission',
        ...readable.map((folder) => `--allow-fs-read=${folder}`),
        `--max-old-space-size=${HEAP_MB}`,
        `--wasm-max-mem-pages=${MEMORY_PAGES}`,
        '--no-warnings',
        script,
      ],
      { stdio: ['ignore', 'pipe', 'ignore', 'ipc'], env: {}, cwd: root },
    );
    let step = 'start';
    let settled = false;
    const settle = (attempt: Attempt): void => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      clearTimeout(whole);
      signal.removeEventListener('abort', onAbort);
      child.kill('SIGKILL');
      resolve(attempt);
    };
    const onAbort = (): void => settle({ ended: 'aborted' });
    const late = (): void => settle({ ended: 'late', step });
    let timer = setTimeout(late, limits.start);
    const whole = setTimeout(late, limits.all);
    signal.addEventListener('abort', onAbort);
    if (signal.aborted) onAbort();
    child.on('error', (error) => settle({ ended: 'error', reason: error.message }));
    child.on('close', () => settle({ ended: 'died', step }));
    const { stdout } = child;
    if (stdout === null) return settle({ ended: 'error', reason: 'its output is not there' });
    createInterface({ input: stdout }).on('line', (text) => {
      const line = read(text);
      if (line === undefined) return;
      if ('done' in line) return settle({ ended: 'done', value: line.done });
      if ('error' in line) return settle({ ended: 'error', reason: line.error });
      step = line.step;
      clearTimeout(timer);
      timer = setTimeout(late, step === 'start' ? limits.start : step === 'catalog' ? limits.start : limits.statement);
    });
    child.send(order, (error) => error !== null && settle({ ended: 'error', reason: error.message }));
  });

const read = (text: string): Line | undefined => {
  try {
    return JSON.parse(text) as Line;
  } catch {
    return undefined;
  }
};

/** The folder that holds this package: `src/collect/data/sandbox` or the same below `dist`. */
const packageRoot = (): string => realpathSync(join(import.meta.dirname, '..', '..', '..', '..'));
