import { defineCheck } from '../../../model/check.ts';
import { printable } from '../../secrets/leak/text.ts';

export default defineCheck({
  id: 'audit/secret-in-client-build',
  stage: 'audit',
  bar: ['M2'],
  severity: 'high',
  effort: 'hour',
  title: {
    pass: 'The build gives browsers no secret of the environment',
    fail: 'The build writes a secret into the code for browsers',
  },
  why: 'Every visitor opens the developer tools, copies the key and acts as your server: reads all customers, refunds, or runs up your bill.',
  references: ['CWE-200', 'ASVS 5.0 13.3.1', 'https://vite.dev/config/shared-options#define'],
  needs: ['code.patterns'],
  evaluate: ({ 'code.patterns': patterns }) =>
    patterns
      .filter(({ kind }) => kind === 'client-build')
      .map(({ at, what, frame }) => ({
        key: `${at.path} ${what}`,
        where: { path: at.path, line: at.line },
        proof: {
          kind: 'code',
          text: `${printable(at.path)}:${at.line} gives ${printable(what)} to the build, which puts its value wherever the code for browsers names it.`,
          ...(frame === undefined ? {} : { frame }),
        },
      })),
  fix: () => ({
    steps: [
      'Take it out of the settings of the build, and replace the key: every build so far may hold it.',
      'Move the call that needs it to the server (an API route or an edge function) and let the browser call that, with the user’s session checked.',
      'Build again and search the output for the old value.',
    ],
    verify: 'npx launch-ready --only audit/secret-in-client-build',
  }),
});
