import { resolve } from 'node:path';
import type { GateHit } from '../../collect/secrets/scan-diff.ts';
import { globMatcher } from '../../collect/secrets/globs.ts';
import { CliError, EXIT } from '../cli-error.ts';
import { printable } from '../output/printable.ts';
import { wantsColor } from '../output/look.ts';
import { print } from '../output/streams.ts';
import { listenForInterrupt } from '../progress/interrupt.ts';
import { gateAnnotations } from './gate-annotations.ts';
import { gateText } from './gate-text.ts';
import { targetAt } from './gather.ts';
import { gitRoot } from './git-root.ts';

/** Scans one change and says in a few lines what must not go in. */
export const runGate = async (
  path: string,
  flags: { diff?: string; json?: boolean; color: boolean },
): Promise<void> => {
  const root = await gitRoot(path);
  const { exclude } = (await targetAt(root, undefined)).target.config.secrets;
  const { scanDiff, scanStaged } = await import('../../collect/secrets/scan-diff.ts');
  const interrupt = listenForInterrupt(() => {});
  const scan =
    flags.diff === undefined
      ? await scanStaged(root, interrupt.signal, indexOfHook())
      : await scanDiff(root, flags.diff, interrupt.signal);
  interrupt.release();
  if (interrupt.signal.aborted) {
    process.exitCode = EXIT.interrupted;
    return;
  }
  if (!scan.ok) throw new CliError(`The change could not be checked: ${printable(scan.reason, 500)}`);
  const found = scan.hits.filter(matters);
  const isExcluded = globMatcher(exclude);
  const hits = found.filter((hit) => !isExcluded(hit.path));
  const excluded = found.length - hits.length;
  const refused = hits.filter(refuses);
  if (flags.json === true)
    await print(JSON.stringify({ refused: refused.length > 0, files: scan.files, excluded, hits }, null, 2));
  else {
    if (process.env['GITHUB_ACTIONS'] === 'true') await print(gateAnnotations(hits, refuses));
    const look = { color: wantsColor(flags.color, process.stdout, process.env) };
    await print(gateText({ hits, refuses, files: scan.files, excluded, staged: flags.diff === undefined, ...look }));
  }
  process.exitCode = refused.length > 0 ? EXIT.noGo : EXIT.go;
};

/** The index that git gives its hook: a temporary one under `git commit -a` and `git commit <file>`. */
const indexOfHook = (): string | undefined => {
  const index = process.env['GIT_INDEX_FILE'];
  return index === undefined ? undefined : resolve(index);
};

const matters = (hit: GateHit): boolean => hit.kind === 'env-file' || hit.verdict === 'secret';

/** What only looks random is shown, but a guess does not stop anybody's work. */
const refuses = (hit: GateHit): boolean => hit.kind === 'env-file' || hit.confidence !== 'low';
