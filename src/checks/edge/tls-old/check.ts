import { defineCheck } from '../../../model/check.ts';
import { byCause, spoken } from '../tls-words.ts';

const BROKEN = new Set(['SSL 2.0', 'SSL 3.0']);
const OLD = new Set(['TLS 1.0', 'TLS 1.1']);

export default defineCheck({
  id: 'edge/tls-old',
  stage: 'edge',
  bar: ['M3'],
  severity: 'medium',
  effort: 'minutes',
  title: { pass: 'Only TLS 1.2 and 1.3 are spoken', fail: 'Old versions of TLS are spoken' },
  why: 'No browser of today needs them, payment rules (PCI DSS) forbid them, and they let an attacker on the network talk clients down.',
  references: ['RFC 8996', 'RFC 7568', 'Mozilla TLS guideline 6.0', 'PCI DSS 4.0 4.2.1'],
  needs: ['edge.tls'],
  evaluate: ({ 'edge.tls': hosts }) => {
    const seen = spoken(hosts);
    if (seen.length === 0) return 'not-applicable';
    const defects = byCause(
      seen.flatMap((host) => {
        const old = host.versions.map(({ version }) => version).filter((one) => BROKEN.has(one) || OLD.has(one));
        if (old.length === 0) return [];
        const isBroken = old.some((one) => BROKEN.has(one));
        return [
          {
            host,
            cause: old.join(' '),
            what: `${old.join(' and ')} ${old.length === 1 ? 'is' : 'are'} spoken`,
            severity: isBroken ? ('high' as const) : ('medium' as const),
          },
        ];
      }),
    );
    const open = seen.find(({ unsettled }) => unsettled.some((one) => BROKEN.has(one) || OLD.has(one)));
    return open === undefined
      ? defects
      : {
          unproven: `${open.host} fell silent when it was asked for ${open.unsettled.join(', ')}`,
          unlock: 'Run it again: `npx launch-ready edge <domain>`.',
          defects,
        };
  },
  fix: ({ where }) => ({
    steps: [
      'Cloudflare: SSL/TLS → Edge Certificates → Minimum TLS Version 1.2.',
      'nginx: ssl_protocols TLSv1.2 TLSv1.3; — Caddy needs nothing.',
    ],
    verify: `curl -sS --tls-max 1.1 https://${where.host}/ -o /dev/null`,
  }),
});
