import { defineCheck } from '../../../model/check.ts';
import type { DnsName } from '../../../model/evidence/edge/dns.ts';
import type { Severity } from '../../../model/severity.ts';
import { printable } from '../../secrets/leak/text.ts';
import { dig } from '../mail/records.ts';
import { isFree } from '../reliance-words.ts';

type Claim = NonNullable<DnsName['unclaimed']>['claim'];

const CLAIMS: Readonly<
  Record<
    Claim,
    { severity: Severity; title: (host: string, provider: string) => string; note: (provider: string) => string }
  >
> = {
  open: {
    severity: 'blocker',
    title: (host, provider) => `Anybody can take over ${host} at ${provider}`,
    note: () => '',
  },
  unsure: {
    severity: 'high',
    title: (host, provider) => `${host} leads to nothing at ${provider}, which may give it to somebody else`,
    note: (provider) => `\n${provider} asks for proof of a domain only sometimes.`,
  },
  guarded: {
    severity: 'medium',
    title: (host, provider) => `${host} leads to nothing at ${provider}`,
    note: (provider) => `\n${provider} asks for a record in your DNS before it gives the name to somebody else.`,
  },
};

export default defineCheck({
  id: 'edge/dns-dangling',
  stage: 'edge',
  bar: ['M4'],
  severity: 'high',
  effort: 'minutes',
  title: { pass: 'Every alias leads to something that is yours', fail: 'A name leads to something that is gone' },
  why: 'Whoever takes what the name leads to shows pages under your domain, with a valid certificate, and reads cookies that were set for all of it.',
  references: ['CWE-350', 'OWASP WSTG-CONF-10'],
  needs: ['edge.dns', 'edge.reliance'],
  evaluate: ({ 'edge.dns': { names }, 'edge.reliance': reliance }) => {
    const aliased = names.filter(({ aliases }) => aliases.length > 0);
    if (aliased.length === 0) return 'not-applicable';
    // Names that lead to each other are one circle, told by the first of them.
    const circled = new Set<string>();
    return aliased.flatMap(({ host, aliases, end, unclaimed }) => {
      const way = [host, ...aliases].map(printable).join(' → ');
      if (unclaimed !== undefined)
        return [
          {
            key: host,
            title: CLAIMS[unclaimed.claim].title(printable(host), unclaimed.provider),
            severity: CLAIMS[unclaimed.claim].severity,
            where: { host, record: 'CNAME' },
            proof: {
              kind: 'record' as const,
              text: `${way}\n${unclaimed.provider} says: ${printable(unclaimed.sign)}${CLAIMS[unclaimed.claim].note(unclaimed.provider)}`,
            },
          },
        ];
      // A domain that anybody can register is the finding of edge/dns-unowned.
      if (aliases.some((target) => isFree(reliance, target))) return [];
      if (end === 'nxdomain')
        return [
          {
            key: host,
            title: `${printable(host)} leads to a name that does not exist`,
            where: { host, record: 'CNAME' },
            proof: { kind: 'record' as const, text: `${way} (NXDOMAIN)` },
          },
        ];
      if (end !== 'loop' || circled.has(host)) return [];
      for (const one of aliases) circled.add(one);
      return [
        {
          key: host,
          title: `${printable(host)} leads to itself`,
          where: { host, record: 'CNAME' },
          proof: { kind: 'record' as const, text: way },
        },
      ];
    });
  },
  fix: ({ where }) => ({
    steps: [
      'Delete the record; or set the service up again at the provider before anybody else does.',
      'From now on: first the record away, then the service.',
    ],
    verify: dig(where.host ?? '', 'CNAME'),
  }),
});
