import { basename, join } from 'node:path';
import type { Evidence } from '../../model/evidence/map.ts';
import type { Progress } from '../../model/progress.ts';
import type { Target } from '../../model/target.ts';
import { DEFAULTS } from '../../collect/target/defaults.ts';
import { findConfigs } from '../../collect/target/find-config.ts';
import { loadFolder } from '../../collect/target/load-target.ts';
import { CliError, EXIT } from '../cli-error.ts';
import { printable } from '../output/printable.ts';
import { print } from '../output/streams.ts';
import { writeWhole } from '../output/write-file.ts';
import { withProgress } from '../run/gather.ts';
import { draftOf } from './draft.ts';
import { jsonConfig, typescriptConfig } from './write-config.ts';

/** Looks at the folder and writes its config. Throws CliError when there is one already. */
export const initConfig = async (
  path: string,
  flags: { json?: boolean; force?: boolean; quiet?: boolean },
): Promise<void> => {
  const folder = loadFolder(path);
  if (!folder.ok) throw new CliError(printable(folder.error, 500));
  const file = join(folder.root, `launch-ready.config.${flags.json === true ? 'json' : 'ts'}`);
  refuseToReplace(file, findConfigs(folder.root), flags.force === true);
  const config = { ...DEFAULTS, secrets: { ...DEFAULTS.secrets, history: false } };
  const target: Target = { root: folder.root, name: folder.name, config };
  const look = await withProgress(flags, `Looking at ${printable(folder.name, 60)}`, ({ progress }, { signal }) =>
    found(target, progress, signal),
  );
  if (look.interrupted) {
    process.exitCode = EXIT.interrupted;
    return;
  }
  const draft = draftOf(target, look.value);
  await writeWhole(file, flags.json === true ? jsonConfig(draft) : typescriptConfig(draft), folder.root);
  await print(`Written: ${printable(file)}\nNext: npx launch-ready`);
};

const found = async (target: Target, progress: Progress, signal: AbortSignal): Promise<Evidence> => {
  const { collectEvidence } = await import('../../program.ts');
  const { evidence } = await collectEvidence({
    target,
    progress,
    signal,
    verify: false,
    keys: ['repo.summary', 'env.files'],
  });
  return evidence;
};

const refuseToReplace = (file: string, there: readonly string[], force: boolean): void => {
  const [first] = there.filter((path) => !force || path !== file);
  if (first === undefined) return;
  const way = first === file ? 'use --force to replace it' : 'remove it first';
  throw new CliError(`${basename(first)} exists already and is kept; ${way}.`);
};
