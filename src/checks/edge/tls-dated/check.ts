import { defineCheck } from '../../../model/check.ts';
import type { EdgeTls } from '../../../model/evidence/edge/tls.ts';
import { printable } from '../../secrets/leak/text.ts';
import { byCause, spoken } from '../tls-words.ts';

/** What Mozilla's intermediate configuration leaves out, as far as nothing worse stands there. */
const datedIn = ({ versions, unsettled }: EdgeTls): string[] => {
  const names = new Set(versions.map(({ version }) => version));
  const flaws = new Set(versions.flatMap(({ suites }) => suites.flatMap((suite) => suite.flaws)));
  return [
    ...(names.has('TLS 1.3') || unsettled.includes('TLS 1.3') ? [] : ['TLS 1.3 is not spoken']),
    ...(flaws.has('no-forward-secrecy') ? ['suites without forward secrecy are taken'] : []),
  ];
};

export default defineCheck({
  id: 'edge/tls-dated',
  stage: 'edge',
  bar: [],
  severity: 'low',
  effort: 'minutes',
  title: { pass: 'TLS is set up as one does today', fail: 'TLS is set up as one did years ago' },
  why: 'It is not open to attack today; it is slower than it could be, and gives away old traffic when a key is lost.',
  references: ['Mozilla TLS guideline 6.0', 'RFC 9325 4.1'],
  needs: ['edge.tls'],
  evaluate: ({ 'edge.tls': hosts }) => {
    const seen = spoken(hosts);
    if (seen.length === 0) return 'not-applicable';
    const defects = byCause(
      seen.flatMap((host) => {
        const dated = datedIn(host);
        return dated.length === 0 ? [] : [{ host, cause: 'dated', what: dated.join('; ') }];
      }),
    );
    const open = seen.find(({ unsettled }) => unsettled.includes('TLS 1.3'));
    return open === undefined
      ? defects
      : {
          unproven: `${printable(open.host)} fell silent when it was asked for TLS 1.3`,
          unlock: 'Run it again: `npx launch-ready edge <domain>`.',
          defects,
        };
  },
  fix: ({ where }) => ({
    steps: [
      'Switch TLS 1.3 on (Cloudflare: SSL/TLS → Edge Certificates; nginx: ssl_protocols TLSv1.2 TLSv1.3;), and take suites with ECDHE alone.',
    ],
    verify: `curl -sS --tlsv1.3 https://${where.host}/ -o /dev/null`,
  }),
});
