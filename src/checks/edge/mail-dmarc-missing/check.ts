import { defineCheck } from '../../../model/check.ts';
import { eachDomain, noAnswer } from '../mail/each-domain.ts';
import { dig, dnsSnippet, recordIn } from '../mail/records.ts';
import { dmarcPlan } from '../../../model/judge/mail/dmarc-plan.ts';

export default defineCheck({
  id: 'edge/mail-dmarc-missing',
  stage: 'edge',
  bar: ['M4'],
  severity: 'medium',
  effort: 'minutes',
  title: { pass: 'A DMARC policy speaks for the domain', fail: 'No DMARC policy speaks for the domain' },
  why: 'Nobody tells receivers what to do with mail that only pretends to be yours, and the large ones want a policy of whoever sends much.',
  references: ['RFC 9989 4.7', 'RFC 9989 4.10', 'https://support.google.com/a/answer/81126'],
  needs: ['edge.mail'],
  evaluate: ({ 'edge.mail': domains }) =>
    eachDomain(domains, (one) => {
      const { domain, dmarc } = one;
      const data = { record: dmarcPlan(one)[0]?.record ?? '' };
      if (dmarc.applied !== undefined) return [];
      if (dmarc.steps.some(({ found }) => found === 'error')) return noAnswer(`_dmarc.${domain}`);
      const several = dmarc.steps.find(({ found }) => found === 'several');
      const at = { host: `_dmarc.${several?.domain ?? domain}`, record: 'TXT' };
      if (several !== undefined)
        return [
          {
            key: domain,
            title: 'Several DMARC records stand at one name, so none counts',
            severity: 'high',
            where: at,
            data,
            proof: {
              kind: 'record',
              text: `${at.host} has more than one TXT record with v=DMARC1; receivers then act as if there were none.`,
            },
          },
        ];
      if (dmarc.misplaced)
        return [
          {
            key: domain,
            title: 'The DMARC policy stands at the wrong name',
            severity: 'high',
            where: { host: domain, record: 'TXT' },
            data,
            proof: {
              kind: 'record',
              text: `A record with v=DMARC1 stands at ${domain} itself, where nobody looks; at _dmarc.${domain} there is none.`,
            },
          },
        ];
      return [
        {
          key: domain,
          where: at,
          data,
          proof: {
            kind: 'absence',
            text: `No TXT record with v=DMARC1 at ${dmarc.steps.map((step) => `_dmarc.${step.domain}`).join(', ')}.`,
          },
        },
      ];
    }),
  fix: ({ where, data }) => ({
    steps: [
      'Publish it, read the reports for two weeks, and mend what of your own mail does not pass. Of several records, keep this one alone.',
      'Then set p=quarantine, and p=reject two weeks later.',
    ],
    snippet: dnsSnippet(
      `${where.host?.startsWith('_dmarc.') === true ? where.host : `_dmarc.${where.host}`} TXT "${recordIn(data)}"`,
    ),
    verify: dig(where.host?.startsWith('_dmarc.') === true ? where.host : `_dmarc.${where.host ?? ''}`, 'TXT'),
  }),
});
