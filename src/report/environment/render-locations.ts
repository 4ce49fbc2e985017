import type { EnvEvidence } from '../../model/evidence/env.ts';
import type { Exposure, Place, Sighting } from '../../model/evidence/secrets.ts';
import { markdownCellCode, markdownText } from '../escape/markdown.ts';

const SEEN_BY: Readonly<Record<Exposure, string>> = {
  client: 'every visitor',
  tracked: 'everyone with the repository',
  history: 'everyone with the repository (old commits)',
  unreachable: 'whoever has this clone',
  build: 'whoever has the build output',
  log: 'whoever can read the logs',
  untracked: 'this machine, one commit from the repository',
  local: 'this machine',
};
const MOST_PLACES = 6;

/** D4c: which keys live where: env files by environment, the code that reads them, and where they must not be. */
export const renderKeyLocations = (env: EnvEvidence, sightings: readonly Sighting[]): string => {
  const inFiles = keysInFiles(env);
  const seen = sightings.filter((sighting) => sighting.verdict === 'secret');
  const lines = [
    '# Which keys live where',
    '',
    'Values are masked. A key belongs at the host of each environment, in one place, and nowhere else.',
    '',
  ];
  lines.push('## In env files', '');
  if (inFiles.length === 0) lines.push('No env file here holds a secret.', '');
  else
    lines.push(
      '| Key | File | Environment | Masked | git | Read by |',
      '| --- | --- | --- | --- | --- | --- |',
      ...inFiles,
      '',
    );
  lines.push('## Found elsewhere', '');
  if (seen.length === 0) lines.push('No key was found outside of env files.', '');
  else lines.push('| Key | Masked | Where | Who can see it |', '| --- | --- | --- | --- |', ...seen.map(rowOf), '');
  return lines.join('\n');
};

const keysInFiles = (env: EnvEvidence): string[] =>
  env.files.flatMap((file) =>
    file.variables
      .filter((variable) => variable.value === 'secret')
      .map((variable) => {
        const state = file.tracked ? '**tracked**' : file.ignored ? 'ignored' : 'not ignored';
        const readers = [
          ...new Set(env.uses.filter((use) => use.name === variable.name && use.role === 'app').map((use) => use.path)),
        ];
        const cells = [
          markdownCellCode(variable.name),
          markdownCellCode(`${file.path}:${variable.line}`),
          file.environment === 'unknown' ? 'not told by its name' : file.environment,
          markdownCellCode(variable.masked ?? '****'),
          state,
          readers.length === 0
            ? 'nothing found'
            : readers.slice(0, 3).map(markdownCellCode).join(', ') + more(readers.length - 3),
        ];
        return `| ${cells.join(' | ')} |`;
      }),
  );

const rowOf = (sighting: Sighting): string => {
  const exposures = [...new Set(sighting.places.map((place) => SEEN_BY[place.exposure]))];
  const where =
    sighting.places.slice(0, MOST_PLACES).map(placeOf).join('<br>') +
    more(sighting.count - Math.min(sighting.places.length, MOST_PLACES));
  const name =
    sighting.name === undefined
      ? markdownText(sighting.ruleName)
      : `${markdownText(sighting.ruleName)} ${markdownCellCode(sighting.name)}`;
  return `| ${name} | ${markdownCellCode(sighting.masked)} | ${where} | ${exposures.join('; ')} |`;
};

const placeOf = (place: Place): string => {
  const spot = place.line === undefined ? place.path : `${place.path}:${place.line}`;
  return place.commit === undefined
    ? markdownCellCode(spot)
    : `${markdownCellCode(spot)} in ${markdownCellCode(place.commit.slice(0, 12))}`;
};

const more = (count: number): string => (count > 0 ? ` and ${count} more` : '');
