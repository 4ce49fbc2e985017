import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { runGit } from '../git/run-git.ts';
import { walk } from '../repo/walk.ts';

/** Everything that git's answers about a folder come from, besides its files. */
export interface GitState {
  /** Absolute path of git's own folder. */
  folder: string;
  /** Absolute paths of references, index, logs, configuration: known by what stands in them. */
  texts: readonly string[];
  /** Objects and packs by absolute path: their names are hashes of what they hold. */
  objects: readonly { path: string; size: number }[];
  /** Version, all settings, and what is ignored everywhere. */
  settings: string;
}

const OBJECTS = /(?:^|\/)objects\//;
/** Objects that lie elsewhere. */
const BORROWED = /(?:^|\/)objects\/info\/(?:http-)?alternates$/;

/** Null outside of git; `unclear` where not everything can be told: then nothing is kept. */
export const readGitState = async (root: string, signal: AbortSignal): Promise<GitState | 'unclear' | null> => {
  const ask = async (...args: string[]): Promise<string | null> => {
    const { code, stdout, truncated } = await runGit(root, args, { signal, timeout: 20_000 });
    return code === 0 && !truncated ? stdout.toString('latin1') : null;
  };
  const [folders, version, listed, excludes] = await Promise.all([
    ask('rev-parse', '--absolute-git-dir', '--git-common-dir'),
    ask('version'),
    ask('config', '--list', '-z'),
    ask('config', '--type=path', '--get', 'core.excludesFile'),
  ]);
  if (folders === null) return isBelowGit(root) ? 'unclear' : null;
  if (version === null || listed === null) return 'unclear';
  const [folder = '', common = ''] = Buffer.from(folders, 'latin1').toString('utf8').trimEnd().split('\n');
  const texts: string[] = [];
  const objects: { path: string; size: number }[] = [];
  for (const one of new Set([folder, resolve(root, common)])) {
    const { files, truncated } = await walk(one, signal);
    if (truncated || files.some((path) => BORROWED.test(path))) return 'unclear';
    for (const path of files.toSorted())
      if (OBJECTS.test(path)) objects.push({ path: join(one, path), size: sizeOf(join(one, path)) });
      else texts.push(join(one, path));
  }
  const ignored = [excludes?.trimEnd(), join(configHome(), 'git/ignore'), join(configHome(), 'git/attributes')];
  const settings = [version, listed, ...ignored.map((path) => textAt(path))].join('\0');
  return { folder, texts, objects, settings };
};

const isBelowGit = (root: string): boolean => {
  for (let at = root; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return true;
    if (dirname(at) === at) return existsSync(join(root, 'objects')) && existsSync(join(root, 'HEAD'));
  }
};

const configHome = (): string => process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config');

const sizeOf = (path: string): number => lstatSync(path, { throwIfNoEntry: false })?.size ?? -1;

const textAt = (path: string | undefined): string => {
  try {
    return path === undefined ? '' : readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};
