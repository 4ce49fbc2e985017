import { compareExposure, EXPOSURES, type Power, type Sighting } from '../../model/evidence/secrets.ts';
import { markdownCode, markdownText } from '../escape/markdown.ts';

const POWERS: readonly Power[] = ['money', 'data', 'infrastructure', 'identity', 'messages', 'spend', 'limited'];
const KIND = {
  overlap: 'Old and new work side by side, so nothing stops meanwhile.',
  instant: 'The old one stops at once: deploy the new one in the same minutes.',
  grace: 'The old one works for a while longer, then stops.',
  cascade: 'Replacing it makes other keys or sessions invalid too: plan a quiet hour.',
} as const;

/** Keys that somebody else may have seen: not those that stand only on this machine, nor stand-ins and public ones. */
export const exposedKeys = (sightings: readonly Sighting[]): Sighting[] =>
  sightings
    .filter(
      (sighting) => sighting.verdict === 'secret' && sighting.confidence !== 'low' && sighting.live?.state !== 'dead',
    )
    .filter((sighting) => sighting.places.some((place) => place.exposure !== 'local' && place.exposure !== 'untracked'))
    .toSorted(
      (a, b) =>
        Number(a.testMode) - Number(b.testMode) ||
        worst(a) - worst(b) ||
        POWERS.indexOf(a.power) - POWERS.indexOf(b.power) ||
        a.ruleName.localeCompare(b.ruleName),
    );

const worst = (sighting: Sighting): number =>
  Math.min(...sighting.places.map((place) => EXPOSURES.indexOf(place.exposure)));

/** D4b: what to rotate, worst first, with a box for each step. */
export const renderRotationChecklist = (sightings: readonly Sighting[]): string => {
  const keys = exposedKeys(sightings);
  if (keys.length === 0)
    return '# Rotation checklist\n\nNo key is known to have been exposed, so nothing has to be rotated.\n';
  const intro = `${keys.length} ${keys.length === 1 ? 'key' : 'keys'} that others may have seen, the most dangerous first. A key counts as rotated when the old one no longer works.`;
  return ['# Rotation checklist', '', intro, '', ...keys.flatMap(sectionOf)].join('\n');
};

const sectionOf = (sighting: Sighting, at: number): string[] => {
  const name = sighting.name === undefined ? '' : ` ${markdownCode(sighting.name)}`;
  const first = sighting.places.toSorted(compareExposure)[0];
  const where =
    first === undefined
      ? ''
      : ` Seen in ${markdownCode(first.line === undefined ? first.path : `${first.path}:${first.line}`)}${sighting.count > 1 ? ` and ${sighting.count - 1} more ${sighting.count === 2 ? 'place' : 'places'}` : ''}.`;
  const page = /^https:\/\/[^\s<>"]+$/.test(sighting.rotation.at) ? `<${sighting.rotation.at}>` : '';
  return [
    `## ${at + 1}. ${markdownText(sighting.ruleName)}${name} ${markdownCode(sighting.masked)}`,
    '',
    `${markdownText(sighting.impact)}${where}`,
    '',
    `${KIND[sighting.rotation.kind]}${page === '' ? '' : ` Done at ${page}`}`,
    '',
    ...sighting.rotation.steps.map((step) => `- [ ] ${markdownText(step)}`),
    '- [ ] Take the old value out of the code, and give the new one only to the host.',
    `- [ ] See that it is gone: ${markdownCode('npx launch-ready secrets')}`,
    '',
  ];
};
