import { defineCheck } from '../../../model/check.ts';
import type { DkimFact } from '../../../model/evidence/mail.ts';
import type { Severity } from '../../../model/severity.ts';
import { printable } from '../../secrets/leak/text.ts';
import { eachDomain, noAnswer } from '../mail/each-domain.ts';
import { dig } from '../mail/records.ts';

/** RFC 8301 3.2: keys below are not to be believed, and 2048 are what is made today. */
const TOO_SHORT = 1024;
const USUAL = 2048;

const problemOf = ({
  state,
  problem,
  algorithm,
  bits,
  testing,
  hashes,
  alias,
}: DkimFact): [string, Severity] | null => {
  if (state === 'revoked') return ['its key is empty: it was taken back', 'high'];
  if (state === 'faulty') return [printable(problem ?? 'it cannot be read'), 'high'];
  if (state === 'none')
    return alias === undefined ? null : [`it leads to ${printable(alias)}, where no key stands`, 'high'];
  if (state !== 'key') return null;
  if (hashes !== undefined && hashes.length > 0 && !hashes.includes('sha256')) return ['it takes SHA-1 alone', 'high'];
  if (algorithm === 'rsa' && bits !== undefined && bits < TOO_SHORT) return [`its key has ${bits} bits`, 'high'];
  if (algorithm === 'rsa' && bits !== undefined && bits < USUAL) return [`its key has ${bits} bits`, 'low'];
  return testing === true ? ['it says t=y: receivers treat its mail as unsigned', 'medium'] : null;
};

export default defineCheck({
  id: 'edge/mail-dkim',
  stage: 'edge',
  bar: ['M4'],
  severity: 'high',
  effort: 'hour',
  title: { pass: 'The DKIM keys in use are sound', fail: 'A DKIM key does not do what it should' },
  why: 'Mail is signed with a key that receivers cannot or will not use, so it counts as unsigned.',
  references: ['RFC 6376 3.6.1', 'RFC 8301 3.2'],
  needs: ['edge.mail'],
  evaluate: ({ 'edge.mail': domains }) =>
    eachDomain(domains, ({ domain, dkim }) => {
      // A wildcard answers for names that nobody signs with.
      const own = dkim.filter(({ wildcard }) => !wildcard);
      const shown = own.filter(({ state, alias }) => state !== 'none' || alias !== undefined);
      const silent = own.find(({ state }) => state === 'error');
      const defects = shown.flatMap((fact) => {
        const found = problemOf(fact);
        if (found === null) return [];
        return [
          {
            key: `${domain} ${fact.selector}`,
            severity: found[1],
            where: { host: fact.name, record: 'TXT' },
            proof: { kind: 'record' as const, text: `${printable(fact.name)} (${printable(fact.from)}): ${found[0]}.` },
          },
        ];
      });
      if (silent !== undefined) return { ...noAnswer(printable(silent.name)), defects };
      return shown.length === 0 ? 'not-applicable' : defects;
    }),
  fix: ({ where }) => ({
    steps: [
      'Copy the record anew from the provider’s page for this domain, as one text in quotes; DNS hosts add the domain to the name by themselves.',
      'An alias (CNAME) must not be proxied.',
      'For a longer key, let the provider make a new one, publish it beside the old one, switch, and take the old one out a week later.',
    ],
    verify: dig(where.host ?? '', 'TXT'),
  }),
});
