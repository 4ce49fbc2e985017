import { defineCheck } from '../../../model/check.ts';
import { allowSnippet, verifyWith } from '../leak/fix.ts';
import { groupData, groups, morePlaces, named, sightingsOf } from '../leak/groups.ts';
import { whereOf } from '../leak/leaks.ts';
import { ownedBy } from '../leak/owner.ts';
import { plural } from '../leak/text.ts';

export default defineCheck({
  id: 'secrets/secret-shaped-fixture',
  stage: 'secrets',
  bar: ['M2'],
  severity: 'info',
  effort: 'minutes',
  title: {
    pass: 'Tests, docs and examples hold nothing that looks like a key',
    fail: 'Tests, docs or examples hold what looks like a key',
  },
  why: 'Most are made up for a test, but people do paste real keys there. A look tells, and so does --verify.',
  references: ['CWE-798'],
  needs: ['secrets.sightings'],
  evaluate: ({ 'secrets.sightings': sightings }) =>
    groups(ownedBy(sightings, 'secret-shaped-fixture'), () => 'all').map((group) => ({
      key: group.key,
      title: `${plural(group.members.length, 'value')} in tests, docs, examples or vendored code ${group.members.length === 1 ? 'looks' : 'look'} like a secret`,
      where: whereOf(group.first.place),
      proof: { kind: 'file', text: `Found: ${named(group)}.`, ...morePlaces(group) },
      data: group,
    })),
  fix: (defect) => ({
    steps: [
      'Look at each place: is the value made up? Then leave it, write it so that it looks made up, or accept it with the lines below.',
      'Is it real? Rotate it at its provider first, then take it out.',
      'Not sure? npx launch-ready secrets --verify asks the providers, read-only, whether the keys work.',
    ],
    snippet: allowSnippet(sightingsOf(groupData(defect)), 'made up for a test'),
    verify: verifyWith('secret-shaped-fixture'),
  }),
});
