import type { EdgeContext } from '../edge-collector.ts';
import { fetched, isTelling, type Fetched } from './same-site.ts';

/** The page of a host that its own first page leads to, when it can be recognised again. */
export interface Landing {
  host: string;
  path: string;
  page: Fetched;
}

const MOST_HOPS = 2;

export const landingOf = async (context: Pick<EdgeContext, 'page'>, host: string): Promise<Landing | null> => {
  let url = new URL(`https://${host}/`);
  for (let hop = 0; hop < MOST_HOPS; hop++) {
    const answer = await context.page(url.href);
    if (!answer.ok) return null;
    const location = answer.headers.find(([name]) => name === 'location')?.[1];
    if (answer.status < 300 || answer.status > 399 || location === undefined) {
      const own = fetched(answer);
      return isTelling(own) ? { host, path: `${url.pathname}${url.search}`, page: own } : null;
    }
    const next = URL.canParse(location, url.href) ? new URL(location, url) : null;
    if (next === null || next.protocol !== 'https:' || next.host !== url.host || next.href.length > 1_000) return null;
    url = next;
  }
  return null;
};
