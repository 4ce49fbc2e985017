import { defineCheck } from '../../../model/check.ts';
import { printable } from '../../secrets/leak/text.ts';
import { dig } from '../mail/records.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const spanOf = (ms: number): string =>
  ms < 2 * DAY ? `${Math.max(1, Math.round(ms / HOUR))} hours` : `${Math.round(ms / DAY)} days`;

export default defineCheck({
  id: 'edge/dnssec-ends-soon',
  stage: 'edge',
  bar: ['M4'],
  severity: 'high',
  effort: 'hour',
  title: { pass: 'DNSSEC signatures are renewed in time', fail: 'DNSSEC signatures end soon' },
  why: 'When the first of them ends, resolvers that validate stop answering for the domain: the shop, its mail and the renewal of its certificate are gone at once.',
  references: ['RFC 6781 4.4.2', 'RFC 4035 5.3.1'],
  needs: ['edge.dns'],
  evaluate: ({ 'edge.dns': { zones } }) => {
    const signed = zones.flatMap(({ domain, security: { state, signed: dates } }) =>
      state === 'secure' && dates !== undefined ? [{ domain, ...dates }] : [],
    );
    if (signed.length === 0) return 'not-applicable';
    return signed.flatMap(({ domain, from, until, at }) => {
      // Signers renew when a quarter is left, or make each signature when asked.
      const left = until - at;
      if (left > 3 * DAY || left > (until - from) / 10) return [];
      return [
        {
          key: domain,
          title: `DNSSEC signatures end in ${spanOf(left)} and were not renewed`,
          where: { host: domain, record: 'RRSIG' },
          proof: {
            kind: 'record' as const,
            text: `${printable(domain)} RRSIG: from ${dayOf(from)} to ${dayOf(until)}, ${spanOf(left)} of ${spanOf(until - from)} left`,
          },
        },
      ];
    });
  },
  fix: ({ where }) => ({
    steps: [
      'Let the DNS host sign the zone anew now; find out why it did not by itself (a timer that stopped, a key that is gone, a secondary that no longer gets the zone).',
      'If that cannot be done in time: take the DS out at the registrar, at least its time to live before the signatures end.',
    ],
    verify: `${dig(where.host ?? '', 'SOA')} +dnssec`,
  }),
});

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 16).replace('T', ' ');
