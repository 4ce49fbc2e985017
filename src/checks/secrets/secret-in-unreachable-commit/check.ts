import { defineCheck } from '../../../model/check.ts';
import { allowSnippet, ROTATED, rotationSteps, settledSteps, verifyWith } from '../leak/fix.ts';
import { leakData, leaks } from '../leak/leaks.ts';
import { unreachableSeverity } from '../leak/severity.ts';

export default defineCheck({
  id: 'secrets/secret-in-unreachable-commit',
  stage: 'secrets',
  bar: ['M2'],
  severity: 'medium',
  effort: 'hour',
  title: {
    pass: 'No secret stands in stashed or dropped commits',
    fail: 'A secret stands in a stashed or dropped commit',
  },
  why: 'A commit that was amended, rebased away or stashed stays in the .git folder, and on the code host too once it was pushed.',
  references: ['CWE-540', 'ASVS 5.0 13.3.1'],
  needs: ['secrets.sightings', 'secrets.coverage'],
  evaluate: ({ 'secrets.sightings': sightings, 'secrets.coverage': coverage }) => {
    const found = leaks(sightings, {
      owner: 'secret-in-unreachable-commit',
      in: 'in a stashed or dropped commit',
      seenBy:
        'whoever has the .git folder of this clone, and, if that commit was ever pushed, whoever knows its id on the code host.',
      why: 'No branch or tag reaches it (it was stashed, amended or dropped), so only this clone is sure to hold it.',
      severity: unreachableSeverity,
    });
    return found.length === 0 && coverage.history === null ? 'not-applicable' : found;
  },
  fix: (defect) => {
    const data = leakData(defect);
    return {
      steps: [
        ...(data.sighting.live?.state === 'dead'
          ? []
          : [
              'Was that commit ever pushed, or are you not sure? Then the key is out. Never pushed: go on with git stash list.',
            ]),
        ...rotationSteps(data),
        'See what you still need of your stashes (git stash list), and drop the others with git stash drop.',
        'Remove what nothing reaches from this clone: git reflog expire --expire-unreachable=now --all && git gc --prune=now. It cannot be undone.',
        ...settledSteps(data.sighting),
      ],
      snippet: allowSnippet([data.sighting], ROTATED),
      verify: verifyWith('secret-in-unreachable-commit'),
    };
  },
});
