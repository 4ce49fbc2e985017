import type { WebChain, WebHop } from '../../../model/evidence/edge/web.ts';
import type { NetAnswer, NetError } from '../../../net/net.ts';

const MOST_HOPS = 8;
const MOST_LOCATION = 2_000;

/** Follows redirects, each asked once; only to hosts that `mayAsk`. */
export const followChain = async (
  start: string,
  page: (url: string) => Promise<NetAnswer | NetError>,
  mayAsk: (host: string) => boolean,
): Promise<{ chain: WebChain; last?: NetAnswer }> => {
  const hops: WebHop[] = [];
  const seen = new Set<string>();
  let url = start;
  for (;;) {
    if (seen.has(url)) return { chain: { hops, end: 'loop' } };
    if (hops.length >= MOST_HOPS) return { chain: { hops, end: 'long' } };
    seen.add(url);
    const answer = await page(url);
    if (!answer.ok) {
      hops.push({ url, status: 0, said: answer.said });
      return { chain: { hops, end: 'broken' } };
    }
    const location = locationIn(answer, url);
    hops.push({ url, status: answer.status, ...(location === undefined ? {} : { location }) });
    if (location === undefined) return { chain: { hops, end: 'page' }, last: answer };
    if (!/^https?:/.test(location)) return { chain: { hops, end: 'broken' } };
    if (!mayAsk(new URL(location).hostname)) return { chain: { hops, end: 'away' } };
    url = location;
  }
};

/** The target of a redirect, made whole; undefined for what is none. */
const locationIn = ({ status, headers }: NetAnswer, url: string): string | undefined => {
  if (![301, 302, 303, 307, 308].includes(status)) return undefined;
  const value = headers.find(([name]) => name === 'location')?.[1];
  if (value === undefined) return undefined;
  const cut = value.slice(0, MOST_LOCATION);
  return URL.canParse(cut, url) ? new URL(cut, url).href.replace(/#.*$/, '') : cut;
};
