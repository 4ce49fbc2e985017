import { defineCheck } from '../../../model/check.ts';
import { plural, printable } from '../../secrets/leak/text.ts';
import { cspSnippet, derivedFor, type CspData } from '../csp/snippet.ts';
import { headerOf, htmlPages } from '../web-words.ts';

export default defineCheck({
  id: 'edge/csp-missing',
  stage: 'edge',
  bar: [],
  severity: 'medium',
  effort: 'hours',
  title: { pass: 'Pages come with a content security policy', fail: 'Pages come without a content security policy' },
  why: 'One listing text that gets into a page as markup runs as a script of yours, in the session of whoever looks at it.',
  references: ['CSP Level 3', 'ASVS 5.0 3.4.3', 'CWE-79', 'CWE-1021'],
  needs: ['edge.web'],
  evaluate: ({ 'edge.web': { hosts } }) => {
    const pages = htmlPages(hosts);
    if (pages.length === 0) return 'not-applicable';
    const bare = pages.filter(({ page }) => page.policies.length === 0);
    const [first] = bare;
    if (first === undefined) return [];
    const isTried = headerOf(first.page, 'content-security-policy-report-only') !== undefined;
    const more = bare.length === 1 ? '' : ` and ${plural(bare.length - 1, 'more host')}`;
    return [
      {
        key: 'csp',
        data: derivedFor(first.host),
        title: `Pages of ${printable(first.host.host)}${more} come ${isTried ? 'with a content security policy that only reports' : 'without a content security policy'}`,
        severity: isTried ? 'low' : 'medium',
        where: { host: first.host.host, url: first.page.url },
        proof: {
          kind: 'exchange',
          text: bare
            .slice(0, 6)
            .map(({ page }) => `GET ${printable(page.url)} → ${page.status}, no Content-Security-Policy`)
            .join('\n'),
        },
      },
    ];
  },
  fix: ({ where, data }) => ({
    steps: [
      ...(data as CspData).before,
      `Send it as Content-Security-Policy-Report-Only first, ${(data as CspData).trial}`,
      'Then send it as Content-Security-Policy.',
    ],
    snippet: cspSnippet(data as CspData),
    verify: `curl -sI https://${where.host}/ | grep -i content-security-policy`,
  }),
});
