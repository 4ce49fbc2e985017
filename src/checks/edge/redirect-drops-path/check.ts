import { defineCheck } from '../../../model/check.ts';
import { plural, printable } from '../../secrets/leak/text.ts';
import { chainText, webHosts } from '../web-words.ts';

/** What every redirect to another scheme or host has to carry; what the app does with a path that it does not have is its own business. */
const isLost = (from: string, to: string): boolean => {
  const [a, b] = [new URL(from), new URL(to)];
  if (a.origin === b.origin) return false;
  // A language in front, a slash behind, or the way back to where somebody wanted to go before signing in.
  const isPath = b.pathname.replace(/\/$/, '').endsWith(a.pathname.replace(/\/$/, ''));
  const isQuery = [...a.searchParams].every(([name, value]) => b.searchParams.get(name) === value);
  const isNoted = [...b.searchParams.values()].some((value) => value.includes(a.pathname));
  return !(isPath && isQuery) && !isNoted;
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
        deep.hops.some(({ url, location }) => location !== undefined && URL.canParse(location) && isLost(url, location))
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
