import { defineCheck } from '../../../model/check.ts';
import type { WebHost } from '../../../model/evidence/edge/web.ts';
import type { Severity } from '../../../model/severity.ts';
import { plural, printable } from '../../secrets/leak/text.ts';
import { answers, hopLine, webHosts } from '../web-words.ts';

interface Fault {
  host: WebHost;
  cause: 'page' | 'elsewhere' | 'temporary';
  what: string;
  severity: Severity;
}

const CAUSES: readonly Fault['cause'][] = ['page', 'elsewhere', 'temporary'];

const faultOf = (host: WebHost): Fault | null => {
  const [first] = host.plain.hops;
  if (first === undefined || first.status === 0 || !answers(host.secure)) return null;
  if (first.location === undefined)
    // A refusal shows nothing.
    return first.status >= 400 ? null : { host, cause: 'page', what: 'plain HTTP shows a page', severity: 'high' };
  if (!URL.canParse(first.location)) return null;
  const to = new URL(first.location);
  // Over one more host, and then to HTTPS: late, but nothing is shown before.
  const isLate = host.plain.hops.at(-1)?.url.startsWith('https:') === true;
  if (to.protocol === 'http:' && !isLate)
    return { host, cause: 'page', what: 'plain HTTP is sent to plain HTTP', severity: 'high' };
  if (to.protocol === 'http:' || to.hostname !== host.host)
    return {
      host,
      cause: 'elsewhere',
      what:
        to.hostname === host.host
          ? 'plain HTTP is sent on over plain HTTP before HTTPS'
          : 'plain HTTP is sent to another host before HTTPS',
      severity: 'low',
    };
  return first.status === 302 || first.status === 303 || first.status === 307
    ? { host, cause: 'temporary', what: `the redirect to HTTPS is a temporary one (${first.status})`, severity: 'low' }
    : null;
};

export default defineCheck({
  id: 'edge/plain-http',
  stage: 'edge',
  bar: ['M3'],
  severity: 'high',
  effort: 'minutes',
  title: { pass: 'Plain HTTP is sent to HTTPS', fail: 'Plain HTTP is not sent to HTTPS' },
  why: 'A first visit over http:// can be read or changed on the network, session cookie included.',
  references: ['RFC 9110 15.4.9', 'ASVS 5.0 12.2.1', 'CWE-319'],
  needs: ['edge.web'],
  evaluate: ({ 'edge.web': { hosts } }) => {
    const web = webHosts(hosts);
    if (web.length === 0) return 'not-applicable';
    const faults = web.flatMap((host) => faultOf(host) ?? []);
    // One setting mends all of it; the worst speaks.
    const [first] = faults.toSorted((a, b) => CAUSES.indexOf(a.cause) - CAUSES.indexOf(b.cause));
    if (first === undefined) return [];
    const same = faults.filter(({ cause }) => cause === first.cause);
    const more = same.length === 1 ? '' : ` and ${plural(same.length - 1, 'more host')}`;
    return [
      {
        key: 'http',
        title: `${printable(first.host.host)}${more}: ${first.what}`,
        severity: first.severity,
        where: { host: first.host.host, url: first.host.plain.hops[0]?.url ?? '' },
        proof: {
          kind: 'exchange',
          text: faults
            .slice(0, 8)
            .flatMap(({ host }) => host.plain.hops.slice(0, 1).map(hopLine))
            .join('\n'),
        },
      },
    ];
  },
  fix: ({ where }) => ({
    steps: [
      'Answer every request over plain HTTP with 301 (or 308) to the same host, path and query over HTTPS.',
      'Cloudflare: SSL/TLS → Edge Certificates → Always Use HTTPS.',
    ],
    snippet: {
      path: 'nginx.conf',
      language: 'nginx',
      content: 'server {\n  listen 80;\n  listen [::]:80;\n  return 301 https://$host$request_uri;\n}',
    },
    verify: `curl -sI http://${where.host}/ | grep -iE '^(HTTP|location)'`,
  }),
});
