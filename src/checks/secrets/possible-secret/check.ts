import { defineCheck } from '../../../model/check.ts';
import { allowSnippet, verifyWith } from '../leak/fix.ts';
import { groupData, groups, morePlaces, named, sightingsOf } from '../leak/groups.ts';
import { whereOf } from '../leak/leaks.ts';
import { ownedBy } from '../leak/owner.ts';
import { plural, spot } from '../leak/text.ts';

export default defineCheck({
  id: 'secrets/possible-secret',
  stage: 'secrets',
  bar: ['M2'],
  severity: 'low',
  effort: 'minutes',
  title: {
    pass: 'No value in the code looks random enough to be a secret',
    fail: 'A value in the code may be a secret',
  },
  why: 'No provider is known for it; it only looks random, as passwords and keys of your own do. A person has to look.',
  references: ['CWE-798'],
  needs: ['secrets.sightings'],
  evaluate: ({ 'secrets.sightings': sightings }) =>
    groups(ownedBy(sightings, 'possible-secret'), ({ place }) => place.path).map((group) => ({
      key: group.key,
      title: `${plural(group.members.length, 'value')} that may be ${group.members.length === 1 ? 'a secret' : 'secrets'}`,
      where: whereOf(group.first.place),
      proof: {
        kind: group.first.place.frame === undefined ? 'file' : 'code',
        text: `${spot(group.first.place)} holds ${named(group)}: random by its look, without a format that a provider would know.`,
        ...(group.first.place.frame === undefined ? {} : { frame: group.first.place.frame }),
        ...morePlaces(group),
      },
      data: group,
    })),
  fix: (defect) => ({
    steps: [
      'Look at the value. A password, a token or a signing key: make a new one, put it into an environment variable, and take the old one out.',
      'A hash, an id or test data: leave it, or accept it with the lines below.',
    ],
    snippet: allowSnippet(sightingsOf(groupData(defect)), 'no secret: WHAT IT IS'),
    verify: verifyWith('possible-secret'),
  }),
});
