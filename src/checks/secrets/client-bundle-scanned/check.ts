import { defineCheck } from '../../../model/check.ts';

export default defineCheck({
  id: 'secrets/client-bundle-scanned',
  stage: 'secrets',
  bar: ['M2'],
  severity: 'info',
  effort: 'minutes',
  title: { pass: 'The client bundle was read', fail: 'The client bundle was not read' },
  why: 'What the bundler writes decides what visitors get: a variable read in shared code ends in the bundle without standing in any source file.',
  references: ['CWE-540', 'ASVS 5.0 13.3.1'],
  needs: ['secrets.coverage'],
  evaluate: ({ 'secrets.coverage': coverage }) => {
    if (coverage.clientOutput === 'no client') return 'not-applicable';
    if (coverage.clientOutput === 'scanned') return [];
    return {
      unproven: 'The app has a browser side, but no build of it is here to be read.',
      unlock: 'Run `npm run build` (or what builds this app) with the production variables, then run this again.',
    };
  },
  fix: () => ({
    steps: ['Build the app, then run the scan again.'],
    verify: 'npm run build && npx launch-ready secrets --only secrets/client-bundle-scanned',
  }),
});
