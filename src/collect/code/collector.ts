import type { Collector } from '../../model/collector.ts';
import { walk } from '../repo/walk.ts';
import { loadProgram } from './program/load-program.ts';
import { readCode } from './read-code.ts';
import { frameReader, withFrames } from './with-frames.ts';

/** Endpoints, guards and accesses of the repository's JavaScript and TypeScript. Nothing of it is run. */
export const codeCollector = (): Collector<'code.endpoints' | 'code.patterns' | 'code.coverage'> => ({
  provides: ['code.endpoints', 'code.patterns', 'code.coverage'],
  after: [],
  collect: async ({ target, progress, signal }) => {
    const step = progress.step('reading the code');
    try {
      const { files } = await walk(target.root, signal);
      const read = readCode(await loadProgram(target.root, files, signal));
      const endpoints = await withFrames(target.root, read.endpoints);
      const framed = frameReader(target.root);
      // The line of a secret would show it.
      const patterns = await Promise.all(
        read.patterns.map(async (one) => (one.kind === 'signing-secret' ? one : await framed(one))),
      );
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
