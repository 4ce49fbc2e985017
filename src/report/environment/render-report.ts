import type { EnvEvidence } from '../../model/evidence/env.ts';
import type { Sighting } from '../../model/evidence/secrets.ts';
import { renderKeyLocations } from './render-locations.ts';
import { exposedKeys, renderRotationChecklist } from './render-rotation.ts';
import { renderEnvStructure } from './render-structure.ts';
import { documentedVariables } from './variables.ts';

/** Version of the JSON below; the minor number grows with additions, the major one with breaks. */
export const ENV_SCHEMA = 'launch-ready/env@1.0';

/** The three documents as one Markdown text. */
export const renderEnvReport = (env: EnvEvidence, sightings: readonly Sighting[]): string =>
  [renderEnvStructure(env), renderKeyLocations(env, sightings), renderRotationChecklist(sightings)]
    .map((part) => part.trimEnd())
    .join('\n\n') + '\n';

/** The facts behind the documents, without values; ends with a line break. */
export const renderEnvJson = (env: EnvEvidence, sightings: readonly Sighting[]): string => {
  const keys = env.files.flatMap((file) =>
    file.variables
      .filter((variable) => variable.value === 'secret')
      .map((variable) => ({
        name: variable.name,
        path: file.path,
        line: variable.line,
        environment: file.environment,
        masked: variable.masked ?? '****',
        tracked: file.tracked,
        ignored: file.ignored,
      })),
  );
  const rotate = exposedKeys(sightings).map(
    ({ id, rule, ruleName, provider, name, masked, impact, rotation, places, count }) => ({
      id,
      rule,
      ruleName,
      provider,
      ...(name === undefined ? {} : { name }),
      masked,
      impact,
      rotation,
      places: places.map(withoutFrame),
      count,
    }),
  );
  return `${JSON.stringify({ schema: ENV_SCHEMA, variables: documentedVariables(env), keys, shared: env.shared, rotate }, null, 2)}\n`;
};

const withoutFrame = ({ path, line, commit, exposure }: Sighting['places'][number]): object => ({
  path,
  ...(line === undefined ? {} : { line }),
  ...(commit === undefined ? {} : { commit }),
  exposure,
});
