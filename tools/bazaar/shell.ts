import { spawn } from 'node:child_process';

export interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs a program to its end, without a shell. `input` goes to its standard input. */
export const run = (
  file: string,
  args: readonly string[],
  { cwd, input, env }: { cwd?: string; input?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd, env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'pipe'] });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({ code: code ?? 128, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() }),
    );
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });

/** Like `run`, but an exit code other than 0 is an error that shows what was said. */
export const mustRun = async (...request: Parameters<typeof run>): Promise<string> => {
  const outcome = await run(...request);
  if (outcome.code === 0) return outcome.stdout;
  throw new Error(
    `${request[0]} ${request[1].join(' ')} ended with ${outcome.code}\n${outcome.stderr || outcome.stdout}`,
  );
};

const GIT_IDENTITY: NodeJS.ProcessEnv = {
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@bazaar.test',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@bazaar.test',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
};

/** Git in a copy of the app, with an author of its own and no user's settings. */
export const git = (cwd: string, args: readonly string[], input?: string): Promise<string> =>
  mustRun('git', args, { cwd, env: GIT_IDENTITY, ...(input === undefined ? {} : { input }) });
