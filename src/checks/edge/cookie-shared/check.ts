import { defineCheck } from '../../../model/check.ts';
import { printable } from '../../secrets/leak/text.ts';

export default defineCheck({
  id: 'edge/cookie-shared',
  stage: 'edge',
  bar: [],
  severity: 'medium',
  effort: 'hour',
  title: {
    pass: 'Cookies stay with the hosts that are yours',
    fail: 'A cookie for the whole domain goes to somebody else’s service too',
  },
  why: 'Every request to that service carries the session of your users, and a script in a page there can set one for all of your site.',
  references: ['RFC 6265 8.6', 'CWE-1275', 'ASVS 5.0 3.3.1'],
  needs: ['edge.code'],
  evaluate: ({ 'edge.code': { cookies } }) =>
    cookies.length === 0
      ? 'not-applicable'
      : cookies
          .filter(({ tenants }) => tenants.length > 0)
          .map(({ domain, at, tenants }) => ({
            key: domain,
            title: `The cookie for ${printable(domain)} goes to ${printable(tenants[0]?.service ?? '')} too`,
            where: { host: tenants[0]?.host ?? domain, path: at.path, line: at.line },
            proof: {
              kind: 'record' as const,
              text: `${printable(at.path)}:${at.line} sets a cookie for ${printable(domain)} and all below it.\n${tenants
                .map(({ host, target, service }) => `${printable(host)} → ${printable(target)} (${service})`)
                .join('\n')}`,
            },
          })),
  fix: () => ({
    steps: [
      'Leave the domain of the cookie out, so that it stays with the one host; better, name it with __Host- in front.',
      'Where several hosts of yours share it, give the service a domain of its own instead, as shop-help.example.',
    ],
    verify: 'npx launch-ready edge <domain> --code .',
  }),
});
