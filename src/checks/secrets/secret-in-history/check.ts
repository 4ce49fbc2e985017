import { defineCheck } from '../../../model/check.ts';
import { allowSnippet, REWRITE_STEP, ROTATED, rotationSteps, settledSteps, verifyWith } from '../leak/fix.ts';
import { leakData, leaks } from '../leak/leaks.ts';
import { committedSeverity } from '../leak/severity.ts';

export default defineCheck({
  id: 'secrets/secret-in-history',
  stage: 'secrets',
  bar: ['M2'],
  severity: 'blocker',
  effort: 'hour',
  title: { pass: 'No secret stands in the git history', fail: 'A secret stands in the git history' },
  why: 'Deleting a secret from a file leaves it in every earlier commit, and a clone brings all of them.',
  references: ['CWE-798', 'CWE-540', 'ASVS 5.0 13.3.1', 'OWASP A07:2021'],
  needs: ['secrets.sightings', 'secrets.coverage'],
  evaluate: ({ 'secrets.sightings': sightings, 'secrets.coverage': coverage }) => {
    const found = leaks(sightings, {
      owner: 'secret-in-history',
      in: 'in the git history',
      seenBy:
        'everyone who can clone this repository. The files of today no longer hold it, but a branch, a tag or a remote still reaches a commit that does.',
      why: 'It is gone from the files of today, and still comes with every clone.',
      severity: committedSeverity,
    });
    return found.length === 0 && coverage.history === null ? 'not-applicable' : found;
  },
  fix: (defect) => {
    const data = leakData(defect);
    return {
      steps: [...rotationSteps(data), ...settledSteps(data.sighting), REWRITE_STEP],
      snippet: allowSnippet([data.sighting], ROTATED),
      verify: verifyWith('secret-in-history'),
    };
  },
});
