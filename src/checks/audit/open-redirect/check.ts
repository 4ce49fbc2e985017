import { defineCheck } from '../../../model/check.ts';
import { printable } from '../../secrets/leak/text.ts';

export default defineCheck({
  id: 'audit/open-redirect',
  stage: 'audit',
  bar: ['M1'],
  severity: 'medium',
  effort: 'minutes',
  title: { pass: 'Redirects in the code stay on the site', fail: 'The code redirects to wherever a link says' },
  why: 'The victim sees your name in the link, logs in at the real site and lands on a copy that asks for the password again; codes and tokens of a sign-in go along in the address.',
  references: ['CWE-601', 'ASVS 5.0 3.7.2'],
  needs: ['code.patterns'],
  evaluate: ({ 'code.patterns': patterns }) =>
    patterns
      .filter(({ kind }) => kind === 'open-redirect')
      .map(({ at, what, stranger, frame }) => ({
        key: `${at.path} ${what}`,
        where: { path: at.path, line: at.line },
        proof: {
          kind: 'code',
          text: `The browser is sent to ${printable(what)}${stranger === undefined ? '' : `: with ${printable(stranger)} in it that is another site, and nothing asks`}.`,
          ...(frame === undefined ? {} : { frame }),
        },
      })),
  fix: () => ({
    steps: [
      "Parse the target against your own address and use it only when it stays there: const url = new URL(next, ORIGIN); if (url.origin !== ORIGIN) next = '/'.",
      'A beginning is not enough: `//evil.example` and `/\\evil.example` begin with a slash too.',
      'Where other sites must be reached, redirect by a name that is looked up in a list of the code.',
    ],
    verify: 'npx launch-ready --only audit/open-redirect',
  }),
});
