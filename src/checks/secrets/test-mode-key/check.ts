import { defineCheck } from '../../../model/check.ts';
import { verifyWith } from '../leak/fix.ts';
import { groups, morePlaces, named, type Group } from '../leak/groups.ts';
import { whereOf } from '../leak/leaks.ts';
import { ownedBy } from '../leak/owner.ts';
import { plural, spot } from '../leak/text.ts';

const isServed = (group: Group): boolean => group.members.some(({ place }) => place.exposure === 'client');

const REACHES = 'It reaches the browser: on launch day the live key will stand in its place.';

export default defineCheck({
  id: 'secrets/test-mode-key',
  stage: 'secrets',
  bar: ['M2'],
  severity: 'low',
  effort: 'minutes',
  title: { pass: 'No test-mode key stands in the code', fail: 'A test-mode key stands in the code' },
  why: 'A test key moves no real money, but it shows where the live key will stand, and strangers can fill your test data.',
  references: ['CWE-798', 'ASVS 5.0 13.3.1'],
  needs: ['secrets.sightings'],
  evaluate: ({ 'secrets.sightings': sightings }) =>
    groups(ownedBy(sightings, 'test-mode-key'), ({ sighting, place }) => `${sighting.rule}\n${place.path}`).map(
      (group) => ({
        key: group.key,
        title: `${group.first.sighting.ruleName} ${isServed(group) ? 'served to browsers' : 'in the repository'}`,
        where: whereOf(group.first.place),
        proof: {
          kind: group.first.place.frame === undefined ? 'file' : 'code',
          text: [
            `${plural(group.members.length, 'test-mode key')} in ${spot(group.first.place)}: ${named(group)}.`,
            ...(isServed(group) ? [REACHES] : []),
          ].join('\n'),
          ...(group.first.place.frame === undefined ? {} : { frame: group.first.place.frame }),
          ...morePlaces(group),
        },
        // The key is worthless, the way it takes is not.
        severity: isServed(group) ? 'medium' : 'low',
      }),
    ),
  fix: () => ({
    steps: [
      'Read the key from an environment variable, so that production gets the live one without an edit of the code.',
      'Make sure that no code path sends a secret key to the browser; the publishable key is the one for browsers.',
      'Replace the test key when strangers could have read it: it costs nothing.',
    ],
    verify: verifyWith('test-mode-key'),
  }),
});
