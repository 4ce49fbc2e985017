import { defineCheck } from '../../../model/check.ts';
import type { DnsRefusal, DnsZone } from '../../../model/evidence/edge/dns.ts';
import type { EdgeReliance } from '../../../model/evidence/edge/reliance.ts';
import type { Severity } from '../../../model/severity.ts';
import { printable } from '../../secrets/leak/text.ts';
import { dig } from '../mail/records.ts';
import { isFree } from '../reliance-words.ts';

const WORDS = {
  lame: 'answers, and does not speak for the zone',
  silent: 'does not answer',
  unresolved: 'has no address',
} as const;

const SAYS: Readonly<Partial<Record<DnsRefusal, string>>> = {
  refused: ' (REFUSED)',
  servfail: ' (SERVFAIL)',
  nxdomain: ' (NXDOMAIN)',
  garbled: ' (what it sends is no answer)',
};

const faultsOf = ({ servers, above }: DnsZone, reliance: EdgeReliance): [string, Severity][] => {
  // One below a domain that anybody can register is the finding of edge/dns-unowned.
  const bad = servers.filter(({ name, state }) => state !== 'good' && !isFree(reliance, name));
  const serials = new Set(servers.flatMap(({ serial }) => serial ?? []));
  const names = servers.map(({ name }) => name).toSorted();
  return [
    ...bad.map(({ name, state, says }): [string, Severity] => [
      `${printable(name)} ${WORDS[state as keyof typeof WORDS]}${says === undefined ? '' : (SAYS[says] ?? '')}`,
      bad.length === servers.length ? 'high' : 'medium',
    ]),
    ...(servers.length === 1
      ? ([['one name server alone speaks for the zone', 'medium']] as [string, Severity][])
      : []),
    ...(above !== null && String(above) !== String(names)
      ? ([
          [
            `the zone above names ${above.map(printable).join(', ')}, the zone itself ${names.map(printable).join(', ')}`,
            'medium',
          ],
        ] as [string, Severity][])
      : []),
    ...(serials.size > 1
      ? ([[`they hold different versions of the zone (${[...serials].join(', ')})`, 'medium']] as [string, Severity][])
      : []),
  ];
};

export default defineCheck({
  id: 'edge/dns-servers',
  stage: 'edge',
  bar: ['M4'],
  severity: 'medium',
  effort: 'hour',
  title: {
    pass: 'Name servers of the domain answer, and agree',
    fail: 'Name servers of the domain do not answer or do not agree',
  },
  why: 'Part of the visitors, mail servers and certificate authorities get no answer or an old one, now and then, and nobody can reproduce it.',
  references: ['RFC 1034 4.2.2', 'RFC 2182 5', 'RFC 8499 7'],
  needs: ['edge.dns', 'edge.reliance'],
  evaluate: ({ 'edge.dns': { zones }, 'edge.reliance': reliance }) => {
    // A domain below another zone has no servers of its own.
    const own = zones.filter(({ servers }) => servers.length > 0);
    if (own.length === 0) return 'not-applicable';
    return own.flatMap((zone) => {
      const faults = faultsOf(zone, reliance);
      const [worst] = faults.toSorted((a, b) => Number(b[1] === 'high') - Number(a[1] === 'high'));
      return worst === undefined
        ? []
        : [
            {
              key: zone.domain,
              title: `${printable(zone.domain)}: ${worst[0]}`,
              severity: worst[1],
              where: { host: zone.domain, record: 'NS' },
              proof: { kind: 'record' as const, text: faults.map(([what]) => what).join('\n') },
            },
          ];
    });
  },
  fix: ({ where }) => ({
    steps: [
      'Let the registrar name exactly the servers that your DNS host lists, and take all others out.',
      'In the zone itself, let the NS records name the same.',
    ],
    verify: dig(where.host ?? '', 'NS'),
  }),
});
