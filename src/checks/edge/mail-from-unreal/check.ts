import { defineCheck } from '../../../model/check.ts';
import type { MailFrom } from '../../../model/evidence/mail.ts';
import type { Severity } from '../../../model/severity.ts';
import { eachAddress } from '../mail/senders.ts';

const problemOf = ({ kind, exists, domain }: MailFrom): string | null => {
  if (kind === 'reserved')
    return `${domain} is kept for examples and for machines of one’s own: nobody can send from there.`;
  if (kind === 'trial')
    return 'Your mail provider lends it for a first try: it reaches the owner of the account and nobody else.';
  return exists === 'no' ? `DNS has no name ${domain}: receivers refuse mail that cannot be answered.` : null;
};

/** A stand-in for a variable that is set hurts nobody; one of an argument is not told. */
const severityOf = ({ as }: MailFrom): Severity | null =>
  as === 'default' ? null : as === 'fallback' ? 'low' : 'high';

export default defineCheck({
  id: 'edge/mail-from-unreal',
  stage: 'edge',
  bar: ['M4'],
  severity: 'high',
  effort: 'minutes',
  title: {
    pass: 'Addresses that the app sends from are real',
    fail: 'The app sends from an address that cannot send',
  },
  why: 'Receipts, password links and payout notices reach nobody, while every test with your own mailbox may look fine.',
  references: ['RFC 2606 3', 'RFC 5321 2.3.5'],
  needs: ['edge.from'],
  evaluate: ({ 'edge.from': senders }) => {
    if (senders.length === 0) return 'not-applicable';
    const bad = senders.filter((one) => problemOf(one) !== null && severityOf(one) !== null);
    const defects = eachAddress(bad, (one) => ({
      ...(one.kind === 'trial' ? { title: 'The app sends from its mail provider’s address for first tries' } : {}),
      severity: severityOf(one) ?? 'low',
      text: problemOf(one) ?? '',
    }));
    const silent = senders.find(
      ({ kind, exists, as }) => (kind === 'own' || kind === 'foreign') && exists === 'unknown' && as !== 'default',
    );
    return silent === undefined
      ? defects
      : {
          unproven: `No name server answered for ${silent.domain}, which the app sends from`,
          unlock: 'Ask again, or name another resolver: `npx launch-ready edge <domain> --resolver 9.9.9.9`.',
          defects,
        };
  },
  fix: ({ where }) => ({
    steps: [
      'Take an address of a domain of yours, and set it by a variable that production must have.',
      'Publish what your mail provider asks for: `npx launch-ready mail <your domain> --code .` lists it.',
    ],
    verify: `grep -n '@' ${where.path === undefined ? '<file>' : `'${where.path.replaceAll("'", String.raw`'\''`)}'`} | head`,
  }),
});
