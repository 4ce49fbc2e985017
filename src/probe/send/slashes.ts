import type { Answer, Request, Send } from '../contract/send.ts';
import type { Hearing } from './hearing.ts';

/** Addresses whose last slash the app moved: the address as it was asked → as it is served. */
export type Slashes = Map<string, string>;

const MOST = 2_000;

/**
 * Many routers answer `/articles` with a redirect to `/articles/`, or the other way round, whatever the method. That is the same place, so the
 * request is sent there, and from then on at once. No other redirect is ever followed.
 */
export const followSlashes =
  (send: Send, known: Slashes, hearing?: Hearing): Send =>
  async (request, options) => {
    const before = known.get(placeOf(request.url));
    if (before !== undefined) return await send({ ...request, url: before + queryOf(request.url) }, options);
    const answer = await send(request, options);
    const place = movedTo(request, answer);
    if (place === undefined) return answer;
    const moved = await send({ ...request, url: place + queryOf(request.url) }, options);
    // Two routers that send each other back and forth have no such place.
    if (!moved.ok || (moved.status >= 300 && moved.status < 400)) {
      hearing?.miss(answer.exchange, 'it redirects in a circle');
      return answer;
    }
    if (known.size < MOST) known.set(placeOf(request.url), place);
    return moved;
  };

const placeOf = (url: string): string => url.split(/[?#]/, 1)[0] ?? '';

const queryOf = (url: string): string => url.slice(placeOf(url).length);

const movedTo = ({ url }: Request, answer: Answer): string | undefined => {
  if (!answer.ok || ![301, 302, 307, 308].includes(answer.status)) return undefined;
  const location = answer.headers['location'];
  if (location === undefined || !URL.canParse(location, url)) return undefined;
  const [from, to] = [new URL(url), new URL(location, url)];
  if (to.origin !== from.origin || (to.search !== from.search && to.search !== '')) return undefined;
  const isMoved = to.pathname === `${from.pathname}/` || `${to.pathname}/` === from.pathname;
  return isMoved ? to.origin + to.pathname : undefined;
};
