import { parseHsts } from '../../../model/judge/hsts.ts';
import { defineCheck } from '../../../model/check.ts';
import { printable } from '../../secrets/leak/text.ts';
import { shutOut, promises, spoken } from '../tls-words.ts';

export default defineCheck({
  id: 'edge/hsts-outage',
  stage: 'edge',
  bar: ['M3'],
  severity: 'blocker',
  effort: 'hour',
  title: {
    pass: 'What Strict-Transport-Security promises holds for every host',
    fail: 'Strict-Transport-Security shuts people out of a host of yours',
  },
  why: 'Whoever has visited the main site once can no longer reach the other host at all, and the browser offers no way around it.',
  references: ['RFC 6797 8.3', 'RFC 6797 12.1', 'https://hstspreload.org/#submission-requirements'],
  needs: ['edge.tls'],
  evaluate: ({ 'edge.tls': hosts }) => {
    const promising = promises(hosts);
    const requested = spoken(hosts).filter(({ hsts }) => {
      const read = parseHsts(hsts?.[0] ?? '');
      return read?.preload === true && (!read.subdomains || read.maxAge < 31_536_000);
    });
    if (promising.length === 0 && requested.length === 0) return 'not-applicable';
    const lost = shutOut(hosts);
    return [
      ...lost.map(({ host, one }) => ({
        key: one.host,
        title: `Strict-Transport-Security of ${printable(host.host)} shuts people out of ${printable(one.host)}`,
        where: { host: one.host },
        proof: {
          kind: 'record' as const,
          text: `${printable(host.host)}: ${printable(host.hsts?.[0] ?? '')}\n${printable(one.host)} answers plain HTTP, and no HTTPS`,
        },
      })),
      ...[...Map.groupBy(requested, ({ hsts }) => hsts?.[0] ?? '').entries()].map(([header, same]) => ({
        key: `preload ${header}`,
        title: `${printable(same[0]?.host ?? '')} asks to be preloaded and does not qualify`,
        severity: 'low' as const,
        where: { host: same[0]?.host ?? '' },
        proof: {
          kind: 'record' as const,
          text: `Strict-Transport-Security: ${printable(header)}\n${same.map(({ host }) => printable(host)).join(', ')}`,
        },
      })),
    ];
  },
  fix: ({ where }) => ({
    steps: [
      'Give the host a valid certificate; or take includeSubDomains out of the header until it has one, and know that browsers keep the old promise until max-age ends.',
      'To be preloaded: max-age=63072000; includeSubDomains; preload, and a redirect from http:// to https:// on the same host.',
    ],
    verify: `curl -sSI https://${where.host}/`,
  }),
});
