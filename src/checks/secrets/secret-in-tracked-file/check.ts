import { defineCheck } from '../../../model/check.ts';
import { environmentStep, REWRITE_STEP, rotationSteps, untrackStep, verifyWith } from '../leak/fix.ts';
import { leakData, leaks } from '../leak/leaks.ts';
import { committedSeverity } from '../leak/severity.ts';

export default defineCheck({
  id: 'secrets/secret-in-tracked-file',
  stage: 'secrets',
  bar: ['M2'],
  severity: 'blocker',
  effort: 'hour',
  title: { pass: 'No secret stands in a file that git tracks', fail: 'A secret stands in a file that git tracks' },
  why: 'A tracked file goes to everyone who clones: contractors, CI, the code host, forks, and the public when the repository is opened.',
  references: ['CWE-798', 'CWE-540', 'ASVS 5.0 13.3.1', 'OWASP A07:2021'],
  needs: ['secrets.sightings', 'secrets.coverage'],
  evaluate: ({ 'secrets.sightings': sightings, 'secrets.coverage': coverage }) =>
    leaks(sightings, {
      owner: 'secret-in-tracked-file',
      // Without git every file counts as one that is handed on.
      ...(coverage.history === null
        ? {
            in: 'in the source code',
            seenBy: 'everyone who gets a copy of this folder.',
            why: 'It goes along with every copy of the code.',
          }
        : {
            in: 'in a tracked file',
            seenBy: 'everyone who can read this repository or any copy of it: clones, forks, CI, the code host.',
            why: 'It goes along with every clone of the repository.',
          }),
      severity: committedSeverity,
    }),
  fix: (defect) => {
    const data = leakData(defect);
    const { path, role, commit } = data.place;
    return {
      steps: [
        ...rotationSteps(data),
        role === 'env' ? untrackStep(path) : environmentStep(data),
        ...(commit === undefined
          ? []
          : [`The old commits keep the old value, so secrets/secret-in-history speaks next. ${REWRITE_STEP}`]),
      ],
      verify: verifyWith('secret-in-tracked-file'),
    };
  },
});
