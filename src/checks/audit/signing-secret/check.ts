import { defineCheck } from '../../../model/check.ts';
import { printable } from '../../secrets/leak/text.ts';

export default defineCheck({
  id: 'audit/signing-secret',
  stage: 'audit',
  bar: ['M2'],
  severity: 'high',
  effort: 'minutes',
  title: {
    pass: 'No session or token is signed with a text in the code',
    fail: 'Sessions or tokens are signed with a text in the code',
  },
  why: 'Everyone who has seen the code, now or later, signs a session for any user, admins included; it is the same on every machine, and words of tutorials are tried first.',
  references: ['CWE-798', 'CWE-321', 'ASVS 5.0 13.3.1'],
  needs: ['code.patterns'],
  evaluate: ({ 'code.patterns': patterns }) =>
    patterns
      .filter(({ kind }) => kind === 'signing-secret')
      .map(({ at, what }) => ({
        key: `${at.path} ${what}`,
        where: { path: at.path, line: at.line },
        proof: {
          kind: 'code',
          text: `${printable(at.path)}:${at.line} signs or checks with ${printable(what)}, which is written into the code.`,
        },
      })),
  fix: () => ({
    steps: [
      "Read the key from the environment and stop at start when it is missing, without a default: if (!process.env.JWT_SECRET) throw new Error('JWT_SECRET is not set').",
      'Set a different random value at each host: openssl rand -base64 32',
      'Everyone who was signed in has to sign in again: the new value sees to that.',
    ],
    verify: 'npx launch-ready --only audit/signing-secret',
  }),
});
