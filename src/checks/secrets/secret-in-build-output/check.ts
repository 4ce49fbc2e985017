import { defineCheck } from '../../../model/check.ts';
import { environmentStep, rotationSteps, verifyWith } from '../leak/fix.ts';
import { leakData, leaks } from '../leak/leaks.ts';
import { builtSeverity } from '../leak/severity.ts';

export default defineCheck({
  id: 'secrets/secret-in-build-output',
  stage: 'secrets',
  bar: ['M2'],
  severity: 'medium',
  effort: 'hour',
  title: {
    pass: 'No secret is written into server build output',
    fail: 'A secret is written into server build output',
  },
  why: 'Build output travels: to the host, into container images and CI artifacts, and it keeps a value after the variable was changed.',
  references: ['CWE-798', 'ASVS 5.0 13.3.1'],
  needs: ['secrets.sightings'],
  evaluate: ({ 'secrets.sightings': sightings }) =>
    leaks(sightings, {
      owner: 'secret-in-build-output',
      in: 'in server build output',
      seenBy: 'everyone who receives the build: the host, CI artifacts, container images and their registries.',
      why: 'The build froze the value into a file, so it goes wherever the build goes and does not follow a change of the variable.',
      severity: builtSeverity,
    }),
  fix: (defect) => {
    const data = leakData(defect);
    return {
      steps: [
        environmentStep(data),
        'Keep the build from copying it: no "define" or "env" entry of the bundler\'s config may name it.',
        'Delete the build output and build again.',
        'Did that build ever leave this machine (a deployment, an artifact, an image)? Then what follows is needed too.',
        ...rotationSteps(data),
      ],
      verify: verifyWith('secret-in-build-output', 'npm run build && '),
    };
  },
});
