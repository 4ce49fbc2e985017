import { defineCheck } from '../../../model/check.ts';
import type { WebPage } from '../../../model/evidence/edge/web.ts';
import { plural, printable } from '../../secrets/leak/text.ts';
import { directivesIn, headerPolicies } from '../policies.ts';
import { headersOf, htmlPages } from '../web-words.ts';

/** In a page itself the directive does nothing (CSP3 6.4.2), so only headers count. */
const isGuarded = (page: WebPage): boolean =>
  headerPolicies(page).some((policy) => {
    const values = directivesIn(policy).get('frame-ancestors');
    return values !== undefined && !values.some((value) => value === '*' || value === 'https:' || value === 'http:');
  }) || headersOf(page, 'x-frame-options').some((value) => /^\s*(?:deny|sameorigin)\s*$/i.test(value));

export default defineCheck({
  id: 'edge/framable',
  stage: 'edge',
  bar: [],
  severity: 'medium',
  effort: 'minutes',
  title: { pass: 'No foreign site shows the shop in a frame', fail: 'Any site may show the shop in a frame' },
  why: 'A page that lies over the shop makes people click “pay”, “delete” or “make admin” without seeing it.',
  references: ['CWE-1021', 'ASVS 5.0 3.4.6', 'RFC 7034'],
  needs: ['edge.web'],
  evaluate: ({ 'edge.web': { hosts, login } }) => {
    const pages = htmlPages(hosts).filter(({ host }) => host.purpose !== 'docs' && host.purpose !== 'status');
    if (pages.length === 0) return 'not-applicable';
    const open = pages.filter(({ page }) => !isGuarded(page));
    const [first] = open;
    if (first === undefined) return [];
    // What the front page shows may be shown anywhere when the pages behind the login are guarded.
    if (login !== undefined && isGuarded(login) && open.length === pages.length) return [];
    const more = open.length === 1 ? '' : ` and ${plural(open.length - 1, 'more host')}`;
    return [
      {
        key: 'frame',
        title: `Any site may show ${printable(first.host.host)}${more} in a frame`,
        where: { host: first.host.host, url: first.page.url },
        proof: {
          kind: 'exchange',
          text: open
            .slice(0, 6)
            .map(
              ({ page }) => `GET ${printable(page.url)} → ${page.status}, neither frame-ancestors nor X-Frame-Options`,
            )
            .join('\n'),
        },
      },
    ];
  },
  fix: ({ where }) => ({
    steps: ['Send frame-ancestors with every page; name the sites that may embed it, where there are some.'],
    snippet: {
      path: 'headers of the edge or the app',
      language: 'http',
      content: "Content-Security-Policy: frame-ancestors 'none'",
    },
    verify: `curl -sI https://${where.host}/ | grep -iE 'content-security-policy|x-frame-options'`,
  }),
});
