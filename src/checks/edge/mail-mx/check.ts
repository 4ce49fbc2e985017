import { defineCheck } from '../../../model/check.ts';
import type { MxFacts } from '../../../model/evidence/mail.ts';
import { printable } from '../../secrets/leak/text.ts';
import { eachDomain, noAnswer } from '../mail/each-domain.ts';
import { dig } from '../mail/records.ts';

const WORDS: Partial<Record<MxFacts['hosts'][number]['state'], string>> = {
  address: 'is an address, where a name must stand',
  alias: 'is an alias (CNAME), which senders may refuse',
  missing: 'does not exist',
  inside: 'is no name of the public internet',
};

export default defineCheck({
  id: 'edge/mail-mx',
  stage: 'edge',
  bar: ['M4'],
  severity: 'high',
  effort: 'minutes',
  title: { pass: 'Mail to the domain finds its servers', fail: 'Mail to the domain does not find its server' },
  why: 'Questions of buyers, complaints and answers to your own mails come back as undeliverable, or wait for days.',
  references: ['RFC 5321 5.1', 'RFC 2181 10.3', 'RFC 7505'],
  needs: ['edge.mail'],
  evaluate: ({ 'edge.mail': domains }) =>
    eachDomain(domains, ({ domain, mx }) => {
      if (mx.state === 'none' || mx.state === 'null') return 'not-applicable';
      if (mx.state === 'error') return noAnswer(`MX of ${domain}`);
      const bad = mx.hosts.filter(({ state }) => WORDS[state] !== undefined);
      const [first] = bad;
      if (first === undefined)
        return mx.hosts.some(({ state }) => state === 'error') ? noAnswer(`the mail servers of ${domain}`) : [];
      const isAll = bad.length === mx.hosts.length;
      return [
        {
          key: domain,
          severity: isAll && bad.every(({ state }) => state !== 'alias') ? 'high' : 'medium',
          where: { host: domain, record: 'MX' },
          proof: {
            kind: 'record',
            text: bad
              .map(
                ({ name, preference, state }) => `${domain} MX ${preference} ${printable(name)}: it ${WORDS[state]}.`,
              )
              .join('\n'),
          },
        },
      ];
    }),
  fix: ({ where }) => ({
    steps: [
      'Set the MX records that your mail provider lists, and take out all others.',
      'A domain that takes no mail says so with MX 0 . (a dot alone).',
    ],
    verify: dig(where.host ?? '', 'MX'),
  }),
});
