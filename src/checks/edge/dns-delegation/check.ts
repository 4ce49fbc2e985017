import { defineCheck } from '../../../model/check.ts';
import { printable } from '../../secrets/leak/text.ts';
import { dig } from '../mail/records.ts';
import { isFree } from '../reliance-words.ts';

const WORDS = { good: '', lame: 'does not know it', silent: 'does not answer', unresolved: 'has no address' } as const;

export default defineCheck({
  id: 'edge/dns-delegation',
  stage: 'edge',
  bar: ['M4'],
  severity: 'high',
  effort: 'minutes',
  title: {
    pass: 'No name is handed on to name servers that do not know it',
    fail: 'A name is handed on to name servers that do not know it',
  },
  why: 'It answers to nobody now. At DNS hosts that many share, whoever adds a zone of that name there gets it, with all names below it and certificates for them.',
  references: ['RFC 1034 4.2.2', 'RFC 9499 7', 'CWE-350'],
  needs: ['edge.setup', 'edge.reliance'],
  evaluate: ({ 'edge.setup': { zones, delegations }, 'edge.reliance': reliance }) =>
    zones.every(({ soa }) => soa === undefined)
      ? 'not-applicable'
      : [...Map.groupBy(delegations, ({ at }) => at)].flatMap(([at, of]) => {
          const servers = of[0]?.servers ?? [];
          // Servers below a domain that anybody can register are the finding of edge/dns-unowned.
          if (servers.some(({ name }) => isFree(reliance, name))) return [];
          return [
            {
              key: at,
              title: `${printable(at)} is handed on to name servers that do not know it`,
              where: { host: at, record: 'NS' },
              proof: {
                kind: 'record' as const,
                text: servers
                  .map(({ name, state }) => `${printable(at)} NS ${printable(name)}: it ${WORDS[state]}`)
                  .join('\n'),
              },
            },
          ];
        }),
  fix: ({ where }) => ({
    steps: [
      'Delete these NS records; or set the zone up again at the DNS host that they name before anybody else does.',
      'From now on: first the records away, then the zone there.',
    ],
    verify: dig(where.host ?? '', 'NS'),
  }),
});
