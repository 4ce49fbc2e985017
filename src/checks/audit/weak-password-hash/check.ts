import { defineCheck } from '../../../model/check.ts';
import { printable } from '../../secrets/leak/text.ts';

export default defineCheck({
  id: 'audit/weak-password-hash',
  stage: 'audit',
  bar: [],
  severity: 'high',
  effort: 'hours',
  title: { pass: 'Passwords are hashed slowly', fail: 'Passwords are hashed with a hash made to be fast' },
  why: 'A copy of the users table gives most passwords away within hours: such hashes are tried by the billion a second.',
  references: ['CWE-916', 'ASVS 5.0 11.4.2', 'OWASP A02:2021'],
  needs: ['code.patterns'],
  evaluate: ({ 'code.patterns': patterns }) =>
    patterns
      .filter(({ kind }) => kind === 'password-hash')
      .map(({ at, what, frame }) => ({
        key: `${at.path} ${what}`,
        where: { path: at.path, line: at.line },
        proof: {
          kind: 'code',
          text: `${printable(what)} is taken of a password.`,
          ...(frame === undefined ? {} : { frame }),
        },
      })),
  fix: () => ({
    steps: [
      'Use argon2id, bcrypt or scrypt with a salt for each password: crypto.scrypt of Node does it without a package.',
      'Hash again at each log-in: check against the old hash once, then store the new one.',
      'Where the old hashes may have leaked, wrap them: scrypt(md5(password)) for all rows at once.',
    ],
    verify: 'npx launch-ready --only audit/weak-password-hash',
  }),
});
