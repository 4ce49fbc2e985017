import { defineCheck } from '../../../model/check.ts';
import type { DmarcPolicy, MailDmarc } from '../../../model/evidence/mail.ts';
import type { Severity } from '../../../model/severity.ts';
import { printable } from '../../secrets/leak/text.ts';
import { eachDomain } from '../mail/each-domain.ts';
import { dig, dnsSnippet, recordIn } from '../mail/records.ts';
import { recordOf } from '../../../model/judge/mail/dmarc-plan.ts';
import { sendsNothing } from '../../../model/judge/mail/sends-nothing.ts';

type Applied = NonNullable<MailDmarc['applied']>;

const WORDS: Readonly<Record<string, string>> = {
  value: 'has a value that nobody reads',
  twice: 'stands there twice',
  'not-a-tag': 'is no tag',
  uri: 'is no mailto: address',
  missing: 'is missing',
};

const POLICY_TAGS: ReadonlySet<string> = new Set(['p', 'sp', 'np']);
const RANK: readonly Severity[] = ['blocker', 'high', 'medium', 'low', 'info'];

/** What is wrong with a record that applies, worst first. */
const weaknesses = ({ p, sp, testing, rua, remarks }: Applied, isSilent: boolean): [string, Severity][] => {
  // RFC 9989 4.10.1: one policy that cannot be read takes the others with it.
  const isVoid = remarks.some(({ tag, kind }) => kind === 'value' && POLICY_TAGS.has(tag));
  const found: [string, Severity][] = [
    ...remarks
      .filter(({ kind }) => WORDS[kind] !== undefined)
      .map(({ tag, kind }): [string, Severity] => [
        `${printable(tag)} ${WORDS[kind]}${kind === 'value' && POLICY_TAGS.has(tag) ? ', so that all of it counts as p=none' : ''}`,
        POLICY_TAGS.has(tag) || kind === 'uri' ? 'medium' : 'low',
      ]),
    ...rua
      .filter(({ accepted }) => accepted === 'no')
      .map(({ domain }): [string, Severity] => [
        `reports go to ${printable(domain)}, which does not say that it takes them: none will come`,
        'medium',
      ]),
    ...(p !== 'none' && sp === 'none'
      ? ([['subdomains are left open: sp=none', 'medium']] as [string, Severity][])
      : []),
    ...(p === 'none' && !isVoid
      ? ([['p=none: forged mail is delivered all the same', 'low']] as [string, Severity][])
      : []),
    ...(p !== 'none' && testing ? ([['t=y: the policy is only tried out', 'low']] as [string, Severity][]) : []),
    ...(rua.length === 0 && !(isSilent && p === 'reject') && remarks.every(({ kind }) => kind !== 'uri')
      ? ([['no rua: nobody learns who sends in your name', 'low']] as [string, Severity][])
      : []),
  ];
  return found.toSorted((a, b) => RANK.indexOf(a[1]) - RANK.indexOf(b[1]));
};

/** What is only watched goes one step on; what has a slip in it is mended first. */
const next = (p: DmarcPolicy, found: readonly [string, Severity][]): DmarcPolicy =>
  p === 'none' && found.length === 1 && found[0]?.[0].startsWith('p=none') === true ? 'quarantine' : p;

export default defineCheck({
  id: 'edge/mail-dmarc-weak',
  stage: 'edge',
  bar: ['M4'],
  severity: 'low',
  effort: 'minutes',
  title: { pass: 'The DMARC policy says what it should', fail: 'The DMARC policy does less than it could' },
  why: 'A policy with a slip in it looks like protection and is none.',
  references: ['RFC 9989 4.7', 'RFC 9990 4'],
  needs: ['edge.mail'],
  evaluate: ({ 'edge.mail': domains }) =>
    eachDomain(domains, (one) => {
      const { domain, dmarc } = one;
      if (dmarc.applied === undefined) return 'not-applicable';
      const found = weaknesses(dmarc.applied, sendsNothing(one));
      const [worst] = found;
      if (worst === undefined) return [];
      const { from } = dmarc.applied;
      const text = dmarc.steps.find((step) => step.domain === from)?.text ?? '';
      return [
        {
          key: domain,
          title: `The DMARC policy of ${domain}: ${worst[0]}`,
          severity: worst[1],
          where: { host: `_dmarc.${from}`, record: 'TXT' },
          data: { record: recordOf(one, next(dmarc.applied.p, found)) },
          proof: {
            kind: 'record',
            text: `${found.map(([what]) => what).join('; ')}.\n_dmarc.${from} TXT ${printable(text)}`,
          },
        },
      ];
    }),
  fix: ({ where, data }) => ({
    steps: [
      'Mend what is named, one tag after the other; pct, rf and ri may go, nobody reads them any more.',
      'With p=none: read the reports for two weeks, then p=quarantine, then p=reject.',
      'Reports to another domain need its consent: a TXT record v=DMARC1 at <your domain>._report._dmarc.<its domain>.',
    ],
    snippet: dnsSnippet(`${where.host} TXT "${recordIn(data)}"`),
    verify: dig(where.host ?? '', 'TXT'),
  }),
});
