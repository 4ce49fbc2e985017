import { defineCheck } from '../../../model/check.ts';
import { byCause, certificateFault, spoken } from '../tls-words.ts';

/** Clients renew at a third of the life that is left; what is behind that was missed. */
const SHARE = 1 / 3;
/** So late nobody waits for the next try. */
const LATE_DAYS = 7;

export default defineCheck({
  id: 'edge/certificate-ends-soon',
  stage: 'edge',
  bar: ['M3'],
  severity: 'medium',
  effort: 'minutes',
  title: { pass: 'Certificates are renewed in time', fail: 'A certificate ends soon and was not renewed' },
  why: 'Renewal should have happened by now. When it ends, the shop is behind a warning until somebody wakes up.',
  references: ['CA/B Forum SC-081v3', 'https://letsencrypt.org/docs/integration-guide/#when-to-renew'],
  needs: ['edge.tls'],
  evaluate: ({ 'edge.tls': hosts }) => {
    const sound = spoken(hosts).filter((host) => host.certificate !== undefined && certificateFault(host) === null);
    if (sound.length === 0) return 'not-applicable';
    return byCause(
      sound.flatMap((host) => {
        const { left, daysLeft, notAfter, fingerprint } = host.certificate!;
        if (left >= SHARE) return [];
        const what = `the certificate ends on ${notAfter.slice(0, 10)}, in ${daysLeft} days: ${Math.round(left * 100)} % of its life is left`;
        return [
          { host, cause: fingerprint, what, severity: daysLeft <= LATE_DAYS ? ('high' as const) : ('medium' as const) },
        ];
      }),
    );
  },
  fix: ({ where }) => ({
    steps: [
      'Run the renewal by hand and read what it says (`certbot renew --dry-run`, the log of Caddy or the platform’s page).',
      'Look whether CAA records or the redirect of /.well-known/acme-challenge/ stand in its way.',
      'Let a monitor warn at a third of the certificate’s life.',
    ],
    verify: `openssl s_client -connect ${where.host}:443 -servername ${where.host} </dev/null 2>/dev/null | openssl x509 -noout -dates`,
  }),
});
