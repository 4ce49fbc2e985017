import { letsBrowsersIn } from '../../../model/judge/browsers.ts';
import { defineCheck } from '../../../model/check.ts';
import type { EdgeTls } from '../../../model/evidence/edge/tls.ts';
import { byCause, shutOut, spoken } from '../tls-words.ts';

const spokenIn = ({ versions }: EdgeTls): string =>
  versions.some(({ version }) => version === 'TLS 1.2')
    ? 'suites that they gave up'
    : versions.map(({ version }) => version).join(' and ');

export default defineCheck({
  id: 'edge/https-missing',
  stage: 'edge',
  bar: ['M3'],
  severity: 'blocker',
  effort: 'hour',
  title: { pass: 'Every host that serves pages speaks HTTPS', fail: 'A host serves pages without HTTPS' },
  why: 'Passwords and sessions go over the network in the clear, and browsers warn everybody who comes.',
  references: ['RFC 9110 4.2.2', 'ASVS 5.0 12.2.1', 'CWE-319'],
  needs: ['edge.tls'],
  evaluate: ({ 'edge.tls': hosts }) => {
    const web = hosts.filter(({ plain, outcome, purpose }) => (plain || outcome === 'spoken') && purpose !== 'mail');
    // Those that a promise shuts people out of are the finding of edge/hsts-outage.
    const told = new Set(shutOut(hosts).map(({ one }) => one.host));
    const bare = web.filter(({ host, outcome }) => (outcome === 'silent' || outcome === 'refused') && !told.has(host));
    const defects = byCause([
      ...spoken(web)
        .filter((host) => !letsBrowsersIn(host))
        .map((host) => ({
          host,
          cause: 'dated',
          what: `no browser of today gets in: it speaks ${spokenIn(host)} alone`,
        })),
      ...bare.map((host) => ({
        host,
        cause: host.outcome,
        what:
          host.outcome === 'silent'
            ? 'plain HTTP is answered, and nobody listens for HTTPS'
            : 'plain HTTP is answered, and no TLS handshake comes about',
      })),
    ]);
    const hanging = hosts.find(({ outcome }) => outcome === 'hanging');
    if (hanging !== undefined)
      return {
        unproven: `${hanging.host} fell silent during the handshake`,
        unlock: 'Look whether the host answers at all, and run it again.',
        defects,
      };
    return web.length === 0 ? 'not-applicable' : defects;
  },
  fix: ({ where, key }) => ({
    steps:
      key === 'dated'
        ? [
            'Switch TLS 1.2 and 1.3 on, with the suites of Mozilla’s intermediate list: ssl-config.mozilla.org writes them for your server.',
          ]
        : [
            'Get a certificate for the host (Let’s Encrypt by Caddy, certbot or your platform; at a CDN it comes with the proxy).',
            'Then send plain HTTP to HTTPS on the same host.',
          ],
    verify: `curl -sSI https://${where.host}/`,
  }),
});
