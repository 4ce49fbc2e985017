import { defineCheck } from '../../../model/check.ts';
import type { PlatformAnswer } from '../../../model/evidence/edge/front.ts';
import { printable, shellWord } from '../../secrets/leak/text.ts';

const HOW: Readonly<Record<string, string>> = {
  Vercel:
    'In the project’s Domains, let the vercel.app name redirect to your domain (308), and switch on Deployment Protection for the rest.',
  Netlify: 'In netlify.toml, redirect https://<site>.netlify.app/* to your domain with status = 301 and force = true.',
  Render: 'In the service’s Settings, Custom Domains, switch the onrender.com subdomain off.',
  'Fly.io':
    'Let the app answer requests for *.fly.dev with a redirect to your domain, or give the app a private address (flycast) behind the edge.',
  Railway: 'In the service’s Settings, Networking, delete the generated up.railway.app domain.',
  'Cloudflare Pages': 'With a Bulk Redirect, send <project>.pages.dev to your domain; put Access in front of previews.',
  'Cloudflare Workers': 'Set workers_dev = false in wrangler.toml and deploy.',
};

const sourceOf = ({ from }: PlatformAnswer): string =>
  from.by === 'code'
    ? `${printable(from.at?.path ?? '')}:${from.at?.line ?? ''}`
    : `the CNAME of ${printable(from.name ?? '')}${from.by === 'cloudflare' ? ' at Cloudflare' : ''}`;

export default defineCheck({
  id: 'edge/platform-host-open',
  stage: 'edge',
  bar: ['M5'],
  severity: 'medium',
  effort: 'minutes',
  title: {
    pass: 'The platform’s own names for the app send people to the domain',
    fail: 'The app is also served under its platform’s name',
  },
  why: 'A second door to the same shop: it passes the rules of your edge, splits the search results, and sessions, callbacks and consent stand under a name that is not yours.',
  references: [
    'CWE-693',
    'https://vercel.com/docs/domains/working-with-domains/deploying-and-redirecting',
    'https://render.com/docs/custom-domains',
  ],
  needs: ['edge.front'],
  evaluate: ({ 'edge.front': { hosts, platforms } }) => {
    if (platforms.length === 0) return 'not-applicable';
    const defects = platforms
      .filter(({ outcome }) => outcome === 'same-site')
      .map((one) => {
        const front = hosts.find(({ host }) => host === one.like)?.front ?? null;
        // Who put an edge of their own in front did so for its rules.
        const isPassed = front?.kind === 'cdn';
        return {
          key: one.host,
          where: {
            host: one.host,
            url: `https://${one.host}/`,
            ...(one.from.at === undefined ? {} : { path: one.from.at.path, line: one.from.at.line }),
          },
          title: isPassed
            ? `${printable(one.host)} shows the site past ${printable(front.name)}`
            : `${printable(one.host)} shows the site a second time`,
          ...(isPassed ? { severity: 'high' as const } : {}),
          proof: {
            kind: 'exchange' as const,
            text: `https://${printable(one.host)}/ answers ${printable(one.said)}: the same page as https://${printable(one.like)}/. The name is known from ${sourceOf(one)}.`,
          },
          data: { platform: one.platform, host: one.host },
        };
      });
    if (defects.length > 0) return defects;
    const unclear = platforms.find(({ outcome }) => outcome === 'unclear');
    return unclear === undefined
      ? []
      : {
          unproven: `It could not be told whether ${unclear.host} shows the site: ${unclear.said}`,
          unlock: `Look yourself: curl -sI https://${unclear.host}/`,
        };
  },
  fix: ({ data }) => {
    const { platform, host } = data as { platform: string; host: string };
    return {
      steps: [
        HOW[platform] ??
          `Switch the name off at ${printable(platform)}, or let the app redirect it to your domain with 308.`,
        'Keep out of callbacks, CORS lists and cookies what named it.',
      ],
      verify: `curl -sI https://${shellWord(host)}/ | head -3   # a redirect to your domain, or nothing`,
    };
  },
});
