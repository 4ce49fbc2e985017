import { defineCheck } from '../../../model/check.ts';
import type { DnsName, DnsRefusal } from '../../../model/evidence/edge/dns.ts';
import { printable } from '../../secrets/leak/text.ts';
import { noAnswer } from '../mail/each-domain.ts';
import { dig, dnsSnippet } from '../mail/records.ts';

const isNamed = ({ from }: DnsName): boolean =>
  from.some(({ by }) => by === 'asked' || by === 'config' || by === 'code');

const FAILURES: Readonly<Partial<Record<DnsRefusal, string>>> = {
  servfail: 'fail (SERVFAIL)',
  refused: 'refuse to answer (REFUSED)',
  garbled: 'send what is no answer',
  other: 'answer with an error',
};

export default defineCheck({
  id: 'edge/dns-name-missing',
  stage: 'edge',
  bar: ['M4'],
  severity: 'high',
  effort: 'minutes',
  title: { pass: 'Every name in use has an address', fail: 'A name in use has no address' },
  why: 'What the app, its settings or its customers call there does not answer at all.',
  references: ['RFC 1034 3.6', 'RFC 2308'],
  needs: ['edge.dns'],
  evaluate: ({ 'edge.dns': { names } }) => {
    const named = names.filter(isNamed);
    if (named.length === 0) return 'not-applicable';
    const defects = named
      // An alias that leads nowhere is the finding of edge/dns-dangling.
      .filter(({ end, aliases }) => aliases.length === 0 && (end === 'nxdomain' || end === 'nodata'))
      .map(({ host, end, from }) => {
        const places = from.flatMap(({ at }) => (at === undefined ? [] : [`${at.path}:${at.line}`]));
        const isCertain = from.some(({ by }) => by !== 'code');
        return {
          key: host,
          title: `${printable(host)} has no address`,
          // A file may name a host of tomorrow or of another environment.
          severity: isCertain ? ('high' as const) : ('medium' as const),
          where: { host, record: 'A' },
          proof: {
            kind: 'record' as const,
            text: `${printable(host)}: ${end === 'nxdomain' ? 'there is no such name' : 'it has neither A nor AAAA'}${places.length === 0 ? '' : `; named in ${places.slice(0, 5).map(printable).join(', ')}`}`,
          },
        };
      });
    const silent = named.find(({ end }) => end === 'failed');
    if (silent === undefined) return defects;
    const words = FAILURES[silent.failure ?? 'timeout'];
    return words === undefined
      ? { ...noAnswer(printable(silent.host)), defects }
      : {
          unproven: `Name servers ${words} at ${printable(silent.host)}`,
          unlock: `Look why: ${dig(silent.host, 'A').replace('+short ', '')}`,
          defects,
        };
  },
  fix: ({ where }) => ({
    steps: ['Add the record; or take the name out of code and settings.'],
    snippet: dnsSnippet(`${where.host} CNAME <where it runs>`),
    verify: dig(where.host ?? '', 'A'),
  }),
});
