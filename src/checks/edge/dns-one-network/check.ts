import { defineCheck } from '../../../model/check.ts';
import { printable } from '../../secrets/leak/text.ts';
import { dig } from '../mail/records.ts';

export default defineCheck({
  id: 'edge/dns-one-network',
  stage: 'edge',
  bar: [],
  severity: 'info',
  effort: 'hour',
  title: { pass: 'Name servers stand in more than one network', fail: 'All name servers stand in one network' },
  why: 'One broken line or router takes the whole domain away, mail included.',
  references: ['RFC 2182 3.1'],
  needs: ['edge.dns', 'edge.setup'],
  evaluate: ({ 'edge.dns': dns, 'edge.setup': { zones } }) => {
    const own = zones.flatMap(({ domain, networks, soa }) => {
      const servers = dns.zones.find((one) => one.domain === domain)?.servers ?? [];
      const names = servers.filter(({ addresses }) => addresses.length > 0).length;
      // One server alone, or without an address, is the finding of edge/dns-servers.
      return soa === undefined || names < 2 ? [] : [{ domain, networks, names }];
    });
    if (own.length === 0) return 'not-applicable';
    return own
      .filter(({ networks }) => networks.length === 1)
      .map(({ domain, networks, names }) => ({
        key: domain,
        where: { host: domain, record: 'NS' },
        proof: {
          kind: 'record' as const,
          text: `All ${names} name servers of ${printable(domain)} are in ${networks[0]}.0/24.`,
        },
      }));
  },
  fix: ({ where }) => ({
    steps: ['Use the name servers of a DNS host that stands in several places; most do, free of charge.'],
    verify: dig(where.host ?? '', 'NS'),
  }),
});
