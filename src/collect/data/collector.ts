import type { Collector } from '../../model/collector.ts';
import type { DataProofs, DataSchema } from '../../model/evidence/data.ts';
import type { Fact } from '../../model/evidence/map.ts';
import { decodeText, readBytes } from '../env/read-text.ts';
import { listFiles } from '../env/walk.ts';
import { buildSchema } from './build-schema.ts';
import { rulesIn } from './rules/rules.ts';

type Key = 'data.schema' | 'data.proofs' | 'data.rules';

/**
 * The database that the migrations build, what can be reached in it, and Firebase's rules. Without any of these it costs one look at the names.
 * `databaseUrl`: an empty PostgreSQL that may be thrown away, used in place of the embedded one.
 */
export const dataCollector = (options: { databaseUrl?: string } = {}): Collector<Key> => ({
  provides: ['data.schema', 'data.proofs', 'data.rules'],
  async collect({ target, progress, signal }) {
    const step = progress.step('database');
    try {
      const { files, truncated } = await listFiles(target.root, signal);
      if (truncated) return none('The folder could not be listed in full.', 'Run it again and let it finish.');
      const read = (path: string): string | null => {
        const bytes = readBytes(target.root, path);
        return bytes === null ? null : decodeText(bytes);
      };
      const built = await buildSchema(files, read, signal, options.databaseUrl);
      return {
        'data.schema': built.schema,
        'data.proofs': built.proofs,
        'data.rules': { ok: true, value: rulesIn(files, read) },
      };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return none(`The migrations could not be read: ${reason.slice(0, 300)}`, 'Check that the folder is readable.');
    } finally {
      step.end();
    }
  },
});

const none = (
  reason: string,
  unlock: string,
): { 'data.schema': Fact<DataSchema>; 'data.proofs': Fact<DataProofs>; 'data.rules': Fact<never> } => {
  const missing = { ok: false, reason, unlock } as const;
  return { 'data.schema': missing, 'data.proofs': missing, 'data.rules': missing };
};
