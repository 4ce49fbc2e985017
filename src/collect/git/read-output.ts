import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gitArguments, gitEnvironment } from './run-git.ts';

/** Bytes that one read may bring. */
const READ_SIZE = 256 * 1024;

/**
 * Runs git and hands on what it prints, chunk by chunk, all in one buffer that is used again: a chunk is valid during the call
 * only. An ordinary pipe makes a new buffer for every 64 KB, which for a history of gigabytes costs a third of the time and
 * hundreds of megabytes. Resolves with git's exit code; -1 when it could not run or was stopped.
 */
export const readGitOutput = (
  root: string,
  args: readonly string[],
  input: string,
  onChunk: (chunk: Buffer) => void,
  signal?: AbortSignal,
): Promise<number> => {
  const start = (stdout: 'pipe' | import('node:net').Socket): ChildProcess => {
    const child = spawn('git', gitArguments(root, args), {
      env: gitEnvironment(),
      stdio: ['pipe', stdout, 'ignore'],
      ...(signal === undefined ? {} : { signal }),
    });
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
    return child;
  };
  return process.platform === 'win32' ? throughPipe(start, onChunk) : throughSocket(start, onChunk);
};

type Start = (stdout: 'pipe' | import('node:net').Socket) => ChildProcess;

const throughPipe = (start: Start, onChunk: (chunk: Buffer) => void): Promise<number> =>
  new Promise((resolve) => {
    const child = start('pipe');
    child.stdout?.on('data', onChunk);
    child.on('error', () => resolve(-1));
    child.on('close', (code) => resolve(code ?? -1));
  });

/** Node reads a socket of its own making into a given buffer, but not a child's pipe: so the child is given one end of a socket. */
const throughSocket = (start: Start, onChunk: (chunk: Buffer) => void): Promise<number> =>
  new Promise((resolve) => {
    // Only this user can enter the folder, so nobody else can connect.
    const folder = mkdtempSync(join(tmpdir(), 'launch-ready-'));
    const path = join(folder, 's');
    const buffer = Buffer.allocUnsafe(READ_SIZE);
    let open = 2;
    let exitCode = -1;
    const end = (): void => {
      if (--open === 0) resolve(exitCode);
    };
    const server = createServer({ pauseOnConnect: true });
    server.on('error', () => {
      rmSync(folder, { recursive: true, force: true });
      resolve(throughPipe(start, onChunk));
    });
    server.once('connection', (theirs) => {
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
      ours.on('error', () => {});
      ours.on('close', end);
    });
  });
