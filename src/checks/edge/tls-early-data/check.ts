import { defineCheck } from '../../../model/check.ts';
import { byCause, spoken } from '../tls-words.ts';

/** They take GET alone early, without a query, and tell the app (their documentation of 0-RTT). */
const CAREFUL: ReadonlySet<string> = new Set(['cloudflare', 'fastly']);

export default defineCheck({
  id: 'edge/tls-early-data',
  stage: 'edge',
  bar: [],
  severity: 'medium',
  effort: 'minutes',
  title: {
    pass: 'No request is taken before the handshake ends',
    fail: 'Requests are taken before the handshake ends',
  },
  why: 'Early data of TLS 1.3 can be recorded on the network and sent again: the same order, payout or message arrives twice.',
  references: ['RFC 8446 8', 'RFC 8470', 'Mozilla TLS guideline 6.0'],
  needs: ['edge.tls', 'edge.front'],
  evaluate: ({ 'edge.tls': hosts, 'edge.front': { hosts: fronts } }) => {
    const seen = spoken(hosts).filter(({ earlyData }) => earlyData !== undefined);
    if (seen.length === 0) return 'not-applicable';
    const careful = new Set(
      fronts.filter(({ front }) => front?.by === 'address' && CAREFUL.has(front.id)).map(({ host }) => host),
    );
    return byCause(
      seen
        .filter(({ host, earlyData = 0 }) => earlyData > 0 && !careful.has(host))
        .map((host) => ({
          host,
          cause: 'early data',
          what: `takes ${host.earlyData} bytes of a request before the handshake ends`,
        })),
    );
  },
  fix: ({ where }) => ({
    steps: [
      'Switch it off: it saves one round trip of those who come back, and each write of the app would have to bear being sent twice.',
      'Where it stays on, hand Early-Data on to the app, and answer 425 to everything but reading (RFC 8470).',
    ],
    snippet: { path: 'nginx', language: 'nginx', content: 'ssl_early_data off;' },
    verify: `sleep 2 | openssl s_client -connect ${where.host}:443 -servername ${where.host} -tls1_3 2>/dev/null | grep -i 'max early data'`,
  }),
});
