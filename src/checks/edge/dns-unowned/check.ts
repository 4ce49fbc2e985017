import { defineCheck } from '../../../model/check.ts';
import type { Reliance, RelianceKind, ReliedDomain } from '../../../model/evidence/edge/reliance.ts';
import type { Severity } from '../../../model/severity.ts';
import { printable } from '../../secrets/leak/text.ts';
import { dig } from '../mail/records.ts';

/** What somebody gets who registers the domain, by what it is used for; worst first. */
const USES: Readonly<Record<RelianceKind, readonly [Severity, string, (use: Reliance) => string]>> = {
  ns: ['blocker', 'answer for every name of yours', ({ by, name }) => `${by} NS ${name}`],
  script: ['blocker', 'run scripts in your pages', ({ by, name }) => `https://${by}/ loads a script from ${name}`],
  alias: ['blocker', 'show pages under your name', ({ by, name }) => `${by} leads to ${name} (CNAME)`],
  frame: ['high', 'show a page inside yours', ({ by, name }) => `https://${by}/ shows a frame of ${name}`],
  style: ['high', 'change what your pages look like', ({ by, name }) => `https://${by}/ loads a style from ${name}`],
  mx: ['high', 'read mail that is sent to you', ({ by, name }) => `${by} MX ${name}`],
  spf: ['high', 'send mail in your name', ({ by, name }) => `the SPF record of ${by} names ${name}`],
  origin: ['high', 'call your API from a page of their own', ({ name }) => `the code lets ${name} call`],
  address: ['high', 'get what the app sends there', ({ name }) => `the settings name ${name}`],
  policy: [
    'medium',
    'get past your content security policy',
    ({ by, name }) => `the policy${by === '' ? '' : ` of https://${by}/`} lets ${name} in`,
  ],
};
const ORDER = Object.keys(USES) as readonly RelianceKind[];

const placeOf = ({ at }: Reliance): string => (at === undefined ? '' : ` (${printable(at.path)}:${at.line})`);

const worstOf = ({ uses }: ReliedDomain): Reliance | undefined =>
  uses.toSorted((a, b) => ORDER.indexOf(a.as) - ORDER.indexOf(b.as))[0];

export default defineCheck({
  id: 'edge/dns-unowned',
  stage: 'edge',
  bar: ['M4'],
  severity: 'high',
  effort: 'minutes',
  title: {
    pass: 'Every domain that the site relies on is held by somebody',
    fail: 'The site relies on a domain that nobody holds',
  },
  why: 'It can be had for a few dollars, and whoever registers it gets the trust that your records, pages and code give it.',
  references: ['CWE-1104', 'CWE-350', 'RFC 8020'],
  needs: ['edge.reliance'],
  evaluate: ({ 'edge.reliance': { domains } }) => {
    if (domains.length === 0) return 'not-applicable';
    const defects = domains
      .filter(({ state }) => state === 'free')
      .flatMap((one) => {
        const worst = worstOf(one);
        if (worst === undefined) return [];
        const [severity, gain] = USES[worst.as];
        const name = printable(one.domain);
        return [
          {
            key: one.domain,
            title: `Nobody holds ${name}, and who registers it can ${gain}`,
            severity,
            where: {
              ...(worst.by === '' ? {} : { host: worst.by }),
              ...(worst.at === undefined ? {} : { path: worst.at.path, line: worst.at.line }),
            },
            proof: {
              kind: 'record' as const,
              text: `${printable(one.told ?? 'The registry')} says: there is no ${name} (NXDOMAIN).\n${one.uses
                .slice(0, 8)
                .map((use) => `${printable(USES[use.as][2](use))}${placeOf(use)}`)
                .join('\n')}`,
            },
            data: { domain: one.domain },
          },
        ];
      });
    const unsure = domains.find(({ state }) => state === 'unknown');
    return unsure === undefined
      ? defects
      : {
          unproven: `${printable(unsure.domain)} has no answer in DNS, and the registry could not be asked whether somebody holds it`,
          unlock: `Look it up: whois ${printable(unsure.domain)}. Or run this where name servers can be asked directly (port 53).`,
          defects,
        };
  },
  fix: ({ where, data }) => {
    const { domain } = data as { domain: string };
    return {
      steps: [
        `Look at a registrar whether ${printable(domain)} is to be had. One that lapsed may be held back for some weeks first.`,
        where.path === undefined
          ? 'Take the record or the tag that names it out; or register it yourself before anybody else does.'
          : 'Take the name out of code and settings; or register it yourself before anybody else does.',
      ],
      verify: dig(domain, 'NS'),
    };
  },
});
