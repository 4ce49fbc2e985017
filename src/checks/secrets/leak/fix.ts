import type { Place, Sighting } from '../../../model/evidence/secrets.ts';
import type { Fix } from '../../../model/finding.ts';
import type { LeakData } from './leaks.ts';
import type { Owner } from './owner.ts';
import { printable, shellWord } from './text.ts';

/** The steps that make the leaked value worthless, in the order of `Rotation`. None for a key that is known to be revoked. */
export const rotationSteps = ({ sighting }: LeakData): string[] =>
  sighting.live?.state === 'dead'
    ? []
    : [
        `Rotate ${printable(sighting.masked)} (${printable(sighting.ruleName)}) before anything else: taking it out of the code does not take it back.`,
        ...sighting.rotation.steps,
      ];

/** `git rm --cached` for the file, as a step. */
export const untrackStep = (path: string): string =>
  `Stop tracking the file and keep it here: git rm --cached -- ${shellWord(path)}, then add its name to .gitignore and commit.`;

/** The place in the sources that a person would edit, when one is known: not the build, not an env file. */
const sourceOf = ({ sighting, place }: LeakData): Place | undefined =>
  [place, ...sighting.places].find(
    ({ exposure, role }) => (exposure === 'tracked' || exposure === 'untracked') && (role === 'app' || role === 'ci'),
  );

/** `Put the new value into … as NAME`, with a name that a variable can have. */
export const environmentStep = (data: LeakData): string => {
  const { name = '', rule } = data.sighting;
  const chosen = /^[A-Za-z_]\w{2,60}$/.test(name) ? name : rule;
  const variable = chosen
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll('-', '_')
    .toUpperCase();
  const source = sourceOf(data);
  const instead =
    source === undefined ? 'when the server runs' : `instead of writing it into ${shellWord(source.path)}`;
  return `Put the new value into the environment settings of your host as ${variable}, and read it from there ${instead}.`;
};

/** Where rewriting history helps, and how. It never replaces the rotation. */
export const REWRITE_STEP =
  'A revoked key in old commits does no harm, so rewriting history is optional. Where you must: write the old value into ../replace.txt, ' +
  'run git filter-repo --replace-text ../replace.txt in a fresh clone, push with git push --force --all and git push --force --tags, ' +
  'have everybody clone again, and ask your code host to drop its cached copies.';

/** How the review learns of a rotation that leaves no trace in the repository. */
export const settledSteps = (sighting: Sighting): string[] =>
  sighting.live?.state === 'dead'
    ? []
    : [
        'Tell Launch Ready that it is rotated: run with `--verify`, which asks the provider, or allow its id under `secrets.allow` in launch-ready.config.json.',
      ];

const MOST_ALLOWED = 20;

/** The entries of `secrets.allow` that accept exactly these values; the first few. */
export const allowSnippet = (sightings: readonly Sighting[], reason: string): NonNullable<Fix['snippet']> => {
  const allow = sightings.slice(0, MOST_ALLOWED).map(({ id }) => ({ id, reason, until: 'YYYY-MM-DD' }));
  return {
    path: 'launch-ready.config.json',
    language: 'json',
    content: `${JSON.stringify({ secrets: { allow } }, null, 2)}\n`,
  };
};

/** Reason for values that were replaced at their provider. */
export const ROTATED = 'rotated on YYYY-MM-DD by NAME';

/** The command that shows whether the fix worked. */
export const verifyWith = (owner: Owner, before = ''): string =>
  `${before}npx launch-ready secrets --only secrets/${owner}`;
