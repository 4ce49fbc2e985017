import { defineCheck } from '../../../model/check.ts';
import { htmlPages, headersOf } from '../web-words.ts';

/** `noindex` or `none` for all robots; `max-image-preview:none` and what is said to one robot (`otherbot: noindex`) are something else. */
const isNoindex = (value: string): boolean =>
  value.split(',').some((rule) => /^\s*(?:googlebot\s*:)?\s*(?:noindex|none)\s*$/i.test(rule));

export default defineCheck({
  id: 'edge/production-noindex',
  stage: 'edge',
  bar: [],
  severity: 'high',
  effort: 'minutes',
  title: { pass: 'Search engines may show the site', fail: 'The site tells search engines to leave it out' },
  why: 'Nobody finds the shop, and it takes weeks until search engines come back.',
  references: ['RFC 9309', 'https://developers.google.com/search/docs/crawling-indexing/block-indexing'],
  needs: ['edge.web'],
  evaluate: ({ 'edge.web': { hosts } }) => {
    const main = htmlPages(hosts).filter(({ host }) => host.purpose === 'apex' || host.purpose === 'www');
    if (main.length === 0) return 'not-applicable';
    return main.flatMap(({ host, page }) => {
      const tag = headersOf(page, 'x-robots-tag').find(isNoindex);
      const signs = [
        ...(tag === undefined ? [] : [`X-Robots-Tag: ${tag}`]),
        ...(isNoindex(page.robots ?? '') ? [`<meta name="robots" content="${page.robots}">`] : []),
        ...(host.robotsShut ? ['robots.txt: Disallow: / for all'] : []),
      ];
      return signs.length === 0
        ? []
        : [
            {
              key: host.host,
              where: { host: host.host, url: page.url },
              proof: { kind: 'exchange' as const, text: `${page.url}\n${signs.join('\n')}` },
            },
          ];
    });
  },
  fix: ({ where }) => ({
    steps: [
      'Take it out in production; it was made for the staging copy. Let it hang on the environment, not on a file that is deployed everywhere.',
    ],
    verify: `curl -sI https://${where.host}/ | grep -i x-robots-tag; curl -s https://${where.host}/robots.txt`,
  }),
});
