import { defineCheck } from '../../../model/check.ts';
import { plural, printable, shellWord } from '../../secrets/leak/text.ts';

export default defineCheck({
  id: 'edge/dns-transfer',
  stage: 'edge',
  bar: [],
  severity: 'medium',
  effort: 'minutes',
  title: {
    pass: 'Name servers keep the list of names to themselves',
    fail: 'A name server gives the whole zone to anybody',
  },
  why: 'Everybody gets the list of all names at once: staging, admin, the old server, and the address behind the CDN.',
  references: ['RFC 5936 5', 'CWE-200', 'OWASP WSTG-INFO-04'],
  needs: ['edge.setup'],
  evaluate: ({ 'edge.setup': { zones } }) => {
    const own = zones.filter(({ soa }) => soa !== undefined);
    if (own.length === 0) return 'not-applicable';
    return own.flatMap(({ domain, transfers }) => {
      const [first] = transfers;
      return first === undefined
        ? []
        : [
            {
              key: domain,
              where: { host: domain, record: 'AXFR' },
              proof: {
                kind: 'record' as const,
                text: transfers
                  .map(
                    ({ server, names }) =>
                      `${printable(server)} began a transfer of ${printable(domain)}: ${plural(names, 'name', 'names')} in its first message.`,
                  )
                  .join('\n'),
              },
              data: { server: first.server },
            },
          ];
    });
  },
  fix: ({ where, data }) => ({
    steps: [
      'At the DNS host, allow transfers (AXFR) to the addresses of your second name server alone, or to nobody.',
      'On a server of your own: allow-transfer { none; }; in BIND, no acl with action transfer in Knot, no provide-xfr in NSD.',
    ],
    verify: `dig AXFR ${shellWord(printable(where.host ?? ''))} @${shellWord(printable((data as { server: string }).server))} +noall +answer`,
  }),
});
