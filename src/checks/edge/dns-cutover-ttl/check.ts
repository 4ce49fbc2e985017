import { defineCheck } from '../../../model/check.ts';
import { printable } from '../../secrets/leak/text.ts';
import { dig, dnsSnippet } from '../mail/records.ts';

const LONGEST = 3_600;

export default defineCheck({
  id: 'edge/dns-cutover-ttl',
  stage: 'edge',
  bar: [],
  severity: 'low',
  effort: 'minutes',
  title: {
    pass: 'Records that will be switched are short-lived',
    fail: 'Records that will be switched stay in resolvers for long',
  },
  why: 'After the switch part of the visitors goes on seeing the old server, and there is no quick way back either.',
  references: ['RFC 1035 3.2.1', 'RFC 1912 2.2'],
  needs: ['edge.setup'],
  evaluate: ({ 'edge.setup': { cutover } }) => {
    if (cutover === undefined || cutover.records.length === 0) return 'not-applicable';
    const long = cutover.records.filter(({ ttl }) => ttl > LONGEST);
    const [first] = long;
    if (first === undefined) return [];
    const most = Math.max(...long.map(({ ttl }) => ttl));
    return [
      {
        key: first.host,
        title: `Records that are switched on ${printable(cutover.on)} stay in resolvers for up to ${Math.round(most / 360) / 10} h`,
        where: { host: first.host, record: first.type },
        proof: {
          kind: 'record' as const,
          text: long.map(({ host, type, ttl }) => `${printable(host)} ${ttl} ${type}`).join('\n'),
        },
        data: { lines: long.map(({ host, type }) => `${host} 300 ${type} <as it is now>`) },
      },
    ];
  },
  fix: ({ where, data }) => ({
    steps: [
      'Set the TTL of these records to 300 now: the old one counts until it has run out.',
      'After the switch, when all is well, set it back to 3600.',
    ],
    snippet: dnsSnippet(...(data as { lines: readonly string[] }).lines.slice(0, 20)),
    verify: dig(where.host ?? '', where.record ?? 'A').replace('+short ', ''),
  }),
});
