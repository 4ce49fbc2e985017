import { readBunLock } from './bun.ts';
import type { LockReader } from './lockfile.ts';
import { readNpmLock } from './npm.ts';
import { readPnpmLock } from './pnpm.ts';
import { readYarnLock } from './yarn.ts';

const READERS: Readonly<Record<string, (text: string) => LockReader>> = {
  'pnpm-lock.yaml': readPnpmLock,
  'yarn.lock': readYarnLock,
  'bun.lock': readBunLock,
  'npm-shrinkwrap.json': readNpmLock,
  'package-lock.json': readNpmLock,
};

/** Names of lock files; where several lie in one folder, the first counts. */
export const LOCKFILES = [...Object.keys(READERS), 'bun.lockb'];

/** Reads a lock file. Gives why it could not be read instead. */
export const readLock = (name: string, text: string | null): LockReader | string => {
  if (name === 'bun.lockb')
    return 'bun.lockb is binary; `bun install --save-text-lockfile` writes one that can be read';
  if (text === null) return `${name} could not be read`;
  try {
    return READERS[name]?.(text) ?? `${name} is of no known kind`;
  } catch {
    return `${name} is not well formed`;
  }
};
