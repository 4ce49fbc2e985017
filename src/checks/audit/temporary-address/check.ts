import { defineCheck } from '../../../model/check.ts';
import type { HostingDomain } from '../../../model/evidence/hosting.ts';
import { printable } from '../../secrets/leak/text.ts';

/** Tunnels to a developer's machine, and editors in the browser: gone when somebody closes the lid, and then anybody's. */
const TUNNEL =
  /\.(?:ngrok\.(?:io|app|dev)|ngrok-free\.(?:app|dev)|loca\.lt|trycloudflare\.com|lhr\.life|serveo\.net|gitpod\.io|app\.github\.dev|csb\.app|webcontainer\.io|stackblitz\.io|replit\.dev|repl\.co)$/;
/** One build of a branch, as the hosts' own documentation names them. */
const PREVIEW =
  /-git-[\w-]+\.vercel\.app$|-(?=[a-z]*\d)[a-z\d]{9}-[\w-]+\.vercel\.app$|^(?:deploy-preview-\d+|[\da-f]{24})--[\w-]+\.netlify\.app$|^[\da-f]{8}\.[\w-]+\.pages\.dev$/;

const kindOf = (domain: string): string | undefined =>
  TUNNEL.test(domain)
    ? 'a tunnel to a developer’s machine'
    : PREVIEW.test(domain)
      ? 'the preview of one build'
      : undefined;

/** What production gets; of code that says nothing of an environment, what it is called by and whom it trusts. */
const counts = ({ environment, as }: HostingDomain): boolean =>
  environment === 'production'
    ? as !== 'policy'
    : environment === 'unknown' && (as === 'callback' || as === 'origin' || as === 'site' || as === 'sitemap');

export default defineCheck({
  id: 'audit/temporary-address',
  stage: 'audit',
  bar: [],
  severity: 'high',
  effort: 'minutes',
  title: {
    pass: 'Production is given no address of a tunnel or a preview',
    fail: 'Production is given the address of a tunnel or a preview',
  },
  why: 'It ends when the laptop is closed or the branch is deleted: payments and sign-ins then come back to nobody, or to whoever has the name next.',
  references: [
    'CWE-350',
    'https://ngrok.com/docs/universal-gateway/domains',
    'https://vercel.com/docs/deployments/generated-urls',
  ],
  needs: ['hosting.domains'],
  evaluate: ({ 'hosting.domains': domains }) => {
    const own = domains.filter(counts);
    if (own.length === 0) return 'not-applicable';
    return [...Map.groupBy(own, ({ domain }) => domain)].flatMap(([domain, [first, ...more]]) => {
      const kind = kindOf(domain);
      if (kind === undefined || first === undefined) return [];
      return [
        {
          key: domain,
          title: `Production is given ${kind}`,
          where: { path: first.at.path, line: first.at.line },
          proof: {
            kind: 'file' as const,
            text: `${printable(first.at.path)}:${first.at.line} names ${printable(domain)}.`,
            more: more.slice(0, 10).map(({ at }) => `${at.path}:${at.line}`),
          },
        },
      ];
    });
  },
  fix: () => ({
    steps: [
      'Put the address of the launch there; better, let the host set it from one variable.',
      'Change it in the consoles of the payment and sign-in providers too.',
    ],
    verify: 'npx launch-ready --only audit/temporary-address',
  }),
});
