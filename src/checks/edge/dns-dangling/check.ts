import { defineCheck } from '../../../model/check.ts';
import { printable } from '../../secrets/leak/text.ts';
import { dig } from '../mail/records.ts';
import { isFree } from '../reliance-words.ts';

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
            title: `Anybody can take over ${printable(host)} at ${unclaimed.provider}`,
            severity: 'blocker' as const,
            where: { host, record: 'CNAME' },
            proof: {
              kind: 'record' as const,
              text: `${way}\n${unclaimed.provider} says: ${printable(unclaimed.sign)}`,
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
