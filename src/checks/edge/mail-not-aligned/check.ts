import { defineCheck } from '../../../model/check.ts';
import type { MailDomain, MailSender } from '../../../model/evidence/mail.ts';
import { eachDomain } from '../mail/each-domain.ts';
import { dig } from '../mail/records.ts';

const isLost = ({ aligned }: MailSender): boolean => aligned.spf === 'no' && aligned.dkim === 'no';

const policyOf = ({ dmarc }: MailDomain): string => dmarc.applied?.policy ?? 'none';

export default defineCheck({
  id: 'edge/mail-not-aligned',
  stage: 'edge',
  bar: ['M4'],
  severity: 'high',
  effort: 'hour',
  title: {
    pass: 'Mail of each provider would prove itself for the domain',
    fail: 'Mail that the app sends would not prove that it is yours',
  },
  why: 'Receipts, password links and payout notices of this provider are refused or land in spam, and nobody at your end sees it.',
  references: ['RFC 9989 4.4', 'RFC 7489 3.1', 'https://support.google.com/a/answer/81126'],
  needs: ['edge.mail'],
  evaluate: ({ 'edge.mail': domains }) =>
    eachDomain(domains, (one) => {
      const { domain, senders } = one;
      if (senders.length === 0) return 'not-applicable';
      const lost = senders.filter((sender) => sender.ofDomain && isLost(sender));
      const policy = policyOf(one);
      const defects = lost.map(({ provider, name, seenIn }) => ({
        key: `${domain} ${provider}`,
        title: `Mail by ${name} would not prove that it is of ${domain}`,
        severity: policy === 'none' ? ('medium' as const) : ('blocker' as const),
        where: { host: domain, record: 'TXT' },
        proof: {
          kind: 'record' as const,
          text:
            `${name} (${seenIn.join(', ')}): no key stands at its DKIM names below ${domain}, and no SPF record at its bounce name allows it` +
            `; DMARC says ${policy === 'none' ? 'nothing of such mail' : `to ${policy} such mail`}.`,
        },
      }));
      const open = senders.filter((sender) => !sender.ofDomain && isLost(sender));
      if (open.length > 0)
        return {
          unproven: `The code sends by ${open.map(({ name }) => name).join(', ')}, and DNS of ${domain} has no record for it: it may send from another domain`,
          unlock:
            'Name the domain in From under edge.mail.domains in launch-ready.config, and the DKIM selectors that the provider shows under edge.mail.selectors.',
          defects,
        };
      return defects;
    }),
  fix: ({ where }) => ({
    steps: [
      'Open the provider’s page for this domain, and publish every record that it lists: DKIM first, then the bounce name.',
      'Wait until it says “verified”, send a mail to yourself, and check its source: `npx launch-ready mail --eml <file>`.',
    ],
    verify: dig(`_dmarc.${where.host ?? ''}`, 'TXT'),
  }),
});
