import { defineCheck } from '../../../model/check.ts';
import type { MailDomain, MailSender } from '../../../model/evidence/mail.ts';
import type { Defect } from '../../../model/finding.ts';
import { providerGroup } from '../../../model/judge/mail/zone.ts';
import { zoneText } from '../../../model/judge/mail/zone-text.ts';
import { eachDomain } from '../mail/each-domain.ts';
import { dnsSnippet, zoneIn } from '../mail/records.ts';
import { shellWord } from '../../secrets/leak/text.ts';

const isLost = ({ aligned }: MailSender): boolean => aligned.spf === 'no' && aligned.dkim === 'no';

/** Nothing shows that its mail would prove itself, and nothing that it would not. */
const isOpen = ({ aligned }: MailSender): boolean =>
  aligned.spf !== 'yes' && aligned.dkim !== 'yes' && (aligned.spf === 'unknown' || aligned.dkim === 'unknown');

const policyOf = ({ dmarc }: MailDomain): string => dmarc.applied?.policy ?? 'none';

const defectOf = (one: MailDomain, sender: MailSender, policy: string): Defect => ({
  key: `${one.domain} ${sender.provider}`,
  title: `Mail by ${sender.name} would not prove that it is of ${one.domain}`,
  severity: policy === 'none' ? 'medium' : 'blocker',
  where: { host: one.domain, record: 'TXT' },
  proof: {
    kind: 'record',
    text:
      `${sender.name} (${sender.seenIn.join(', ')}): no key stands at its DKIM names below ${one.domain}, and no SPF record at its bounce name allows it` +
      `; DMARC says ${policy === 'none' ? 'nothing of such mail' : `to ${policy} such mail`}.`,
  },
  data: { zone: zoneText(providerGroup(sender)) },
});

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
      const defects = lost.map((sender) => defectOf(one, sender, policy));
      const elsewhere = senders.filter((sender) => !sender.ofDomain && isLost(sender));
      if (elsewhere.length > 0)
        return {
          unproven: `The code sends by ${elsewhere.map(({ name }) => name).join(', ')}, and DNS of ${domain} has no record for it: it may send from another domain`,
          unlock:
            'Name the domain in From under edge.mail.domains in launch-ready.config, and the DKIM selectors that the provider shows under edge.mail.selectors.',
          defects,
        };
      const open = senders.filter((sender) => sender.ofDomain && isOpen(sender));
      if (open.length > 0)
        return {
          unproven: `Whether mail by ${open.map(({ name }) => name).join(', ')} proves itself for ${domain} is not to be seen from outside: the names of its records are made for each customer`,
          unlock:
            'Name the DKIM selectors that the provider shows under edge.mail.selectors in launch-ready.config, or check a mail that arrived: `npx launch-ready mail --eml <file>`.',
          defects,
        };
      return defects;
    }),
  fix: ({ where, data }) => ({
    steps: [
      'Open the provider’s page for this domain, and publish every record that it lists: DKIM first, then the bounce name.',
      'Wait until it says “verified”, send a mail to yourself, and check its source: `npx launch-ready mail --eml <file>`.',
    ],
    ...(zoneIn(data) === '' ? {} : { snippet: dnsSnippet(zoneIn(data)) }),
    verify: `npx launch-ready mail ${shellWord(where.host ?? '')}`,
  }),
});
