import { join } from 'node:path';
import type { EnvEvidence } from '../../model/evidence/env.ts';
import type { Evidence, EvidenceKey } from '../../model/evidence/map.ts';
import type { Sighting } from '../../model/evidence/secrets.ts';
import { renderKeyLocations } from '../../report/environment/render-locations.ts';
import { renderEnvJson, renderEnvReport } from '../../report/environment/render-report.ts';
import { renderRotationChecklist } from '../../report/environment/render-rotation.ts';
import { renderEnvStructure } from '../../report/environment/render-structure.ts';
import { CliError, EXIT } from '../cli-error.ts';
import { printable } from '../output/printable.ts';
import { complain, print } from '../output/streams.ts';
import { writeWhole } from '../output/write-file.ts';
import { gather } from './gather.ts';

interface Flags {
  json?: boolean;
  write?: string;
  config?: string;
  quiet?: boolean;
  color: boolean;
}

const KEYS: readonly EvidenceKey[] = ['repo.summary', 'secrets.sightings', 'secrets.coverage', 'env.files'];

/** Prints or writes the environment documents. Exit code 3 when not everything could be read. */
export const runEnv = async (path: string, flags: Flags): Promise<void> => {
  const { evidence, interrupted, root } = await gather({
    path,
    keys: KEYS,
    quiet: flags.quiet === true,
    color: flags.color,
    ...(flags.config === undefined ? {} : { config: flags.config }),
  });
  if (interrupted) process.exit(EXIT.interrupted);
  const env = valueOf(evidence, 'env.files');
  const sightings = valueOf(evidence, 'secrets.sightings');
  if (flags.write !== undefined) await writeDocuments(flags.write, root, env, sightings, flags.json === true);
  if (flags.json === true) await print(renderEnvJson(env, sightings));
  else if (flags.write === undefined) await print(renderEnvReport(env, sightings));
  const gaps = valueOf(evidence, 'secrets.coverage').skipped.filter((skipped) => skipped.matters && skipped.count > 0);
  if (gaps.length === 0) return;
  if (flags.quiet !== true) {
    complain(
      `Not everything could be read (${gaps.map((gap) => gap.reason).join(', ')}): there may be more keys to rotate.`,
    );
  }
  process.exitCode = EXIT.undecided;
};

const writeDocuments = async (
  folder: string,
  reviewed: string | null,
  env: EnvEvidence,
  sightings: readonly Sighting[],
  quiet: boolean,
): Promise<void> => {
  const documents = {
    'production-env.md': renderEnvStructure(env),
    'key-locations.md': renderKeyLocations(env, sightings),
    'rotation-checklist.md': renderRotationChecklist(sightings),
  };
  for (const [name, text] of Object.entries(documents)) {
    const path = join(folder, name);
    await writeWhole(path, text, reviewed);
    if (!quiet) await print(`Written: ${printable(path)}`);
  }
};

/** What a document is about must be known: one that is empty because nobody could look would lie. */
const valueOf = <K extends 'env.files' | 'secrets.sightings' | 'secrets.coverage'>(
  evidence: Evidence,
  key: K,
): Extract<NonNullable<Evidence[K]>, { ok: true }>['value'] => {
  const fact = evidence[key];
  if (fact?.ok === true) return fact.value;
  throw new CliError(`The environment could not be read: ${printable(fact?.reason ?? 'nothing was collected', 500)}`);
};
