import { defineCheck } from '../../../model/check.ts';
import type { SpfNode } from '../../../model/evidence/mail.ts';
import { lookupsOf, nodesOf, voidsOf } from '../../../model/judge/spf.ts';
import { plural, printable } from '../../secrets/leak/text.ts';
import { eachDomain, noAnswer } from '../mail/each-domain.ts';
import { dig, dnsSnippet, recordIn } from '../mail/records.ts';
import { mergedSpfText } from '../../../model/judge/mail/merged-spf.ts';

/** RFC 7208 4.6.4. */
const MOST_LOOKUPS = 10;
const MOST_VOIDS = 2;

const BROKEN: Partial<Record<SpfNode['state'], string>> = {
  several: 'more than one SPF record stands there',
  faulty: 'the record cannot be read',
  loop: 'the record includes itself',
};

/** What makes receivers stop with `permerror`, in words; the first that they come to. */
const problemOf = (root: SpfNode): string | null => {
  const nodes = nodesOf(root);
  const broken = nodes.find(({ state }) => BROKEN[state] !== undefined);
  if (broken !== undefined) {
    const more = broken.problem === undefined ? '' : `: ${printable(broken.problem)}`;
    return `${printable(broken.domain)}: ${BROKEN[broken.state]}${more}`;
  }
  const missing = nodes
    .flatMap(({ terms }) => terms)
    .find(({ mechanism, into }) => (mechanism === 'include' || mechanism === 'redirect') && into?.state === 'none');
  if (missing !== undefined) return `${printable(missing.text)} leads to a name without an SPF record`;
  const lookups = lookupsOf(root);
  if (lookups > MOST_LOOKUPS) {
    const costs = root.terms
      .filter((term) => term.lookups > 0)
      .map((term) => `${printable(term.text)} ${term.lookups}`);
    return `${lookups} lookups, ${MOST_LOOKUPS} are allowed: ${costs.join(', ')}`;
  }
  const voids = voidsOf(root);
  return voids.length > MOST_VOIDS
    ? `${plural(voids.length, 'term')} ask for what is not there, ${MOST_VOIDS} are allowed: ${voids.map(({ text }) => printable(text)).join(', ')}`
    : null;
};

export default defineCheck({
  id: 'edge/mail-spf-broken',
  stage: 'edge',
  bar: ['M4'],
  severity: 'high',
  effort: 'minutes',
  title: { pass: 'The SPF record can be evaluated to its end', fail: 'Receivers cannot evaluate the SPF record' },
  why: 'A receiver that comes to an error treats every mail of yours as unproven: order mails and password links go to spam or are refused.',
  references: ['RFC 7208 4.6.4', 'RFC 7208 4.5', 'RFC 7208 2.6.7'],
  needs: ['edge.mail'],
  evaluate: ({ 'edge.mail': domains }) =>
    eachDomain(domains, (one) => {
      const { domain, spf } = one;
      if (spf.state === 'none') return 'not-applicable';
      const problem = problemOf(spf);
      if (problem !== null)
        return [
          {
            key: domain,
            where: { host: domain, record: 'TXT' },
            proof: { kind: 'record', text: `${problem}.\n${domain} TXT ${printable(spf.text ?? '')}` },
            data: { record: mergedSpfText(one) },
          },
        ];
      const silent = nodesOf(spf).find(({ state }) => state === 'error');
      return silent === undefined ? [] : noAnswer(`the SPF record of ${printable(silent.domain)}`);
    }),
  fix: ({ where, data }) => ({
    steps: [
      'Keep one record that begins with v=spf1, and put every sender into it.',
      'Take out includes of services that no longer send for you; each include costs its own lookups besides.',
      'Where a provider has its own bounce domain (Resend, SES, SendGrid, Postmark), its include belongs there, not into this record.',
    ],
    ...(recordIn(data) === '' ? {} : { snippet: dnsSnippet(`${where.host} TXT "${recordIn(data)}"`) }),
    verify: dig(where.host ?? '', 'TXT'),
  }),
});
