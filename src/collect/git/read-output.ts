import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gitArguments, gitEnvironment } from './run-git.ts';
import { stopWhenSilent } from './stop-when-silent.ts';

/** Bytes that one read may bring. */
const READ_SIZE = 256 * 1024;

/**
 * Runs git and hands on what it prints, chunk by chunk, all in one buffer that is used again: a chunk is valid during the call
 * only. An ordinary pipe makes a new buffer for every 64 KB, which for a history of gigabytes costs a third of the time and
 * hundreds of megabytes. Resolves with git's exit code; -1 when it could not run or was stopped, also for long silence.
 */
export const readGitOutput = (
  root: string,
  args: readonly string[],
  input: string,
  onChunk: (chunk: Buffer) => void,
  signal?: AbortSignal,
): Promise<number> => {
  let watch: ReturnType<typeof stopWhenSilent> | undefined;
  const take = (chunk: Buffer): void => {
    onChunk(chunk);
    // After the work, which may take long itself.
    watch?.heard();
  };
  const start = (stdout: 'pipe' | import('node:net').Socket): ChildProcess => {
    const child = spawn('git', gitArguments(root, args), {
      env: gitEnvironment(),
      stdio: ['pipe', stdout, 'ignore'],
      ...(signal === undefined ? {} : { signal }),
    });
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
    watch = stopWhenSilent(child);
    return child;
  };
  const output = process.platform === 'win32' ? throughPipe(start, take) : throughSocket(start, take);
  return output.finally(() => watch?.end());
};

type Start = (stdout: 'pipe' | import('node:net').Socket) => ChildProcess;

const throughPipe = (start: Start, onChunk: (chunk: Buffer) => void): Promise<number> =>
  new Promise((resolve) => {
    const child = start('pipe');
    child.stdout?.on('data', onChunk);
    child.on('error', () => resolve(-1));
    child.on('close', (code) => resolve(code ?? -1));
  });

/** Longest path that every system takes for a socket. */
const MOST_PATH = 100;

/** A folder that only this user can enter, so nobody else can connect; null where none can be made. */
const socketFolder = (): string | null => {
  for (const parent of [tmpdir(), '/tmp']) {
    const folder = join(parent, 'launch-ready-');
    if (Buffer.byteLength(folder) + 'XXXXXX/s'.length > MOST_PATH) continue;
    try {
      return mkdtempSync(folder);
    } catch {
      // Missing, full or read-only: the next one, or an ordinary pipe, does as well.
    }
  }
  return null;
};

/** Node reads a socket of its own making into a given buffer, but not a child's pipe: so the child is given one end of a socket. */
const throughSocket = (start: Start, onChunk: (chunk: Buffer) => void): Promise<number> =>
  new Promise((resolve) => {
    const folder = socketFolder();
    if (folder === null) return resolve(throughPipe(start, onChunk));
    const path = join(folder, 's');
    const buffer = Buffer.allocUnsafe(READ_SIZE);
    let connected = false;
    let open = 2;
    let exitCode = -1;
    const end = (): void => {
      if (--open === 0) resolve(exitCode);
    };
    const server = createServer({ pauseOnConnect: true });
    const instead = (): void => {
      if (connected) return;
      connected = true;
      server.close();
      rmSync(folder, { recursive: true, force: true });
      resolve(throughPipe(start, onChunk));
    };
    server.on('error', instead);
    server.once('connection', (theirs) => {
      connected = true;
      server.close();
      rmSync(folder, { recursive: true, force: true });
      const child = start(theirs);
      theirs.destroy();
      child.on('error', end);
      child.on('exit', (code) => {
        exitCode = code ?? -1;
        end();
      });
    });
    server.listen(path, () => {
      const ours = connect({
        path,
        onread: {
          buffer,
          callback: (count) => {
            onChunk(buffer.subarray(0, count));
            return true;
          },
        },
      });
      ours.on('error', instead);
      ours.on('close', end);
    });
  });
