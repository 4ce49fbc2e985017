import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

const SKIPPED = new Set([
  'node_modules',
  'bower_components',
  'jspm_packages',
  '.git',
  '.hg',
  '.svn',
  'dist',
  'build',
  'out',
  '.next',
  '.nuxt',
  '.output',
  '.svelte-kit',
  '.astro',
  '.turbo',
  '.cache',
  '.parcel-cache',
  '.expo',
  '.yarn',
  '.pnpm-store',
  '.angular',
  '.gradle',
  '.venv',
  'venv',
  '__pycache__',
  '.tox',
  '.mypy_cache',
  'site-packages',
  'vendor',
  'vendored',
  'third_party',
  'target',
  'coverage',
  '.nyc_output',
  'Pods',
  'DerivedData',
  '.terraform',
  '.serverless',
  '.idea',
  '.launch-ready',
  'playwright-report',
  'test-results',
]);
const MOST_FILES = 100_000;
const MOST_DEPTH = 40;

export interface Tree {
  /** Relative, `/`-separated, sorted. Regular files only: links are never followed. */
  files: readonly string[];
  /** Reasons why something was left out, in words; empty when all was read. */
  incomplete: readonly string[];
}

/** Lists the source files of a folder, without dependencies, build output and version control. */
export const listFiles = async (root: string, signal: AbortSignal): Promise<Tree> => {
  const files: string[] = [];
  const incomplete = new Set<string>();
  const pending: { path: string; depth: number }[] = [{ path: '', depth: 0 }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (signal.aborted) incomplete.add('stopped before the end');
    if (files.length >= MOST_FILES) incomplete.add(`more than ${MOST_FILES.toLocaleString('en')} files`);
    if (signal.aborted || files.length >= MOST_FILES) break;
    const { path, depth } = next;
    const entries = await readdir(join(root, path), { withFileTypes: true }).catch(() => null);
    if (entries === null) {
      incomplete.add('folders that may not be read');
      continue;
    }
    for (const entry of entries) {
      const child = path === '' ? entry.name : `${path}/${entry.name}`;
      if (entry.isFile()) files.push(child);
      else if (entry.isDirectory() && !SKIPPED.has(entry.name)) {
        if (depth < MOST_DEPTH) pending.push({ path: child, depth: depth + 1 });
        else incomplete.add('folders nested too deep');
      }
    }
  }
  return { files: files.slice(0, MOST_FILES).toSorted(), incomplete: [...incomplete] };
};
