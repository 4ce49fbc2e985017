import { defineCheck } from '../../../model/check.ts';
import { printable } from '../../secrets/leak/text.ts';
import { htmlPages, hopLine } from '../web-words.ts';

export default defineCheck({
  id: 'edge/two-addresses',
  stage: 'edge',
  bar: [],
  severity: 'medium',
  effort: 'minutes',
  title: { pass: 'The site has one address', fail: 'The site answers at two addresses' },
  why: 'Sessions, carts and sign-in callbacks hold at the one and not at the other, and search engines see two shops.',
  references: ['RFC 6596', 'https://developers.google.com/search/docs/crawling-indexing/consolidate-duplicate-urls'],
  needs: ['edge.web'],
  evaluate: ({ 'edge.web': { hosts } }) => {
    const pages = htmlPages(hosts).filter(({ host }) => host.purpose === 'apex' || host.purpose === 'www');
    if (pages.length === 0) return 'not-applicable';
    const domains = Map.groupBy(pages, ({ host }) => host.host.replace(/^www\./, ''));
    return [...domains.entries()].flatMap(([domain, same]) => {
      const [a, b] = same;
      if (a === undefined || b === undefined || a.page.title !== b.page.title) return [];
      // Two pages without a title are the same only when they are.
      if (a.page.title === '' && a.page.digest !== b.page.digest) return [];
      // A canonical link tells search engines; one host is still better.
      const isTold = a.page.canonical !== undefined && a.page.canonical === b.page.canonical;
      return [
        {
          key: domain,
          severity: isTold ? ('low' as const) : ('medium' as const),
          where: { host: b.host.host, url: b.page.url },
          proof: {
            kind: 'exchange' as const,
            text: `${[a, b].map(({ host }) => host.secure.hops.map(hopLine).join('\n')).join('\n')}\nBoth show “${printable(a.page.title)}”.`,
          },
        },
      ];
    });
  },
  fix: ({ where }) => ({
    steps: ['Decide on one of them, and send the other there with 301, path and query kept.'],
    snippet: {
      path: 'nginx.conf',
      language: 'nginx',
      content: `server {\n  listen 443 ssl;\n  server_name ${where.host};\n  return 301 https://<the one you keep>$request_uri;\n}`,
    },
    verify: `curl -sI https://${where.host}/ | grep -iE '^(HTTP|location)'`,
  }),
});
