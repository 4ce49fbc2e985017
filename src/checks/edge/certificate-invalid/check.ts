import { defineCheck } from '../../../model/check.ts';
import { byCause, certificateFault, spoken } from '../tls-words.ts';

const STEPS: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:ended|early) /,
    'Renew it, and find out why the renewal did not run (`certbot renew --dry-run`, the log of Caddy, the page of the platform).',
  ],
  [/^name /, 'Let one certificate name every host that people reach, apex and www among them.'],
  [/^UNABLE/, 'Serve the file with the whole chain (fullchain.pem), not the certificate alone.'],
];

export default defineCheck({
  id: 'edge/certificate-invalid',
  stage: 'edge',
  bar: ['M3'],
  severity: 'blocker',
  effort: 'hour',
  title: { pass: 'Browsers trust the certificate of every host', fail: 'Browsers refuse a certificate' },
  why: 'Visitors see a warning over the whole page instead of the shop, and apps and webhooks cannot connect at all.',
  references: ['RFC 5280 6.1', 'RFC 9525 6', 'ASVS 5.0 12.2.2', 'CWE-295'],
  needs: ['edge.tls'],
  evaluate: ({ 'edge.tls': hosts }) => {
    const seen = spoken(hosts).filter(({ certificate }) => certificate !== undefined);
    if (seen.length === 0) return 'not-applicable';
    return byCause(
      seen.flatMap((host) =>
        // Whoever is led to a further address sees the certificate that is there.
        [host, ...(host.beside ?? [])].flatMap((one) => {
          const fault = certificateFault(one);
          return fault === null ? [] : [{ host: { ...host, at: one.at }, ...fault }];
        }),
      ),
    );
  },
  fix: ({ where, key }) => ({
    steps: [
      STEPS.find(([kind]) => kind.test(key))?.[1] ??
        'Get a certificate of an authority that browsers trust: Let’s Encrypt by Caddy, certbot or your platform.',
    ],
    verify: `openssl s_client -connect ${where.host}:443 -servername ${where.host} </dev/null 2>/dev/null | openssl x509 -noout -subject -issuer -dates -ext subjectAltName`,
  }),
});
