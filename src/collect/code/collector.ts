import type { Collector } from '../../model/collector.ts';
import { walk, type Walk } from '../repo/walk.ts';
import { loadProgram, type Limits } from './program/load-program.ts';
import { isSource } from './program/source-files.ts';
import { readCode } from './read-code.ts';
import { frameReader, withFrames } from './with-frames.ts';

/** What the list of files lacks. A folder behind a link that lies in the repository is read where it lies. */
const unlisted = ({ skipped, truncated }: Walk): { path: string; reason: string }[] => [
  ...(truncated ? [{ path: '', reason: 'there are more files, or deeper folders, than are listed' }] : []),
  ...[...skipped['no permission'], ...skipped.unreadable].map((path) => ({ path, reason: 'it may not be read' })),
  ...skipped['symbolic link']
    .filter(isSource)
    .map((path) => ({ path, reason: 'a symbolic link, which is not followed' })),
];

/** Endpoints, guards and accesses of the repository's JavaScript and TypeScript. Nothing of it is run. */
export const codeCollector = (limits?: Limits): Collector<'code.endpoints' | 'code.patterns' | 'code.coverage'> => ({
  provides: ['code.endpoints', 'code.patterns', 'code.coverage'],
  collect: async ({ target, progress, signal }) => {
    const step = progress.step('reading the code');
    try {
      const walked = await walk(target.root, signal);
      const loaded = await loadProgram(target.root, walked.files, signal, limits);
      const read = readCode({ ...loaded, unread: [...unlisted(walked), ...loaded.unread] });
      const endpoints = withFrames(target.root, read.endpoints);
      const framed = frameReader(target.root);
      // The line of a secret would show it.
      const patterns = read.patterns.map((one) => (one.kind === 'signing-secret' ? one : framed(one)));
      step.end(`${read.endpoints.length} endpoints in ${read.coverage.files} files`);
      return {
        'code.endpoints': { ok: true, value: endpoints },
        'code.patterns': { ok: true, value: patterns },
        'code.coverage': { ok: true, value: read.coverage },
      };
    } catch (error) {
      step.end();
      const fact = {
        ok: false,
        reason: `The code could not be read: ${error instanceof Error ? error.message : 'unknown error'}`,
        unlock: 'Report it with the repository’s framework; the other stages go on.',
      } as const;
      return { 'code.endpoints': fact, 'code.patterns': fact, 'code.coverage': fact };
    }
  },
});
