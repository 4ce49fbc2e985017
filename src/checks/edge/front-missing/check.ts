import { defineCheck } from '../../../model/check.ts';
import type { HostFront } from '../../../model/evidence/edge/front.ts';
import type { Defect } from '../../../model/finding.ts';
import { listed } from '../../secrets/environment/words.ts';
import { plural, printable, shellWord } from '../../secrets/leak/text.ts';
import { bypasses, publicWeb } from '../front-words.ts';

/** The most important first. */
const MAIN: readonly HostFront['purpose'][] = ['www', 'apex', 'app', 'api'];

const isMain = ({ purpose }: HostFront): boolean => MAIN.includes(purpose);
const rank = ({ purpose }: HostFront): number => (MAIN.includes(purpose) ? MAIN.indexOf(purpose) : MAIN.length);

const line = ({ host, addresses, page }: HostFront): string =>
  `${printable(host)}: ${listed(addresses, 3)}, answers ${page?.status ?? ''}${page?.server === undefined ? '' : ` (server: ${printable(page.server)})`}`;

/** Hosts on one machine are one thing to mend. */
const bare = (hosts: readonly HostFront[]): Defect[] =>
  [...Map.groupBy(hosts, ({ addresses }) => addresses.toSorted().join(' ')).values()].map((group) => {
    const sorted = group.toSorted((a, b) => rank(a) - rank(b) || (a.host < b.host ? -1 : 1));
    const host = sorted[0]?.host ?? '';
    return {
      key: host,
      where: { host },
      title: `No CDN or firewall is seen in front of ${printable(host)}${group.length > 1 ? ` and ${plural(group.length - 1, 'more host')}` : ''}`,
      ...(group.some(isMain) ? {} : { severity: 'medium' as const }),
      proof: {
        kind: 'record',
        text: `${sorted.slice(0, 6).map(line).join('\n')}\nNone of these addresses is in a published range of a CDN, and no header of the answers names one.`,
      },
      data: { host },
    };
  });

/** Hosts of one platform are one decision. */
const proxied = (hosts: readonly HostFront[]): Defect[] =>
  [...Map.groupBy(hosts, ({ front }) => front?.name ?? '').entries()].map(([name, group]) => ({
    key: name,
    where: { host: group[0]?.host ?? '' },
    title: `Only the load balancer of ${printable(name)} stands in front of ${listed(
      group.map(({ host }) => host),
      3,
    )}`,
    severity: 'medium' as const,
    proof: {
      kind: 'record',
      text: `${group[0]?.signs.slice(0, 3).map(printable).join('\n') ?? ''}\nIt hides the servers; that it filters or caches requests is not seen.`,
    },
    data: { host: group[0]?.host ?? '' },
  }));

export default defineCheck({
  id: 'edge/front-missing',
  stage: 'edge',
  bar: ['M5'],
  severity: 'high',
  effort: 'hours',
  title: {
    pass: 'A CDN with a filter, or a platform with one, stands in front of the public hosts',
    fail: 'No CDN or firewall is seen in front of a public host',
  },
  why: 'One cheap flood, or one bot that tries cards and passwords, takes a bare server down on launch day, and its address is known from then on.',
  references: [
    'OWASP API4:2023',
    'CWE-770',
    'https://developers.cloudflare.com/fundamentals/concepts/how-cloudflare-works/',
  ],
  needs: ['edge.front'],
  evaluate: ({ 'edge.front': { hosts, origins } }) => {
    const web = publicWeb(hosts);
    if (web.length === 0) {
      const silent = hosts.find(({ silent: said }) => said !== undefined);
      return {
        unproven:
          silent === undefined ? 'No host of the domain has a page' : `No page came: ${silent.host}: ${silent.silent}`,
        unlock:
          'Name the domain that shows the site, as in `npx launch-ready edge shop.example`, and try again when it answers.',
      };
    }
    // A host beside the edge of its own site is the finding of edge/origin-in-dns.
    const leaks = new Set(bypasses(origins, true).map(({ address }) => address));
    const open = web.filter(({ addresses }) => !addresses.some((address) => leaks.has(address)));
    return [
      ...bare(open.filter(({ front }) => front === null)),
      ...proxied(open.filter(({ front }) => front?.kind === 'proxy')),
    ];
  },
  fix: ({ data }) => {
    const { host } = data as { host: string };
    return {
      steps: [
        'Move the domain’s DNS to Cloudflare (free plan) or put another CDN with a web application firewall in front: bunny.net Shield, Fastly, CloudFront with AWS WAF, Vercel or Netlify.',
        'At Cloudflare: switch the cloud of the A, AAAA and CNAME records of these hosts to orange (proxied), SSL/TLS mode Full (strict).',
        'Let the server take web traffic from the edge alone, and run `npx launch-ready edge plan` for the settings that belong to it.',
      ],
      verify: `curl -sI https://${shellWord(host)}/ | grep -iE '^(server|cf-ray|via|x-amz-cf-id|x-vercel-id|x-nf-request-id)'`,
    };
  },
});
