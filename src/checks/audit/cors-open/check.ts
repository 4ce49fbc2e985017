import { defineCheck } from '../../../model/check.ts';
import { printable } from '../../secrets/leak/text.ts';

export default defineCheck({
  id: 'audit/cors-open',
  stage: 'audit',
  bar: ['M1'],
  severity: 'high',
  effort: 'minutes',
  title: {
    pass: 'Other sites cannot read answers with the cookies of a visitor',
    fail: 'Other sites may read answers with the cookies of a visitor',
  },
  why: 'A page of anybody asks the API in the browser of a logged-in user and reads what comes back: orders, addresses, tokens. Only SameSite on the session cookie still stands in between.',
  references: ['CWE-942', 'ASVS 5.0 3.4.2', 'https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/CORS'],
  needs: ['code.patterns'],
  evaluate: ({ 'code.patterns': patterns }) =>
    patterns
      .filter(({ kind }) => kind === 'cors')
      .map(({ at, what, stranger, frame }) => ({
        key: `${at.path} ${what}`,
        where: { path: at.path, line: at.line },
        proof: {
          kind: 'code',
          text:
            stranger === undefined
              ? `CORS with credentials lets every origin in: ${printable(what)}.`
              : `CORS with credentials tests the origin by ${printable(what)}, which ${printable(stranger)} passes: anybody can have such a name.`,
          ...(frame === undefined ? {} : { frame }),
        },
      })),
  fix: () => ({
    steps: [
      "List the origins that need it, whole, with scheme and port, and compare by ===: cors({ origin: ['https://app.example.com'], credentials: true }).",
      'Where the API is public and reads no cookie, leave credentials out: any origin is then fine.',
      'For previews, compare the whole name of the preview, or test the host with the leading dot of a domain that is yours alone.',
    ],
    verify: 'npx launch-ready --only audit/cors-open',
  }),
});
