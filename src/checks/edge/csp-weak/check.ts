import { defineCheck } from '../../../model/check.ts';
import { plural, printable } from '../../secrets/leak/text.ts';
import { cspSnippet, derivedFor, type CspData } from '../csp/snippet.ts';
import { headerPolicies } from '../policies.ts';
import { htmlPages } from '../web-words.ts';

/** Nonces that do not change can be read and used by what gets into the page. */
const isStatic = (policies: readonly string[], again: readonly string[]): boolean => {
  const nonces = (list: readonly string[]): string[] => list.flatMap((policy) => policy.match(/'nonce-[^']+'/g) ?? []);
  const own = nonces(policies);
  return own.length > 0 && own.every((nonce) => nonces(again).includes(nonce));
};

export default defineCheck({
  id: 'edge/csp-weak',
  stage: 'edge',
  bar: [],
  severity: 'medium',
  effort: 'hours',
  title: {
    pass: 'The content security policy stops foreign scripts',
    fail: 'The content security policy lets foreign scripts run',
  },
  why: 'It is there and looks like protection; markup in a listing text runs as a script all the same.',
  references: ['CSP Level 3', 'ASVS 5.0 3.4.3', 'https://csp-evaluator.withgoogle.com/'],
  needs: ['edge.web'],
  evaluate: ({ 'edge.web': { hosts } }) => {
    const pages = htmlPages(hosts).filter(({ page }) => page.policies.length > 0);
    if (pages.length === 0) return 'not-applicable';
    const weak = pages.flatMap(({ host, page }) => {
      const policies = page.policies.map(({ text }) => text);
      // What one policy forbids no other allows: the strictest speaks.
      const [best = []] = page.policies.map((one) => one.holes).toSorted((a, b) => a.length - b.length);
      const holes = isStatic(policies, headerPolicies({ headers: page.again }))
        ? [...best, 'the nonce is the same in every answer']
        : best;
      return holes.length === 0 ? [] : [{ host, page, holes, policies }];
    });
    const [first] = weak;
    if (first === undefined) return [];
    const more = weak.length === 1 ? '' : ` and ${plural(weak.length - 1, 'more host')}`;
    return [
      {
        key: 'csp',
        data: derivedFor(first.host),
        title: `The content security policy of ${printable(first.host.host)}${more} lets foreign scripts run`,
        where: { host: first.host.host, url: first.page.url },
        proof: {
          kind: 'exchange',
          text: `${first.holes.slice(0, 6).map(printable).join('\n')}\nContent-Security-Policy: ${printable(first.policies.join(', '))}`,
        },
      },
    ];
  },
  fix: ({ where, data }) => ({
    steps: [
      ...(data as CspData).before,
      "No 'unsafe-inline' and no wildcard for scripts, object-src 'none' and base-uri 'none': the policy below was derived from what your pages load.",
      `Send it as Content-Security-Policy-Report-Only beside the present one first, ${(data as CspData).trial}`,
    ],
    snippet: cspSnippet(data as CspData),
    verify: `curl -sI https://${where.host}/ | grep -i content-security-policy`,
  }),
});
