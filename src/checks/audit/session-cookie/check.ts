import { defineCheck } from '../../../model/check.ts';
import { printable } from '../../secrets/leak/text.ts';

const MEANS: Readonly<Record<string, string>> = {
  httpOnly: 'without httpOnly, so any script in a page reads it',
  secure: 'without secure, so it also travels over plain HTTP',
  sameSite: "with sameSite: 'none', so pages of other sites send it along",
};

export default defineCheck({
  id: 'audit/session-cookie',
  stage: 'audit',
  bar: ['M1'],
  severity: 'medium',
  effort: 'minutes',
  title: {
    pass: 'Session cookies are set with what protects them',
    fail: 'A session cookie is set without what protects it',
  },
  why: 'Whoever gets the cookie is the user. A widget, an injected script or an open network is enough to get one that is not protected.',
  references: ['CWE-1004', 'CWE-614', 'CWE-1275', 'ASVS 5.0 3.3.1', 'ASVS 5.0 3.3.2', 'ASVS 5.0 3.3.4'],
  needs: ['code.patterns'],
  evaluate: ({ 'code.patterns': patterns }) =>
    patterns
      .filter(({ kind }) => kind === 'session-cookie')
      .map(({ at, what, tells = [], frame }) => ({
        key: `${at.path} ${what} ${tells.join(' ')}`,
        // Secure alone matters where plain HTTP is still answered.
        severity: tells.includes('httpOnly') ? ('medium' as const) : ('low' as const),
        where: { path: at.path, line: at.line },
        proof: {
          kind: 'code',
          text: `The cookie ${printable(what)} is set ${tells.map((one) => MEANS[one] ?? printable(one)).join('; ')}.`,
          ...(frame === undefined ? {} : { frame }),
        },
      })),
  fix: () => ({
    steps: [
      "Set it with httpOnly: true, secure: process.env.NODE_ENV === 'production', sameSite: 'lax' and path: '/'; no domain.",
      'If a script needs to know that somebody is signed in, give it a second cookie that says only that.',
    ],
    verify: 'npx launch-ready --only audit/session-cookie',
  }),
});
