import { basename } from 'node:path';
import { walk } from '../repo/walk.ts';

/** Code of others, build output, tools' own folders: nothing there is the app's own source. */
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

export interface Tree {
  /** Relative, `/`-separated, sorted. Regular files only: links are never followed. */
  files: readonly string[];
  /** Reasons why something was left out, in words; empty when all was read. */
  incomplete: readonly string[];
  /** The list ends early, so that nothing can be said of all files. */
  truncated: boolean;
}

/** Lists the source files of a folder, without dependencies, build output and version control. */
export const listFiles = async (root: string, signal: AbortSignal): Promise<Tree> => {
  const isSource = (path: string): boolean => !path.endsWith('/') || !SKIPPED.has(basename(path));
  const { files, skipped, truncated } = await walk(root, signal, isSource);
  const closed = skipped['no permission'].length + skipped.unreadable.length;
  return {
    files: files.toSorted(),
    truncated,
    incomplete: [
      ...(closed > 0 ? ['folders that may not be read'] : []),
      ...(truncated && !signal.aborted ? ['more files or deeper folders than are read'] : []),
      ...(signal.aborted ? ['stopped before the end'] : []),
    ],
  };
};
