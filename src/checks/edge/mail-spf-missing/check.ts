import { defineCheck } from '../../../model/check.ts';
import { mergedSpfText } from '../../../model/judge/mail/merged-spf.ts';
import { listed } from '../../secrets/environment/words.ts';
import { eachDomain, noAnswer } from '../mail/each-domain.ts';
import { dig, dnsSnippet } from '../mail/records.ts';

export default defineCheck({
  id: 'edge/mail-spf-missing',
  stage: 'edge',
  bar: ['M4'],
  severity: 'high',
  effort: 'minutes',
  title: {
    pass: 'Domains whose mailboxes send have an SPF record',
    fail: 'The domain sends mail and has no SPF record that allows it',
  },
  why: 'Gmail, Yahoo and Outlook refuse or hide mail of domains that prove nothing: answers to your customers do not arrive.',
  references: ['RFC 7208 3', 'https://support.google.com/a/answer/81126'],
  needs: ['edge.mail'],
  evaluate: ({ 'edge.mail': domains }) =>
    eachDomain(domains, (one) => {
      const { domain, spf, senders, dkim } = one;
      const own = senders.filter(({ spfAtApex, ofDomain }) => spfAtApex && ofDomain);
      if (own.length === 0) return 'not-applicable';
      if (spf.state === 'error') return noAnswer(`the SPF record of ${domain}`);
      if (spf.state !== 'none' && spf.state !== 'read') return 'not-applicable';
      const uncovered = own.filter(({ aligned }) => aligned.spf === 'no');
      if (uncovered.length === 0) return [];
      const isSigned = dkim.some(({ state, wildcard }) => state === 'key' && !wildcard);
      const names = listed(uncovered.map(({ name, seenIn }) => `${name} (${seenIn[0] ?? ''})`));
      return [
        {
          key: domain,
          // A signature proves the same; without either nothing does.
          severity: isSigned ? ('medium' as const) : ('high' as const),
          where: { host: domain, record: 'TXT' },
          proof: {
            kind: 'record' as const,
            text:
              spf.state === 'none'
                ? `${names} sends for ${domain}, and no TXT record of ${domain} begins with v=spf1.`
                : `${names} sends for ${domain}, and its SPF record does not name it.\n${domain} TXT ${spf.text ?? ''}`,
          },
          data: { record: mergedSpfText(one) },
        },
      ];
    }),
  fix: ({ where, data }) => ({
    steps: ['Publish this one record; where one stands already, change it, since two make both worthless.'],
    snippet: dnsSnippet(`${where.host} TXT "${(data as { record: string }).record}"`),
    verify: dig(where.host ?? '', 'TXT'),
  }),
});
