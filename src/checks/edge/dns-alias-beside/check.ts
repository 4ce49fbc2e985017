import { defineCheck } from '../../../model/check.ts';
import { printable } from '../../secrets/leak/text.ts';
import { dig } from '../mail/records.ts';

export default defineCheck({
  id: 'edge/dns-alias-beside',
  stage: 'edge',
  bar: ['M4'],
  severity: 'high',
  effort: 'minutes',
  title: {
    pass: 'No alias stands beside other records',
    fail: 'An alias (CNAME) stands beside other records of the same name',
  },
  why: 'Resolvers that have just followed the alias take everything else of the name from its target too: mail, proofs for providers, the delegation itself come and go.',
  references: ['RFC 1034 3.6.2', 'RFC 2181 10.1', 'RFC 1912 2.4'],
  needs: ['edge.setup'],
  evaluate: ({ 'edge.setup': { zones, mixed } }) =>
    zones.every(({ soa }) => soa === undefined)
      ? 'not-applicable'
      : mixed.map(({ host, target, types }) => ({
          key: host,
          title: `${printable(host)} is an alias and has ${types.join(', ')} too`,
          where: { host, record: 'CNAME' },
          proof: {
            kind: 'record' as const,
            text: `${printable(host)} CNAME ${printable(target)}\n${types.map((type) => `${printable(host)} ${type} …`).join('\n')}`,
          },
          data: { isApex: types.includes('SOA') },
        })),
  fix: ({ where, data }) => ({
    steps: (data as { isApex: boolean }).isApex
      ? [
          'Replace the CNAME at the bare domain by ALIAS, ANAME or “CNAME flattening”, as your DNS host calls it, or by the A and AAAA records that the provider lists.',
          'Where the DNS host has none of these: move the zone to one that has, or let the bare domain redirect to www.',
        ]
      : ['Keep the alias or the other records, not both; mail of such a name belongs to the name that it leads to.'],
    verify: `${dig(where.host ?? '', 'CNAME')}; ${dig(where.host ?? '', 'MX')}`,
  }),
});
