import type { DependentPackage, DepsEvidence, FrameworkPart } from '../../model/evidence/deps.ts';
import { readManifest } from './manifest.ts';
import type { LockReader } from './locks/lockfile.ts';
import { LOCKFILES, readLock } from './locks/read-lock.ts';

/** Packages that nobody deploys: samples, starters, what tests install. */
const APART =
  /(?:^|\/)(?:examples?|samples?|templates?|starters?|fixtures?|__fixtures__|tests?|__tests__|e2e|sandbox)\//;
const MOST_PACKAGES = 500;

const folderOf = (path: string): string => (path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '');
const below = (folder: string, path: string): string | undefined =>
  folder === '' ? path : path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;

interface Lock {
  path: string;
  reader: LockReader | string;
}

/** Reads the manifests among `files` and the lock files that speak for them. `read` gives null for what cannot be read. */
export const readDeps = async (
  files: readonly string[],
  read: (path: string) => Promise<string | null>,
): Promise<DepsEvidence> => {
  const present = new Set(files);
  const locks = new Map<string, Lock | undefined>();
  const lockOf = async (folder: string): Promise<Lock | undefined> => {
    if (locks.has(folder)) return locks.get(folder);
    const prefix = folder === '' ? '' : `${folder}/`;
    const name = LOCKFILES.find((one) => present.has(prefix + one));
    const own =
      name === undefined
        ? undefined
        : { path: prefix + name, reader: readLock(name, name === 'bun.lockb' ? null : await read(prefix + name)) };
    const found = own ?? (folder === '' ? undefined : await lockOf(folderOf(folder)));
    locks.set(folder, found);
    return found;
  };
  const packages: DependentPackage[] = [];
  const manifests = files.filter((path) => /(?:^|\/)package\.json$/.test(path) && !APART.test(path));
  for (const path of manifests.slice(0, MOST_PACKAGES)) {
    const manifest = readManifest((await read(path)) ?? '');
    const folder = folderOf(path);
    const lock = await lockOf(folder);
    const reader = lock?.reader;
    const inLock = below(folderOf(lock?.path ?? ''), folder) ?? '';
    packages.push({
      folder,
      ...(lock === undefined ? {} : { lockfile: lock.path }),
      ...(typeof reader === 'string' ? { unread: reader } : {}),
      uses: partsIn(folder, files),
      dependencies: manifest.dependencies.map(({ name, declared, line }) => {
        const locked =
          typeof reader === 'function'
            ? reader({ folder: folder === folderOf(lock?.path ?? '') ? '' : inLock, by: manifest.name, name, declared })
            : undefined;
        return { name, declared, ...(locked === undefined ? {} : { locked }), at: { path, line } };
      }),
    });
  }
  return { packages };
};

const PARTS: readonly (readonly [FrameworkPart, RegExp])[] = [
  ['app-router', /^(?:src\/)?app\/(?:.+\/)?(?:layout|page|route)\.[jt]sx?$/],
  ['middleware', /^(?:src\/)?(?:middleware|proxy)\.[jt]s$/],
];

const partsIn = (folder: string, files: readonly string[]): FrameworkPart[] =>
  PARTS.flatMap(([part, name]) => (files.some((path) => name.test(below(folder, path) ?? '')) ? [part] : []));
