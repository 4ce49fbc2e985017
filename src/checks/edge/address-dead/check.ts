import { defineCheck } from '../../../model/check.ts';
import { plural, printable } from '../../secrets/leak/text.ts';
import { dig } from '../mail/records.ts';
import { spoken } from '../tls-words.ts';

export default defineCheck({
  id: 'edge/address-dead',
  stage: 'edge',
  bar: ['M4'],
  severity: 'high',
  effort: 'minutes',
  title: {
    pass: 'Every address of a host answers',
    fail: 'DNS leads to an address that does not answer',
  },
  why: 'Resolvers hand out the addresses in turn: a part of the visitors waits or sees an error, and so do payment providers that call a webhook, while the rest sees nothing wrong.',
  references: ['RFC 1034 3.6', 'RFC 8305 5'],
  needs: ['edge.tls'],
  evaluate: ({ 'edge.tls': hosts }) => {
    const several = spoken(hosts).filter(({ beside = [] }) => beside.length > 0);
    if (several.length === 0) return 'not-applicable';
    const dead = several.flatMap(({ host, at, beside = [] }) =>
      beside.flatMap((one) => (one.outcome === 'spoken' ? [] : [{ host, good: at, all: beside.length + 1, ...one }])),
    );
    // Names of one server share its address.
    return [...Map.groupBy(dead, ({ at }) => at).values()].flatMap((alike) => {
      const [first] = alike;
      if (first === undefined) return [];
      const more = alike.length === 1 ? '' : ` and ${plural(alike.length - 1, 'more host')}`;
      return [
        {
          key: first.at,
          title: `One of ${first.all} addresses of ${printable(first.host)}${more} does not answer over HTTPS`,
          where: { host: first.host, record: 'A' },
          data: first.at.replace(/:\d+$/, ''),
          proof: {
            kind: 'record' as const,
            text: [
              `${printable(first.host)} ${printable(first.good)}: a handshake comes about`,
              `${printable(first.host)} ${printable(first.at)}: ${first.outcome === 'silent' ? 'nobody answers at the port' : 'a server answers, and no handshake comes about'}, asked twice`,
            ].join('\n'),
          },
        },
      ];
    });
  },
  fix: ({ where, data }) => ({
    steps: [
      'Is the server behind it gone? Take its record away: what was a second server, the host before the move, a template of the registrar.',
      'Is it meant to answer? Start it, open port 443, and give it the same certificate and name.',
    ],
    verify: `${dig(where.host ?? '', 'A')}; curl -sI --resolve ${where.host}:443:${printable(String(data))} https://${where.host}/`,
  }),
});
