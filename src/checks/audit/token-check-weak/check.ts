import { defineCheck } from '../../../model/check.ts';
import { printable } from '../../secrets/leak/text.ts';

const SAYS: Readonly<Record<string, string>> = {
  ignoreExpiration: 'A token that has ended still opens the door: ignoreExpiration is on.',
  'no key': 'The verification is given no key, so that only a token without a signature passes.',
};

export default defineCheck({
  id: 'audit/token-check-weak',
  stage: 'audit',
  bar: ['M1'],
  severity: 'high',
  effort: 'minutes',
  title: {
    pass: 'Tokens are verified with all that counts',
    fail: 'The verification of tokens leaves out what counts',
  },
  why: 'A token without a signature is written by anybody; one that never ends opens the account long after the user has logged out or lost the phone.',
  references: ['CWE-347', 'CWE-613', 'RFC 8725 3.1', 'ASVS 5.0 9.1.2', 'ASVS 5.0 9.2.1'],
  needs: ['code.patterns'],
  evaluate: ({ 'code.patterns': patterns }) =>
    patterns
      .filter(({ kind }) => kind === 'token-check')
      .map(({ at, what, frame }) => ({
        key: `${at.path} ${what}`,
        ...(what === 'ignoreExpiration' ? { severity: 'medium' as const } : {}),
        where: { path: at.path, line: at.line },
        proof: {
          kind: 'code' as const,
          text: SAYS[what] ?? `${printable(what)} lets tokens in that nobody has signed.`,
          ...(frame === undefined ? {} : { frame }),
        },
      })),
  fix: () => ({
    steps: [
      "Name the algorithm that you sign with, and no other: jwt.verify(token, key, { algorithms: ['HS256'] }).",
      'Let tokens end, after minutes for access and days for refresh, and refuse those that have.',
    ],
    verify: 'npx launch-ready --only audit/token-check-weak',
  }),
});
