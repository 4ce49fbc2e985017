import { defineCheck } from '../../../model/check.ts';
import type { HostingDomain } from '../../../model/evidence/hosting.ts';
import { appOf } from '../../secrets/environment/apps.ts';
import { listed } from '../../secrets/environment/words.ts';
import { printable } from '../../secrets/leak/text.ts';

const bare = ({ domain }: HostingDomain): string => domain.replace(/^www\./, '');

export default defineCheck({
  id: 'audit/site-address',
  stage: 'audit',
  bar: [],
  severity: 'low',
  effort: 'minutes',
  title: {
    pass: 'Pages and sitemap name one address of the site',
    fail: 'Pages and sitemap name different addresses of the site',
  },
  why: 'Search engines and shared links lead people to an address that may not be yours any more, or to a preview.',
  references: ['https://www.sitemaps.org/protocol.html#location', 'RFC 6596'],
  needs: ['hosting.domains'],
  evaluate: ({ 'hosting.domains': domains }) => {
    const own = domains.filter(({ as }) => as === 'site' || as === 'sitemap');
    if (own.length === 0) return 'not-applicable';
    return [...Map.groupBy(own, ({ at }) => appOf(at.path))].flatMap(([app, named]) => {
      const pages = new Set(named.filter(({ as }) => as === 'site').map(bare));
      const stray = named.filter((one) => one.as === 'sitemap' && !pages.has(bare(one)));
      const [first] = stray;
      if (pages.size === 0 || first === undefined) return [];
      return [
        {
          key: app === '' ? '(root)' : app,
          where: { path: first.at.path, line: first.at.line },
          proof: {
            kind: 'file',
            text: `The pages call themselves ${listed([...pages].toSorted())}; ${printable(first.at.path)} says ${printable(first.domain)}.`,
            more: stray.slice(1, 10).map(({ at }) => `${at.path}:${at.line}`),
          },
        },
      ];
    });
  },
  fix: () => ({
    steps: [
      'Decide on the address that people shall see, with or without www.',
      'Write it into the canonical link, og:url, robots.txt and the sitemap; better, let the build put it in from one variable.',
    ],
    verify: 'npx launch-ready --only audit/site-address',
  }),
});
