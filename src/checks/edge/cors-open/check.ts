import { defineCheck } from '../../../model/check.ts';
import type { HostTrust, TrustedOrigin } from '../../../model/evidence/edge/trust.ts';
import { plural, printable, shellWord } from '../../secrets/leak/text.ts';
import { headersOf, htmlPages } from '../web-words.ts';

const WHO: Readonly<Record<TrustedOrigin['kind'], string>> = {
  any: 'Any site',
  null: 'Any site, in a sandboxed frame,',
  alike: 'Sites whose name only resembles yours',
};

/** Nothing that is for one user alone is expected there. */
const isPublic = ({ purpose }: HostTrust): boolean =>
  purpose === 'assets' || purpose === 'docs' || purpose === 'status';

/** Browsers send a cookie along to other sites where it says so; where it says nothing, some do. */
const isSentAlong = (cookie: string): boolean => /;\s*samesite\s*=\s*none\b/i.test(cookie);

export default defineCheck({
  id: 'edge/cors-open',
  stage: 'edge',
  bar: [],
  severity: 'medium',
  effort: 'minutes',
  title: {
    pass: 'No foreign origin may read what visitors see',
    fail: 'Foreign sites may read answers in the name of your visitors',
  },
  why: 'A page of such a site asks your app in the browser of somebody who is logged in, and reads name, address and orders.',
  references: ['Fetch 3.2.5', 'OWASP API8:2023', 'ASVS 5.0 3.4.2', 'CWE-942'],
  needs: ['edge.trust', 'edge.web'],
  evaluate: ({ 'edge.trust': trust, 'edge.web': web }) => {
    const asked = trust.hosts.filter(({ answered }) => answered.origins > 0);
    if (asked.length === 0) return 'not-applicable';
    const pages = [...htmlPages(web.hosts).map(({ page }) => page), ...(web.login === undefined ? [] : [web.login])];
    const isSent = pages.some((page) => headersOf(page, 'set-cookie').some(isSentAlong));
    const open = asked.filter(({ origins }) => origins.length > 0);
    return [...Map.groupBy(open, isPublic)].map(([publicly, hosts]) => {
      const [first] = hosts;
      const trusted = hosts.flatMap(({ origins }) => origins);
      const { kind, url, origin } = trusted[0]!;
      const more = hosts.length === 1 ? '' : ` and ${plural(hosts.length - 1, 'more host')}`;
      return {
        key: publicly ? 'public' : 'cors',
        title: `${WHO[kind]} may read ${printable(first!.host)}${more} in a visitor’s name`,
        severity: publicly ? ('low' as const) : isSent ? ('high' as const) : ('medium' as const),
        where: { host: first!.host, url },
        proof: {
          kind: 'exchange' as const,
          text: trusted
            .slice(0, 4)
            .map(
              (one) =>
                `GET ${printable(one.url)}\nOrigin: ${printable(one.origin)}\n→ ${one.status}\n  access-control-allow-origin: ${printable(one.origin)}\n  access-control-allow-credentials: true`,
            )
            .join('\n'),
        },
        data: origin,
      };
    });
  },
  fix: ({ where, data }) => ({
    steps: [
      'List your own origins whole (scheme, host, port) and compare with ===; send no CORS header to others.',
      'Take null, beginnings, endings and dots that mean any letter out of the comparison.',
      'If no other site of yours calls it, switch CORS off. `launch-ready boundary` proves what a foreign page would read.',
    ],
    verify: `curl -sI -H ${shellWord(`Origin: ${String(data)}`)} ${shellWord(where.url ?? '')} | grep -i access-control`,
  }),
});
