import { defineCheck } from '../../../model/check.ts';
import type { MailDomain } from '../../../model/evidence/mail.ts';
import type { Defect } from '../../../model/finding.ts';
import { nodesOf } from '../../../model/judge/spf.ts';
import { printable } from '../../secrets/leak/text.ts';
import { eachDomain } from '../mail/each-domain.ts';
import { dig, dnsSnippet, recordIn } from '../mail/records.ts';
import { mergedSpfText } from '../../../model/judge/mail/merged-spf.ts';

/** Networks larger than this are nobody's own. */
const WIDE_V4 = 16;
const WIDE_V6 = 24;

const judge = (one: MailDomain): Defect[] => {
  const { domain, spf, dmarc } = one;
  const defect = (what: string, severity: Defect['severity'] & string): Defect => ({
    key: domain,
    severity,
    where: { host: domain, record: 'TXT' },
    proof: { kind: 'record', text: `${what}.\n${domain} TXT ${printable(spf.text ?? '')}` },
    data: { record: mergedSpfText(one) },
  });
  const all = spf.terms.find(({ mechanism }) => mechanism === 'all');
  const passes = nodesOf(spf)
    .flatMap(({ terms }) => terms)
    .find(({ mechanism, qualifier }) => mechanism === 'all' && qualifier === '+');
  if (passes !== undefined && (passes === all || all === undefined))
    return [defect(`${printable(passes.text)} lets every machine on earth send as ${domain}`, 'blocker')];
  const wide = spf.terms.find(
    ({ mechanism, prefix }) =>
      prefix !== undefined &&
      ((mechanism === 'ip4' && prefix <= WIDE_V4) || (mechanism === 'ip6' && prefix <= WIDE_V6)),
  );
  if (wide !== undefined) return [defect(`${printable(wide.text)} lets whole providers send as ${domain}`, 'high')];
  const isClosed = all !== undefined || spf.terms.some(({ mechanism }) => mechanism === 'redirect');
  if (isClosed && all?.qualifier !== '?') return [];
  // Where DMARC turns away what is not proven, what SPF says of the rest no longer matters.
  const isEnforced = dmarc.applied !== undefined && dmarc.applied.policy !== 'none';
  return isEnforced
    ? []
    : [
        defect(
          all === undefined
            ? 'The record has no end: what it does not name is neither'
            : `${printable(all.text)} says nothing of others`,
          'medium',
        ),
      ];
};

export default defineCheck({
  id: 'edge/mail-spf-open',
  stage: 'edge',
  bar: ['M4'],
  severity: 'medium',
  effort: 'minutes',
  title: {
    pass: 'The SPF record names your senders and no others',
    fail: 'The SPF record lets others send as you',
  },
  why: 'Whoever sends “your payout failed, log in here” from your own address gets past the check that should stop it.',
  references: ['RFC 7208 5.1', 'RFC 7208 11.1'],
  needs: ['edge.mail'],
  evaluate: ({ 'edge.mail': domains }) =>
    eachDomain(domains, (one) => (one.spf.state === 'read' ? judge(one) : 'not-applicable')),
  fix: ({ where, data }) => ({
    steps: [
      'Name your senders one by one, and end the record with ~all, or -all once DMARC reports show that nothing is missing.',
    ],
    snippet: dnsSnippet(`${where.host} TXT "${recordIn(data) || 'v=spf1 include:<your provider> ~all'}"`),
    verify: dig(where.host ?? '', 'TXT'),
  }),
});
