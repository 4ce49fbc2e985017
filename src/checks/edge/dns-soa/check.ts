import { defineCheck } from '../../../model/check.ts';
import type { ZoneSetup } from '../../../model/evidence/edge/setup.ts';
import { printable } from '../../secrets/leak/text.ts';
import { dig } from '../mail/records.ts';

type Soa = NonNullable<ZoneSetup['soa']>;

const HOUR = 3_600;
/** RFC 2308 5 calls one to three hours sensible; a day is what it knows as a source of trouble. */
const LONGEST_NO = 3 * HOUR;

/** How long resolvers go on saying that a name does not exist (RFC 2308 4). */
const negative = ({ minimum, ttl }: Soa): number => Math.min(minimum, ttl);

const hours = (seconds: number): string => `${Math.round((seconds / HOUR) * 10) / 10} h`;

const faultsOf = (soa: Soa): string[] => [
  ...(negative(soa) > LONGEST_NO
    ? [`a name that is asked for before it exists stays missing for ${hours(negative(soa))} (SOA minimum and TTL)`]
    : []),
  ...(soa.expire < soa.refresh + soa.retry
    ? [
        `second name servers give up after ${hours(soa.expire)}, before they have tried again (expire below refresh and retry)`,
      ]
    : []),
];

export default defineCheck({
  id: 'edge/dns-soa',
  stage: 'edge',
  bar: [],
  severity: 'low',
  effort: 'minutes',
  title: { pass: 'Times of the zone are sensible', fail: 'Times of the zone make a mistake last' },
  why: 'On the day of the launch a name is tried before its record stands, and then stays missing for whoever tried.',
  references: ['RFC 2308 5', 'RFC 1912 2.2'],
  needs: ['edge.setup'],
  evaluate: ({ 'edge.setup': { zones } }) => {
    const own = zones.flatMap(({ domain, soa }) => (soa === undefined ? [] : [{ domain, soa }]));
    if (own.length === 0) return 'not-applicable';
    return own.flatMap(({ domain, soa }) => {
      const faults = faultsOf(soa);
      const [first] = faults;
      return first === undefined
        ? []
        : [
            {
              key: domain,
              title: `${printable(domain)}: ${first}`,
              where: { host: domain, record: 'SOA' },
              proof: {
                kind: 'record' as const,
                text: `${faults.join('\n')}\n${printable(soa.server)}: refresh ${soa.refresh}, retry ${soa.retry}, expire ${soa.expire}, minimum ${soa.minimum}, TTL ${soa.ttl}`,
              },
            },
          ];
    });
  },
  fix: ({ where }) => ({
    steps: [
      'Set the SOA’s minimum (“negative TTL”) to 300 to 3600, refresh 7200, retry 3600, expire 1209600; some DNS hosts set them themselves.',
    ],
    verify: dig(where.host ?? '', 'SOA'),
  }),
});
