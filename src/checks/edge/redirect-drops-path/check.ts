import { defineCheck } from '../../../model/check.ts';
import { plural, printable } from '../../secrets/leak/text.ts';
import { chainText, webHosts } from '../web-words.ts';

const partOf = (url: string): string => {
  const { pathname, search } = new URL(url);
  return `${pathname}${search}`;
};

export default defineCheck({
  id: 'edge/redirect-drops-path',
  stage: 'edge',
  bar: [],
  severity: 'medium',
  effort: 'minutes',
  title: { pass: 'Redirects keep path and query', fail: 'A redirect forgets path or query' },
  why: 'Links in mails, ads and search results end on the front page: listings, orders and password links are lost on the way.',
  references: ['RFC 9110 10.2.2'],
  needs: ['edge.web'],
  evaluate: ({ 'edge.web': { hosts } }) => {
    const moved = webHosts(hosts).filter(({ deep }) => deep.hops.length > 1);
    if (moved.length === 0) return 'not-applicable';
    const lossy = moved.filter(({ deep, plain }) => {
      const [first] = deep.hops;
      const last = deep.hops.at(-1);
      // Where the front page is sent to a page of its own, that page is where all things lead.
      const isOne = plain.hops.at(-1)?.url === last?.url && new URL(last?.url ?? '').pathname !== '/';
      return (
        first !== undefined &&
        last !== undefined &&
        deep.end === 'page' &&
        !isOne &&
        last.status !== 401 &&
        partOf(first.url) !== partOf(last.url)
      );
    });
    const [first] = lossy;
    if (first === undefined) return [];
    const more = lossy.length === 1 ? '' : ` and ${plural(lossy.length - 1, 'more host')}`;
    return [
      {
        key: 'path',
        title: `Redirects of ${printable(first.host)}${more} forget path or query`,
        where: { host: first.host, url: first.deep.hops[0]?.url ?? '' },
        proof: {
          kind: 'exchange',
          text: lossy
            .slice(0, 4)
            .map(({ deep }) => chainText(deep))
            .join('\n\n'),
        },
      },
    ];
  },
  fix: ({ where }) => ({
    steps: [
      'Send each request to the same path and query: $request_uri in nginx, {uri} in Caddy, concat("https://…", http.request.uri) with “preserve query string” at Cloudflare.',
    ],
    verify: `curl -sI 'http://${where.host}/a/b?c=1' | grep -i ^location`,
  }),
});
