import type { Collector } from '../../model/collector.ts';
import type { EnvEvidence, EnvFile, EnvUse } from '../../model/evidence/env.ts';
import { rootCommits } from '../repo/git-facts.ts';
import { KeyedHash } from '../secrets/keyed-hash.ts';
import { dockerContexts } from './docker/contexts.ts';
import { readEnvFiles } from './env-files.ts';
import { isEnvFile } from './file-name.ts';
import { historicEnvFiles, ignoredPaths, trackedFiles } from './git-facts.ts';
import { countsAsMention, Mentions } from './mentions.ts';
import { isStandardName } from './names.ts';
import { readBytes, decodeText, readText } from './read-text.ts';
import { sharedValues } from './shared.ts';
import { type FileUses, mayReadEnv, readsEnv, usesIn } from './uses/collect-uses.ts';
import { type Handed, mayImport } from './uses/schema/handed.ts';
import { listFiles } from './walk.ts';

/** Names asked of the ignore rules at the root, whether such files exist or not. */
const ASKED = ['.env', '.env.local', '.env.development', '.env.production', '.env.staging', '.env.production.local'];
const MOST_USES = 20_000;
const PAUSE_EVERY = 250;

/** Environment files, uses in code, ignore rules and images: names and judgements only, never a value. */
export const envCollector = (): Collector<'env.files'> => ({
  provides: ['env.files'],
  async collect({ target, progress, signal }) {
    const step = progress.step('environment files');
    try {
      const { root } = target;
      const [tree, tracked, roots] = await Promise.all([
        listFiles(root, signal),
        trackedFiles(root, signal),
        rootCommits(root, signal),
      ]);
      if (tree.truncated || (tree.files.length === 0 && tree.incomplete.length > 0)) {
        return {
          'env.files': {
            ok: false,
            reason: `The folder could not be read in full: ${tree.incomplete.join(', ')}.`,
            unlock: tree.truncated
              ? 'Run it again to its end; review a very large folder in parts, each folder of it by itself.'
              : 'Run it again as a user who may read the folder.',
          },
        };
      }
      const named = Object.keys(target.config.env.files).filter((path) => tree.files.includes(path));
      const paths = [...new Set([...tree.files.filter(isEnvFile), ...named])].slice(0, 1000);
      const ignored = tracked === null ? new Set<string>() : await ignoredPaths(root, [...paths, ...ASKED], signal);
      const { files, known } = readEnvFiles(root, paths, { tracked, ignored, configured: target.config.env.files });
      const history = tracked === null ? Promise.resolve([]) : historicEnvFiles(root, tracked, signal);
      const { uses, validated } = await readUses(
        root,
        tree.files,
        files,
        new Set(target.config.env.undocumented),
        signal,
        (share) => step.update('uses in code', share),
      );
      const inHistory = await history;
      const value: EnvEvidence = {
        files,
        uses,
        inHistory,
        gitIgnores: tracked === null ? [] : ASKED.map((name) => ({ name, ignored: ignored.has(name) })),
        docker: dockerContexts(tree.files, files, (path) => readText(root, path)),
        validated,
        shared: sharedValues(known, new KeyedHash(roots.join('\n') || target.name)),
      };
      if (signal.aborted)
        return {
          'env.files': {
            ok: false,
            reason: 'Stopped before the environment files were read.',
            unlock: 'Run it again and let it finish.',
          },
        };
      return { 'env.files': { ok: true, value } };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return {
        'env.files': {
          ok: false,
          reason: `The environment files could not be read: ${reason.slice(0, 300)}`,
          unlock: 'Check that the folder is readable.',
        },
      };
    } finally {
      step.end();
    }
  },
});

/** One pass over the source: uses, the validator, and mentions of what the example files name. */
const readUses = async (
  root: string,
  paths: readonly string[],
  files: readonly EnvFile[],
  undocumented: ReadonlySet<string>,
  signal: AbortSignal,
  tell: (share: number) => void,
): Promise<{ uses: EnvUse[]; validated: EnvEvidence['validated'] }> => {
  const plainPublic = paths.some((path) => /(?:^|\/)(?:svelte|astro)\.config\.[cm]?[jt]s$/.test(path));
  const examples = files
    .filter((file) => file.environment === 'example')
    .flatMap((file) => file.variables.map((variable) => variable.name));
  const mentions = new Mentions(examples);
  const schema = paths.find((path) => /(?:^|\/)\.env\.schema$/.test(path));
  let validated: EnvEvidence['validated'] = schema === undefined ? null : { path: schema, by: 'varlock' };
  const uses: EnvUse[] = [];
  const awaiting: (FileUses['awaiting'][number] & { path: string })[] = [];
  const handed: Handed[] = [];
  for (const [i, path] of paths.entries()) {
    if (i % PAUSE_EVERY === 0) {
      tell(i / paths.length);
      await new Promise((resolve) => setImmediate(resolve));
      if (signal.aborted) break;
    }
    const mentionable = countsAsMention(path);
    if (isEnvFile(path) || (!readsEnv(path) && !(mentionable && !mentions.done))) continue;
    const bytes = readBytes(root, path);
    if (bytes === null) continue;
    const speaksOfEnv = readsEnv(path) && mayReadEnv(path, bytes);
    if (!speaksOfEnv && mentions.done) continue;
    const text = decodeText(bytes);
    if (text === null) continue;
    if (mentionable) mentions.look(path, text);
    if (!speaksOfEnv || uses.length >= MOST_USES) continue;
    const found = usesIn(path, text, { plainPublic, undocumented });
    uses.push(...found.uses);
    awaiting.push(...found.awaiting.map((one) => ({ ...one, path })));
    handed.push(...found.handed);
    if (found.validatedBy !== null) validated ??= { path, by: found.validatedBy };
  }
  for (const { names, path, uses: held, validatedBy } of awaiting) {
    if (!handed.some(({ name, from }) => names.includes(name) && from !== null && mayImport(from, path))) continue;
    uses.push(...held.slice(0, MOST_USES - uses.length));
    validated ??= { path, by: validatedBy };
  }
  return { uses: withMentions(uses, mentions, files), validated };
};

/**
 * A name found only as a word counts as used by a tool: it is no leftover, and nobody asks to document it. So do names that
 * runtimes and hosts read by themselves.
 */
const withMentions = (uses: readonly EnvUse[], mentions: Mentions, files: readonly EnvFile[]): EnvUse[] => {
  const used = new Set(uses.map((use) => use.name));
  const tool = { publicPrefix: null, required: false, role: 'tool' } as const;
  const mentioned = [...mentions.found]
    .filter(([name]) => !used.has(name))
    .map(([name, { path, line }]): EnvUse => ({ name, path, line, via: 'mention', ...tool }));
  const standard = files.flatMap((file) =>
    file.variables
      .filter((variable) => file.environment === 'example' && isStandardName(variable.name))
      .map((variable): EnvUse => ({
        name: variable.name,
        path: file.path,
        line: variable.line,
        via: 'runtime',
        ...tool,
      })),
  );
  return [...uses, ...mentioned, ...standard];
};
