import { defineCheck } from '../../../model/check.ts';
import { printable } from '../../secrets/leak/text.ts';
import { dig } from '../mail/records.ts';

export default defineCheck({
  id: 'edge/dnssec-broken',
  stage: 'edge',
  bar: ['M4'],
  severity: 'blocker',
  effort: 'hour',
  title: { pass: 'DNSSEC is sound', fail: 'DNSSEC is broken' },
  why: 'Resolvers that validate, among them the largest public ones and all certificate authorities, treat the domain as if it did not exist.',
  references: ['RFC 4035 5', 'CA/B Forum SC-085v2'],
  needs: ['edge.dns'],
  evaluate: ({ 'edge.dns': { zones } }) => {
    const defects = zones
      .filter(({ security }) => security.state === 'bogus')
      .map(({ domain, security }) => ({
        key: domain,
        where: { host: domain, record: 'DS' },
        proof: {
          kind: 'record' as const,
          text: [
            ...(security.brokenAt === undefined
              ? []
              : [`It breaks above the domain, at ${printable(security.brokenAt)}`]),
            ...security.problems.map((problem) => `${printable(domain)}: ${printable(problem)}`),
          ].join('\n'),
        },
      }));
    const open = zones.find(({ security }) => security.state === 'unknown');
    if (open !== undefined)
      return {
        unproven: `DNSSEC of ${open.domain}: ${printable(open.security.problems[0] ?? 'it could not be read')}`,
        unlock: 'Ask a resolver that does not validate: `npx launch-ready edge <domain> --resolver <address>`.',
        defects,
      };
    // An unsigned zone is no fault.
    return zones.every(({ security }) => security.state === 'insecure') ? 'not-applicable' : defects;
  },
  fix: ({ where }) => ({
    steps: [
      'Take the DS record out at the registrar: the domain works again within its time to live.',
      'Let the DNS host sign anew, and give the registrar the DS that it shows.',
    ],
    verify: `${dig(where.host ?? '', 'DS')}; delv ${where.host}`,
  }),
});
