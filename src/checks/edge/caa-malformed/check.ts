import { defineCheck } from '../../../model/check.ts';
import type { CaaRecord } from '../../../model/evidence/edge/dns.ts';
import type { Severity } from '../../../model/severity.ts';
import { printable } from '../../secrets/leak/text.ts';
import { dig } from '../mail/records.ts';

/** Registered property tags (IANA, Certification Authority Restriction Properties). */
const TAGS = new Set(['issue', 'issuewild', 'iodef', 'contactemail', 'contactphone', 'issuevmc', 'issuemail']);
const CRITICAL = 128;
/** RFC 8659 4.2: a domain or nothing, then parameters. */
const ISSUE =
  /^[ \t]*(?:[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)+)?[ \t]*(?:;[ \t]*(?:[a-z\d-]+[ \t]*=[!-:<-~]*[ \t]*(?:;[ \t]*[a-z\d-]+[ \t]*=[!-:<-~]*[ \t]*)*)?)?$/i;

/** What is wrong with a record, and how much it costs; undefined when nothing is. */
const faultOf = ({ flags, tag, value }: CaaRecord): [Severity, string] | undefined => {
  const isKnown = TAGS.has(tag.toLowerCase());
  if (!isKnown)
    return (flags & CRITICAL) !== 0
      ? ['high', 'no authority knows the tag, and the flag forbids all of them to issue']
      : ['medium', 'there is no such tag: the record does nothing'];
  if (/^issue/i.test(tag) && !ISSUE.test(value))
    return ['high', 'the value is no name of an authority: it shuts out all that no other record lets in'];
  if (/^iodef$/i.test(tag) && !/^(?:mailto:[^@\s]+@[^@\s]+|https?:\/\/\S+)$/i.test(value))
    return ['medium', 'an address to report to begins with mailto: or https://'];
  return flags === 0 || flags === CRITICAL ? undefined : ['medium', 'the flag is 0 or 128'];
};

export default defineCheck({
  id: 'edge/caa-malformed',
  stage: 'edge',
  bar: [],
  severity: 'medium',
  effort: 'minutes',
  title: { pass: 'CAA records say what they mean to say', fail: 'A CAA record does not say what it means to say' },
  why: 'Either certificates are refused at the next renewal, or anybody’s authority may still issue for your names.',
  references: ['RFC 8659 4', 'CA/B Forum BR 3.2.2.8'],
  needs: ['edge.dns'],
  evaluate: ({ 'edge.dns': { zones } }) => {
    const told = zones.flatMap(({ caa }) => (caa === null || caa === 'error' ? [] : [caa]));
    if (told.length === 0) return 'not-applicable';
    return [...new Map(told.map((caa) => [caa.at, caa])).values()].flatMap(({ at, records }) =>
      records.flatMap((record) => {
        const fault = faultOf(record);
        if (fault === undefined) return [];
        const [severity, what] = fault;
        const text = `${printable(at)} CAA ${record.flags} ${printable(record.tag)} "${printable(record.value)}"`;
        return [
          {
            key: `${at} ${record.tag} ${record.value}`,
            severity,
            where: { host: at, record: 'CAA' },
            proof: { kind: 'record' as const, text: `${text}\n${what}.` },
          },
        ];
      }),
    );
  },
  fix: ({ where }) => ({
    steps: [
      'Write it as: 0, then issue, issuewild or iodef, then the value in quotes.',
      'The value of issue and issuewild is the authority’s own name without https://, as letsencrypt.org; ";" alone means nobody.',
    ],
    verify: dig(where.host ?? '', 'CAA'),
  }),
});
