import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const BIN = join(import.meta.dirname, '../../../bin/launch-ready.js');

export interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** The environment without what would change how the program looks or where git works. */
export const cleanEnvironment = (more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv => {
  const dropped = /^(GIT_|GITHUB_|CI$|CI_|NO_COLOR$|FORCE_COLOR$|LANG$|LC_|VITEST|NODE_ENV$|NODE_OPTIONS$)/;
  const kept = Object.entries(process.env).filter(([name]) => !dropped.test(name));
  const identity = {
    GIT_AUTHOR_NAME: 'A',
    GIT_AUTHOR_EMAIL: 'a@example.org',
    GIT_COMMITTER_NAME: 'A',
    GIT_COMMITTER_EMAIL: 'a@example.org',
  };
  return {
    ...Object.fromEntries(kept),
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    // Nothing of one run is there for the next.
    XDG_CACHE_HOME: '',
    ...identity,
    ...more,
  };
};

/** Runs the real program to its end. */
export const launch = (
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [BIN, ...args], {
      cwd,
      env: cleanEnvironment(env),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString('utf8')));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString('utf8')));
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });

/** Runs git in a folder and gives back what it said. */
export const git = (cwd: string, ...args: readonly string[]): Ran => {
  const ran = spawnSync('git', args, { cwd, env: cleanEnvironment(), encoding: 'utf8' });
  return { code: ran.status, stdout: ran.stdout, stderr: ran.stderr };
};

/** A folder of its own for one test. */
export const workFolder = (): {
  path: string;
  write: (name: string, text: string, mode?: number) => string;
  remove: () => void;
} => {
  const path = mkdtempSync(join(tmpdir(), 'launch-ready-cli-'));
  const write = (name: string, text: string, mode?: number): string => {
    const file = join(path, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    if (mode !== undefined) chmodSync(file, mode);
    return file;
  };
  return { path, write, remove: () => rmSync(path, { recursive: true, force: true }) };
};
