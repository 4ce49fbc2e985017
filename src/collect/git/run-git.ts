import { spawn } from 'node:child_process';

/**
 * The only way to git. The repository under review may be hostile, and git runs programs that a repository's own
 * config names; so every switch that could start one, ask the network, prompt or write is turned off here.
 */
const SAFE_CONFIG = [
  'safe.directory=*',
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'core.pager=cat',
  'core.editor=false',
  'core.askPass=',
  'core.sshCommand=false',
  'core.untrackedCache=false',
  'core.quotePath=false',
  'credential.helper=',
  'protocol.allow=never',
  'diff.external=',
  'log.showSignature=false',
  'gpg.program=false',
  'log.mailmap=false',
  'log.follow=false',
  'i18n.logOutputEncoding=UTF-8',
  'diff.orderFile=/dev/null',
  'gc.auto=0',
  'maintenance.auto=false',
  'submodule.recurse=false',
  'grep.patternType=default',
];

const SAFE_ENV = {
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_NO_LAZY_FETCH: '1',
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_GRAFT_FILE: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_PAGER: 'cat',
  LC_ALL: 'C',
};

/** Variables that would point git at another repository or program than the one under review. */
const DROPPED_ENV = /^GIT_(?!TERMINAL_PROMPT|TEST_)/;

/** Arguments that go before the subcommand. */
export const gitArguments = (root: string, args: readonly string[]): string[] => [
  ...SAFE_CONFIG.flatMap((setting) => ['-c', setting]),
  '-C',
  root,
  ...args,
];

export const gitEnvironment = (): NodeJS.ProcessEnv => {
  const kept = Object.entries(process.env).filter(([name]) => !DROPPED_ENV.test(name));
  return { ...Object.fromEntries(kept), ...SAFE_ENV };
};

export interface GitAnswer {
  /** Exit code; 127 when git is not installed, -1 when it was stopped. */
  code: number;
  stdout: Buffer;
  /** At most 4 KB. */
  stderr: string;
  /** The output was longer than `maxBytes` and was cut there. */
  truncated: boolean;
}

export interface GitOptions {
  input?: string | Uint8Array;
  /** Default 64 MB. */
  maxBytes?: number;
  /** Milliseconds; default 4 minutes. */
  timeout?: number;
  signal?: AbortSignal;
  /** Absolute path of another index: `git commit -a` gives its hook one. */
  index?: string;
}

const TIMEOUT = 240_000;
/** Folders where git once said nothing until its time was up, as where a pipe stands in the place of one of its files. */
const mute = new Set<string>();

/**
 * Runs one git command and gathers what it prints. Never throws; never asks; never writes to the repository. Where git once
 * did not answer in time, it is not waited for again.
 */
export const runGit = (root: string, args: readonly string[], options: GitOptions = {}): Promise<GitAnswer> =>
  new Promise((resolve) => {
    if (mute.has(root)) {
      resolve({ code: -1, stdout: Buffer.alloc(0), stderr: 'git does not answer here', truncated: false });
      return;
    }
    const timeout = options.timeout ?? TIMEOUT;
    const startedAt = performance.now();
    const maxBytes = options.maxBytes ?? 64 * 1024 * 1024;
    const chunks: Buffer[] = [];
    let size = 0;
    let stderr = '';
    let truncated = false;
    const child = spawn('git', gitArguments(root, args), {
      env: { ...gitEnvironment(), ...(options.index === undefined ? {} : { GIT_INDEX_FILE: options.index }) },
      stdio: ['pipe', 'pipe', 'pipe'],
      ...(options.signal ? { signal: options.signal } : {}),
    });
    // Not spawn's own: where git is not installed that timer is never cleared, and keeps the process from its end.
    const timer = setTimeout(() => child.kill('SIGKILL'), timeout);
    const finish = (code: number): void => {
      clearTimeout(timer);
      resolve({ code, stdout: Buffer.concat(chunks), stderr, truncated });
    };
    child.stdout.on('data', (chunk: Buffer) => {
      if (truncated) return;
      size += chunk.length;
      if (size > maxBytes) {
        truncated = true;
        chunks.push(chunk.subarray(0, chunk.length - (size - maxBytes)));
        child.kill();
      } else chunks.push(chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => {
      if (stderr.length < 4096) stderr += chunk.toString('utf8').slice(0, 4096 - stderr.length);
    });
    child.on('error', (error: NodeJS.ErrnoException) => {
      stderr ||= error.message;
      finish(error.code === 'ENOENT' ? 127 : -1);
    });
    child.on('close', (code) => {
      const late = code === null && size === 0 && performance.now() - startedAt >= timeout;
      if (late) mute.add(root);
      if (late) stderr ||= `no answer in ${Math.round(timeout / 1000)} seconds`;
      finish(truncated ? 0 : (code ?? -1));
    });
    child.stdin.on('error', () => {});
    child.stdin.end(options.input ?? '');
  });
