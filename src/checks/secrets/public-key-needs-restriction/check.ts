import { defineCheck } from '../../../model/check.ts';
import { groups, morePlaces, named, type Group } from '../leak/groups.ts';
import { verifyWith } from '../leak/fix.ts';
import { leakData, whereOf, type LeakData } from '../leak/leaks.ts';
import { ownedBy } from '../leak/owner.ts';
import { printable } from '../leak/text.ts';

const conditionOf = (group: Group): string =>
  printable(group.first.sighting.facts?.['publicIf'] ?? '').replace(/\.$/, '');

export default defineCheck({
  id: 'secrets/public-key-needs-restriction',
  stage: 'secrets',
  bar: ['M2'],
  severity: 'info',
  effort: 'minutes',
  title: { pass: 'No public key depends on restrictions', fail: 'A public key is safe only while it is restricted' },
  why: 'Some keys are made for browsers, yet anybody who copies one spends your quota unless the provider is told who may use it.',
  references: ['OWASP API8:2023'],
  needs: ['secrets.sightings'],
  evaluate: ({ 'secrets.sightings': sightings }) =>
    groups(ownedBy(sightings, 'public-key-needs-restriction'), ({ sighting }) => sighting.rule).map((group) => {
      const data: LeakData = group.first;
      return {
        key: group.key,
        title: `${group.first.sighting.ruleName} is public: is it restricted?`,
        where: whereOf(group.first.place),
        proof: {
          kind: 'file',
          text: `${named(group)} is made to be seen, on a condition: ${conditionOf(group)}.`,
          ...morePlaces(group),
        },
        data,
      };
    }),
  fix: (defect) => {
    const { sighting } = leakData(defect);
    return {
      steps: [
        `Open ${sighting.rotation.at} and look at the restrictions of ${printable(sighting.masked)}.`,
        `What makes it safe: ${printable(sighting.facts?.['publicIf'] ?? 'a restriction at the provider').replace(/\.$/, '')}.`,
        'The repository cannot show whether that is done. Once it is, accept this finding with a waiver in launch-ready.config.json.',
      ],
      verify: verifyWith('public-key-needs-restriction'),
    };
  },
});
