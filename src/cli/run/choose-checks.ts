import type { Check } from '../../model/check.ts';
import type { EvidenceKey } from '../../model/evidence/map.ts';
import { STAGES, type StageId } from '../../model/stage.ts';
import { matchChecks } from '../../review/match-checks.ts';
import { nearest } from '../../review/nearest.ts';
import { CliError } from '../cli-error.ts';
import { printable } from '../output/printable.ts';

/** Which checks a run is limited to; both empty means all. */
export interface Choice {
  only: readonly string[];
  stages: readonly StageId[];
}

/** Turns `--only` and `--stage` into a choice. A name that nothing answers to is a CliError with the nearest one. */
export const choiceOf = (
  checks: readonly Check[],
  flags: { only?: readonly string[]; stage?: readonly string[] },
): Choice => {
  const only = flags.only ?? [];
  if (flags.only !== undefined && only.length === 0) throw new CliError('--only needs the name of a check.');
  const matched = matchChecks(checks, only);
  if (!matched.ok) throw new CliError(matched.error);
  return { only, stages: (flags.stage ?? []).map(stageNamed) };
};

const stageNamed = (name: string): StageId => {
  const stage = STAGES.find(
    (one) => one.id === name.toLowerCase() || `s${one.number}` === name.toLowerCase() || String(one.number) === name,
  );
  if (stage !== undefined) return stage.id;
  const ids = STAGES.map((one) => one.id);
  const near = nearest(name, ids);
  const hint = near.length > 0 ? `Did you mean ${near.join(', ')}?` : `The stages are ${ids.join(', ')}.`;
  throw new CliError(`There is no stage ${JSON.stringify(printable(name, 60))}. ${hint}`);
};

/** For `launch-ready secrets`: of the checks that look for secret values, those that the flags choose. */
export const secretChoice = (
  checks: readonly Check[],
  flags: { only?: readonly string[]; stage?: readonly string[] },
): Choice => {
  const choice = choiceOf(checks, flags);
  const chosen = chosenChecks(checks, choice).filter(
    (check) => check.stage === 'secrets' && check.needs.some((key) => key.startsWith('secrets.')),
  );
  if (chosen.length === 0)
    throw new CliError('None of these checks looks for secrets: use `launch-ready review` for them.');
  return { only: chosen.map((check) => check.id), stages: [] };
};

const chosenChecks = (checks: readonly Check[], { only, stages }: Choice): readonly Check[] => {
  const named = matchChecks(checks, only);
  return (only.length === 0 || !named.ok ? checks : named.value).filter(
    (check) => stages.length === 0 || stages.includes(check.stage),
  );
};

/** The evidence that these checks read, and what every report names. Undefined when nothing is left out. */
export const neededKeys = (checks: readonly Check[], choice: Choice): readonly EvidenceKey[] | undefined => {
  if (choice.only.length === 0 && choice.stages.length === 0) return undefined;
  const needs = new Set<EvidenceKey>(['repo.summary', ...chosenChecks(checks, choice).flatMap((check) => check.needs)]);
  // What the running app is asked for is what its source has.
  if ([...needs].some((key) => key.startsWith('boundary.'))) needs.add('code.endpoints');
  // The hosts that are looked at are those that the repository names.
  if ([...needs].some((key) => key.startsWith('edge.')))
    for (const key of ['hosting.domains', 'env.files', 'deps.versions', 'code.endpoints', 'code.mail'] as const)
      needs.add(key);
  return [...needs];
};
