import { defineCheck } from '../../../model/check.ts';
import { printable } from '../../secrets/leak/text.ts';

export default defineCheck({
  id: 'edge/dns-wildcard',
  stage: 'edge',
  bar: ['M4'],
  severity: 'low',
  effort: 'minutes',
  title: {
    pass: 'Names that nobody set up do not show the site',
    fail: 'Names that nobody set up show the site',
  },
  why: 'Any name below the domain looks like yours, in a phishing mail too, search engines find the shop at many addresses, and a mistyped name in the settings is never noticed.',
  references: ['RFC 4592', 'RFC 1912 2.7', 'CWE-350'],
  needs: ['edge.setup'],
  evaluate: ({ 'edge.setup': { zones } }) => {
    const wild = zones.flatMap(({ domain, wild: one }) => (one === undefined ? [] : [{ domain, ...one }]));
    if (wild.length === 0) return zones.length === 0 ? 'not-applicable' : [];
    return wild.flatMap(({ domain, aliases, showsSite, unclaimed }) => {
      const way = [`*.${domain}`, ...aliases].map(printable).join(' → ');
      const where = { host: domain, record: `*.${domain}` };
      if (unclaimed !== undefined && unclaimed.claim === 'open')
        return [
          {
            key: domain,
            title: `Anybody can take any name below ${printable(domain)} at ${unclaimed.provider}`,
            severity: 'blocker' as const,
            where,
            proof: {
              kind: 'record' as const,
              text: `${way}\nOf a name that nobody set up, ${unclaimed.provider} says: ${printable(unclaimed.sign)}`,
            },
          },
        ];
      if (!showsSite) return [];
      return [
        {
          key: domain,
          where,
          proof: {
            kind: 'record' as const,
            text: `${way}\nA made-up name showed the page of https://${printable(domain)}/.`,
          },
        },
      ];
    });
  },
  fix: ({ where }) => ({
    steps: [
      'Replace the record * by one for each name that is in use.',
      'Where every seller gets a name of their own, keep it, and let the app answer 404 for names that no seller has.',
    ],
    verify: `curl -sI https://nobody-set-this-up.${printable(where.host ?? '')}/`,
  }),
});
