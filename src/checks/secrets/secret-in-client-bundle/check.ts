import { defineCheck } from '../../../model/check.ts';
import { environmentStep, rotationSteps, verifyWith } from '../leak/fix.ts';
import { leakData, leaks } from '../leak/leaks.ts';
import { servedSeverity } from '../leak/severity.ts';

export default defineCheck({
  id: 'secrets/secret-in-client-bundle',
  stage: 'secrets',
  bar: ['M2'],
  severity: 'blocker',
  effort: 'hours',
  title: { pass: 'No secret is served to browsers', fail: 'A secret is served to browsers' },
  why: 'Whatever a browser loads, every visitor can read and keep, and bots collect keys from new sites within hours of their launch.',
  references: ['CWE-798', 'CWE-540', 'ASVS 5.0 13.3.1'],
  needs: ['secrets.sightings', 'secrets.coverage'],
  evaluate: ({ 'secrets.sightings': sightings, 'secrets.coverage': coverage }) => {
    const found = leaks(sightings, {
      owner: 'secret-in-client-bundle',
      in: 'served to browsers',
      seenBy: 'everyone who opens the site, signed in or not.',
      why: 'It reaches every browser that opens the site, so count it as known from the first deployment on.',
      severity: servedSeverity,
    });
    // A bundle that was not there to be read is what client-bundle-scanned speaks about.
    return found.length === 0 && coverage.clientOutput !== 'scanned' ? 'not-applicable' : found;
  },
  fix: (defect) => {
    const data = leakData(defect);
    return {
      steps: [
        ...rotationSteps(data),
        'Move the call that needs it to the server (an API route, a server action, an edge function), and let the browser call that.',
        `${environmentStep(data)} The name must carry no public prefix (NEXT_PUBLIC_, VITE_, REACT_APP_, EXPO_PUBLIC_, PUBLIC_ …).`,
        'Build again, deploy, and purge the CDN: the old bundle stays in caches.',
      ],
      verify: verifyWith('secret-in-client-bundle', 'npm run build && '),
    };
  },
});
