import { defineCheck } from '../../../model/check.ts';
import { printable } from '../../secrets/leak/text.ts';
import { headersOf, webHosts } from '../web-words.ts';

export default defineCheck({
  id: 'edge/staging-open',
  stage: 'edge',
  bar: [],
  severity: 'medium',
  effort: 'minutes',
  title: { pass: 'Staging is closed to strangers', fail: 'Staging stands open' },
  why: 'Test data, half-built pages and weaker settings are there for everybody, and search engines show it beside the shop.',
  references: ['CWE-1188', 'ASVS 5.0 13.4.2'],
  needs: ['edge.web'],
  evaluate: ({ 'edge.web': { hosts } }) => {
    const staging = webHosts(hosts).filter(({ purpose }) => purpose === 'staging');
    if (staging.length === 0) return 'not-applicable';
    return staging.flatMap(({ host, page, robotsShut }) => {
      // A form for the password on the first page is the wall.
      if (page === undefined || page.status !== 200 || page.passwordForms.length > 0) return [];
      const isHidden =
        robotsShut ||
        /noindex|none/i.test(page.robots ?? '') ||
        headersOf(page, 'x-robots-tag').some((value) => /noindex|none/i.test(value));
      return [
        {
          key: host,
          severity: isHidden ? ('low' as const) : ('medium' as const),
          where: { host, url: page.url },
          proof: {
            kind: 'exchange' as const,
            text: `GET ${printable(page.url)} → 200 “${printable(page.title)}”, without a login${isHidden ? '' : ', and nothing tells search engines to leave it out'}`,
          },
        },
      ];
    });
  },
  fix: ({ where }) => ({
    steps: [
      'Put a sign-in wall in front (Cloudflare Access, the platform’s deployment protection, or HTTP basic auth), and send X-Robots-Tag: noindex.',
    ],
    verify: `curl -sI https://${where.host}/ | head -1`,
  }),
});
