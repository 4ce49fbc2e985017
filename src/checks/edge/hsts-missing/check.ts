import { parseHsts } from '../../../model/judge/hsts.ts';
import { defineCheck } from '../../../model/check.ts';
import type { EdgeTls } from '../../../model/evidence/edge/tls.ts';
import { printable } from '../../secrets/leak/text.ts';
import { byCause, certificateFault, spoken } from '../tls-words.ts';

/** Half a year, below which preload lists and browsers' own advice do not count it. */
const SHORT = 15_768_000;

/** A host above it speaks for it too: people come by the main site. */
const isCovered = ({ host }: EdgeTls, all: readonly EdgeTls[]): boolean =>
  all.some(({ host: above, hsts }) => host.endsWith(`.${above}`) && parseHsts(hsts?.[0] ?? '')?.subdomains === true);

export default defineCheck({
  id: 'edge/hsts-missing',
  stage: 'edge',
  bar: ['M3'],
  severity: 'medium',
  effort: 'minutes',
  title: { pass: 'Browsers are told to stay on HTTPS', fail: 'Browsers are not told to stay on HTTPS' },
  why: 'The first request of each visit can go out in the clear, where a network changes the page or takes the session.',
  references: ['RFC 6797', 'ASVS 5.0 3.4.1', 'CWE-319'],
  needs: ['edge.tls'],
  evaluate: ({ 'edge.tls': hosts }) => {
    const seen = spoken(hosts).filter((host) => certificateFault(host) === null && host.purpose !== 'mail');
    if (seen.length === 0) return 'not-applicable';
    const defects = byCause(
      seen.flatMap((host) => {
        if (host.hsts === null) return [];
        const [first, second] = host.hsts;
        if (first === undefined && isCovered(host, seen)) return [];
        if (first === undefined)
          return [
            host.plainHsts.length > 0
              ? {
                  host,
                  cause: 'plain',
                  what: 'Strict-Transport-Security is sent over plain HTTP, where browsers pass it over, and not over HTTPS',
                }
              : { host, cause: 'missing', what: 'no Strict-Transport-Security in the answer over HTTPS' },
          ];
        const read = parseHsts(first);
        if (read === undefined)
          return [{ host, cause: 'faulty', what: 'Strict-Transport-Security cannot be read: it has no max-age' }];
        if (read.maxAge === 0) return [{ host, cause: 'zero', what: 'max-age=0 takes the protection back' }];
        if (second !== undefined && second !== first)
          return [
            {
              host,
              cause: 'twice',
              what: 'Strict-Transport-Security is sent twice, and only the first counts',
              severity: 'low' as const,
            },
          ];
        return read.maxAge < SHORT
          ? [
              {
                host,
                cause: 'short',
                what: `Strict-Transport-Security holds for ${Math.round(read.maxAge / 86_400)} days only`,
                severity: 'low' as const,
              },
            ]
          : [];
      }),
    );
    const mute = seen.find(({ hsts }) => hsts === null);
    return mute === undefined
      ? defects
      : {
          unproven: `${printable(mute.host)} speaks TLS and gave no answer over HTTPS`,
          unlock: `Look why: \`curl -svI https://${mute.host}/\`.`,
          defects,
        };
  },
  fix: ({ where }) => ({
    steps: [
      'Send it with every answer over HTTPS; begin with a week, then two years.',
      'Add includeSubDomains when every host below the domain has a valid certificate.',
    ],
    snippet: {
      path: 'headers of the edge or the app',
      language: 'http',
      content: 'Strict-Transport-Security: max-age=63072000; includeSubDomains',
    },
    verify: `curl -sI https://${where.host}/ | grep -i strict-transport-security`,
  }),
});
