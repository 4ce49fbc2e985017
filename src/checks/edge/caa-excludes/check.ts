import { defineCheck } from '../../../model/check.ts';
import type { DnsZone } from '../../../model/evidence/edge/dns.ts';
import { printable } from '../../secrets/leak/text.ts';
import { dig, dnsSnippet } from '../mail/records.ts';
import { spoken } from '../tls-words.ts';

/** By the organization in the issuer of certificates: what the authority wants to read in CAA, as its documentation says. */
const AUTHORITIES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/O=Let's Encrypt\b/, ['letsencrypt.org']],
  [/O=Google Trust Services/, ['pki.goog']],
  [/O=(?:Sectigo|COMODO|The USERTRUST)/i, ['sectigo.com', 'comodoca.com', 'usertrust.com', 'trust-provider.com']],
  [/O=ZeroSSL/, ['sectigo.com']],
  [
    /O=DigiCert|O=GeoTrust|O=Thawte|O=RapidSSL/i,
    ['digicert.com', 'geotrust.com', 'rapidssl.com', 'thawte.com', 'symantec.com'],
  ],
  [/O=Amazon\b/, ['amazon.com', 'amazontrust.com', 'awstrust.com', 'amazonaws.com']],
  [/O=GlobalSign/, ['globalsign.com']],
  [/O=(?:GoDaddy|Starfield)/i, ['godaddy.com', 'starfieldtech.com']],
  [/O=SSL Corp/, ['ssl.com']],
  [/O=Entrust/, ['entrust.net']],
  [/O=Buypass/i, ['buypass.com']],
];

/** Domains that may issue; null where nothing is said of it, and all may. */
const allowed = (caa: Exclude<DnsZone['caa'], null | 'error'>, tag: 'issue' | 'issuewild'): string[] | null => {
  const own = caa.records.filter((one) => one.tag === tag);
  const of = tag === 'issuewild' && own.length === 0 ? caa.records.filter((one) => one.tag === 'issue') : own;
  return of.length === 0 ? null : of.map(({ value }) => value.split(';')[0]?.trim().toLowerCase() ?? '');
};

export default defineCheck({
  id: 'edge/caa-excludes',
  stage: 'edge',
  bar: ['M3'],
  severity: 'high',
  effort: 'minutes',
  title: {
    pass: 'CAA lets the authority of the certificates renew them',
    fail: 'CAA shuts out the authority of the certificate',
  },
  why: 'Renewal will be refused, and the shop stands behind a warning on the day the certificate ends.',
  references: ['RFC 8659 4', 'CA/B Forum BR 3.2.2.8'],
  needs: ['edge.dns', 'edge.tls'],
  evaluate: ({ 'edge.dns': { zones }, 'edge.tls': hosts }) => {
    const told = zones.flatMap(({ domain, caa }) => (caa === null || caa === 'error' ? [] : [{ domain, caa }]));
    if (told.length === 0) return 'not-applicable';
    return told.flatMap(({ domain, caa }) => {
      const seen = spoken(hosts).flatMap(({ host, certificate }) =>
        certificate !== undefined && (host === domain || host.endsWith(`.${domain}`)) ? [certificate] : [],
      );
      for (const certificate of seen) {
        const names = AUTHORITIES.find(([issuer]) => issuer.test(certificate.issuer))?.[1];
        const isWild = certificate.names.some((name) => name.startsWith('*.'));
        const may = allowed(caa, isWild ? 'issuewild' : 'issue');
        if (names === undefined || may === null || may.some((one) => names.includes(one))) continue;
        return [
          {
            key: domain,
            where: { host: caa.at, record: 'CAA' },
            proof: {
              kind: 'record' as const,
              text: `The certificate is of ${printable(certificate.issuer)}, which looks for ${names[0]}.\n${caa.records
                .map(({ flags, tag, value }) => `${caa.at} CAA ${flags} ${printable(tag)} "${printable(value)}"`)
                .join('\n')}`,
            },
            data: { line: `${caa.at} CAA 0 ${isWild ? 'issuewild' : 'issue'} "${names[0]}"` },
          },
        ];
      }
      return [];
    });
  },
  fix: ({ where, data }) => ({
    steps: ['Add the authority that issues your certificates; at a CDN these can be several.'],
    snippet: dnsSnippet((data as { line: string }).line),
    verify: dig(where.host ?? '', 'CAA'),
  }),
});
