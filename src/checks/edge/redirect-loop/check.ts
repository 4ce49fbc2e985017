import { defineCheck } from '../../../model/check.ts';
import type { WebChain } from '../../../model/evidence/edge/web.ts';
import { printable } from '../../secrets/leak/text.ts';
import { chainText, webHosts } from '../web-words.ts';

/** Browsers go on for twenty; people wait for three. */
const MANY = 3;

const isDowngrade = ({ hops }: WebChain): boolean =>
  hops.some(({ url, location }) => url.startsWith('https:') && location?.startsWith('http:') === true);

const faultOf = (chain: WebChain): { title: string; severity: 'blocker' | 'medium' } | null => {
  if (chain.end === 'loop' || chain.end === 'long') return { title: 'goes round in circles', severity: 'blocker' };
  if (isDowngrade(chain)) return { title: 'is sent from HTTPS back to plain HTTP', severity: 'blocker' };
  const last = chain.hops.at(-1);
  if (chain.end === 'broken' && chain.hops.length > 1 && last !== undefined && last.open !== true)
    return { title: 'is sent to where nothing answers', severity: 'blocker' };
  return chain.hops.length > MANY + 1
    ? { title: `goes over ${chain.hops.length - 1} redirects`, severity: 'medium' }
    : null;
};

const circleOf = ({ hops }: WebChain): string =>
  [...new Set(hops.map(({ url }) => new URL(url).hostname))].toSorted().join(' ');

export default defineCheck({
  id: 'edge/redirect-loop',
  stage: 'edge',
  bar: ['M3'],
  severity: 'blocker',
  effort: 'minutes',
  title: { pass: 'Redirects lead to a page', fail: 'Redirects do not lead to a page' },
  why: 'Whoever opens the address sees an error of the browser instead of the shop.',
  references: ['RFC 9110 15.4', 'https://developers.cloudflare.com/ssl/troubleshooting/too-many-redirects/'],
  needs: ['edge.web'],
  evaluate: ({ 'edge.web': { hosts } }) => {
    const web = webHosts(hosts);
    if (web.length === 0) return 'not-applicable';
    const found = web.flatMap(({ host, plain, secure }) => {
      // The chain over HTTPS is the end of the one over HTTP.
      const [chain, fault] =
        [secure, plain].map((one) => [one, faultOf(one)] as const).find(([, one]) => one !== null) ?? [];
      return chain === undefined || fault === null || fault === undefined ? [] : [{ host, chain, ...fault }];
    });
    const lost = web
      .flatMap(({ plain, secure }) => [secure, plain])
      .find(({ hops }) => hops.length > 1 && hops.at(-1)?.open === true);
    // Hosts that send people to each other are one circle.
    const defects = [...Map.groupBy(found, ({ chain }) => circleOf(chain)).values()].map((same) => {
      const { host, chain, title, severity } = same[0]!;
      return {
        key: host,
        title: `${printable(host)} ${title}`,
        severity,
        where: { host, url: chain.hops[0]?.url ?? '' },
        proof: { kind: 'exchange' as const, text: chainText(chain) },
      };
    });
    return lost === undefined
      ? defects
      : {
          unproven: `${printable(lost.hops[0]?.url ?? '')} leads to ${printable(lost.hops.at(-1)?.url ?? '')}, which did not answer in time`,
          unlock: 'Look whether it answers, and run it again.',
          defects,
        };
  },
  fix: ({ where }) => ({
    steps: [
      'Let one place redirect: the edge or the app, not both.',
      'Behind Cloudflare: SSL/TLS mode Full (strict); with “Flexible” the app sees plain HTTP and redirects for ever.',
      'Behind another proxy: let the app trust X-Forwarded-Proto of the proxy.',
    ],
    verify: `curl -sIL --max-redirs 10 http://${where.host}/ | grep -iE '^(HTTP|location)'`,
  }),
});
