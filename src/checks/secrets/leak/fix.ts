import type { Sighting } from '../../../model/evidence/secrets.ts';
import type { Fix } from '../../../model/finding.ts';
import type { LeakData } from './leaks.ts';
import type { Owner } from './owner.ts';
import { shellWord } from './text.ts';

/** The steps that make the leaked value worthless, in the order of `Rotation`. None for a key that is known to be revoked. */
export const rotationSteps = ({ sighting }: LeakData): string[] =>
  sighting.live?.state === 'dead'
    ? []
    : ['Rotate it before anything else: taking it out of the code does not take it back.', ...sighting.rotation.steps];

/** `git rm --cached` for the file, as a step. */
export const untrackStep = (path: string): string =>
  `Stop tracking the file and keep it here: git rm --cached -- ${shellWord(path)}, then add its name to .gitignore and commit.`;

/** The variable to read it from, when its name can be one. */
export const environmentStep = ({ sighting, place }: LeakData): string => {
  const name = /^[A-Za-z_]\w{2,60}$/.test(sighting.name ?? '') ? (sighting.name ?? '') : sighting.rule;
  const variable = name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').replaceAll('-', '_').toUpperCase();
  return `Put the new value into the environment settings of your host as ${variable}, and read it from there instead of ${shellWord(place.path)}.`;
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
        'Tell Launch Ready that it is rotated: run with --verify, which asks the provider, or add the lines below to launch-ready.config.json.',
      ];

/** The entry of `secrets.allow` that accepts exactly this value. */
export const allowSnippet = (sighting: Sighting): NonNullable<Fix['snippet']> => ({
  path: 'launch-ready.config.json',
  language: 'json',
  content: `${JSON.stringify({ secrets: { allow: [{ id: sighting.id, reason: 'rotated on YYYY-MM-DD by NAME', until: 'YYYY-MM-DD' }] } }, null, 2)}\n`,
});

/** The command that shows whether the fix worked. */
export const verifyWith = (owner: Owner, before = ''): string => `${before}npx launch-ready secrets --only secrets/${owner}`;
