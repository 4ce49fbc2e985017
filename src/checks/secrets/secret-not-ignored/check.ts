import { defineCheck } from '../../../model/check.ts';
import { environmentStep, verifyWith } from '../leak/fix.ts';
import { leakData, leaks } from '../leak/leaks.ts';
import { unignoredSeverity } from '../leak/severity.ts';
import { shellWord } from '../leak/text.ts';

export default defineCheck({
  id: 'secrets/secret-not-ignored',
  stage: 'secrets',
  bar: ['M2'],
  severity: 'medium',
  effort: 'minutes',
  title: {
    pass: 'No file with a secret waits to be committed',
    fail: 'A file with a secret is one `git add .` from a commit',
  },
  why: 'Git neither tracks nor ignores the file, so the next `git add .` commits the secret, and a pushed secret has to be rotated.',
  references: ['CWE-540', 'ASVS 5.0 13.3.1'],
  needs: ['secrets.sightings'],
  evaluate: ({ 'secrets.sightings': sightings }) =>
    leaks(sightings, {
      owner: 'secret-not-ignored',
      in: 'in a file that git does not ignore',
      seenBy: 'nobody beyond this machine yet; the next `git add .` commits it.',
      why: 'It is not committed yet, so keeping it out now costs a line; after a push it costs a rotation.',
      severity: unignoredSeverity,
    }),
  fix: (defect) => {
    const data = leakData(defect);
    return {
      steps: [
        environmentStep(data),
        `Where the file must stay as it is, keep git away from it: add its path to .gitignore, and see with git check-ignore -v -- ${shellWord(data.place.path)} that it took.`,
      ],
      verify: verifyWith('secret-not-ignored'),
    };
  },
});
