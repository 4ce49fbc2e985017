import { defineCheck } from '../../../model/check.ts';
import { printable } from '../../secrets/leak/text.ts';
import { dig } from '../mail/records.ts';

const LEAST_BITS = 2_048;

export default defineCheck({
  id: 'edge/dnssec-dated',
  stage: 'edge',
  bar: [],
  severity: 'medium',
  effort: 'hour',
  title: { pass: 'DNSSEC signs with today’s algorithms', fail: 'DNSSEC signs with dated algorithms' },
  why: 'Resolvers drop SHA-1 one after the other and then treat the zone as unsigned; short RSA keys can be broken by whoever spends enough on them.',
  references: ['RFC 9905', 'RFC 8624 3.1', 'NIST SP 800-57 Part 1'],
  needs: ['edge.dns'],
  evaluate: ({ 'edge.dns': { zones } }) => {
    const signed = zones.filter(({ security }) => security.state === 'secure');
    if (signed.length === 0) return 'not-applicable';
    return signed.flatMap(({ domain, security: { weak, smallestRsa } }) => {
      const base = { where: { host: domain, record: 'DNSKEY' } };
      const shown = (text: string) => ({ kind: 'record' as const, text: `${printable(domain)} DNSKEY: ${text}` });
      return [
        ...(weak.length === 0
          ? []
          : [{ ...base, key: domain, title: 'DNSSEC signs with SHA-1', proof: shown(weak.join(', ')) }]),
        ...(weak.length > 0 || smallestRsa === undefined || smallestRsa >= LEAST_BITS
          ? []
          : [
              {
                ...base,
                key: `${domain} rsa`,
                title: `DNSSEC uses an RSA key of ${smallestRsa} bits`,
                severity: 'low' as const,
                proof: shown(`RSA, ${smallestRsa} bits`),
              },
            ]),
      ];
    });
  },
  fix: ({ where }) => ({
    steps: [
      'Let the DNS host roll over to algorithm 13 (ECDSA P-256 with SHA-256): both sets of keys sign until the old DS has left the caches.',
      'Publish the new DS at the registrar, wait twice its time to live, then take the old one out.',
    ],
    verify: `${dig(where.host ?? '', 'DNSKEY')}; ${dig(where.host ?? '', 'DS')}`,
  }),
});
