import { defineCheck } from '../../../model/check.ts';
import { environmentStep, rotationSteps, verifyWith } from '../leak/fix.ts';
import { leakData, leaks } from '../leak/leaks.ts';
import { servedSeverity } from '../leak/severity.ts';

export default defineCheck({
  id: 'secrets/secret-in-source-map',
  stage: 'secrets',
  bar: ['M2'],
  severity: 'blocker',
  effort: 'hour',
  title: { pass: 'No secret stands in a source map', fail: 'A secret stands in a source map' },
  why: 'A source map carries the original files, comments and removed code included, and is served beside the bundle unless it is held back.',
  references: ['CWE-540', 'CWE-615', 'ASVS 5.0 13.3.1'],
  needs: ['secrets.sightings', 'secrets.coverage'],
  evaluate: ({ 'secrets.sightings': sightings, 'secrets.coverage': coverage }) => {
    const found = leaks(sightings, {
      owner: 'secret-in-source-map',
      in: 'in a source map',
      seenBy: 'everyone who opens the site: the bundle names the address of its map, and any browser loads it.',
      why: 'The minified code does not show it, but the original file inside the source map does.',
      severity: servedSeverity,
    });
    return found.length === 0 && coverage.clientOutput !== 'scanned' ? 'not-applicable' : found;
  },
  fix: (defect) => {
    const data = leakData(defect);
    return {
      steps: [
        ...rotationSteps(data),
        environmentStep(data),
        'Stop publishing source maps: Vite build.sourcemap false or "hidden", Next.js productionBrowserSourceMaps false. An error tracker gets them by upload instead.',
        'Build again, deploy, delete the old .map files from the host and purge the CDN.',
      ],
      verify: verifyWith('secret-in-source-map', 'npm run build && '),
    };
  },
});
