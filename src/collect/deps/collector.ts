import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Collector } from '../../model/collector.ts';
import { walk } from '../repo/walk.ts';
import { readDeps } from './read-deps.ts';

/** Lock files of large workspaces have some megabytes. */
const MOST_BYTES = 40_000_000;

/** Direct dependencies of every package with the versions that the lock files hold. Nothing is asked of a registry. */
export const depsCollector = (): Collector<'deps.versions'> => ({
  provides: ['deps.versions'],
  collect: async ({ target, progress, signal }) => {
    const step = progress.step('manifests and lock files');
    const read = async (path: string): Promise<string | null> => {
      try {
        const full = join(target.root, path);
        return (await stat(full)).size > MOST_BYTES ? null : await readFile(full, 'utf8');
      } catch {
        return null;
      }
    };
    try {
      const { files } = await walk(target.root, signal);
      return { 'deps.versions': { ok: true, value: await readDeps(files, read) } };
    } finally {
      step.end();
    }
  },
});
