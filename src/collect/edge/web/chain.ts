import type { WebChain, WebHop } from '../../../model/evidence/edge/web.ts';
import type { NetAnswer, NetError } from '../../../net/net.ts';

const MOST_HOPS = 8;
const MOST_LOCATION = 2_000;
const MOST_COOKIES = 20;
const MOST_COOKIE = 1_000;

/** Outcomes that say nothing about the server. */
const OPEN: ReadonlySet<NetError['kind']> = new Set(['timeout', 'stopped', 'budget', 'inside']);

/** Asks for a page, with cookies that the same host has set before. */
type AskPage = (url: string, cookie?: string) => Promise<NetAnswer | NetError>;

/**
 * Follows redirects, each asked once; only to hosts that `mayAsk`. What comes back to where it was is followed once more with the cookies that it
 * sets, as browsers do: sites that look whether cookies are kept, or note a language, send people to the same address again.
 */
export const followChain = async (
  start: string,
  page: AskPage,
  mayAsk: (host: string) => boolean,
): Promise<{ chain: WebChain; last?: NetAnswer }> => {
  const first = await follow(start, page, mayAsk, null);
  if (first.chain.end !== 'loop' || !first.setsCookies) return first;
  const again = await follow(start, page, mayAsk, new Map());
  return again.chain.end === 'page' ? again : first;
};

/** Cookies by host and name; scope and lifetime do not matter for so short a way. */
type Jar = Map<string, Map<string, string>>;

const follow = async (
  start: string,
  page: AskPage,
  mayAsk: (host: string) => boolean,
  jar: Jar | null,
): Promise<{ chain: WebChain; last?: NetAnswer; setsCookies: boolean }> => {
  const hops: WebHop[] = [];
  const seen = new Set<string>();
  let setsCookies = false;
  let url = start;
  for (;;) {
    const cookie = jar === null ? '' : cookiesFor(jar, url);
    const state = `${url} ${cookie}`;
    if (seen.has(state)) return { chain: { hops, end: 'loop' }, setsCookies };
    if (hops.length >= MOST_HOPS) return { chain: { hops, end: 'long' }, setsCookies };
    seen.add(state);
    const answer = await (cookie === '' ? page(url) : page(url, cookie));
    if (!answer.ok) {
      hops.push({ url, status: 0, said: answer.said, ...(OPEN.has(answer.kind) ? { open: true as const } : {}) });
      return { chain: { hops, end: 'broken' }, setsCookies };
    }
    const set = keepCookies(jar, url, answer);
    setsCookies ||= set;
    const location = locationIn(answer, url);
    hops.push({ url, status: answer.status, ...(location === undefined ? {} : { location }) });
    if (location === undefined) return { chain: { hops, end: 'page' }, last: answer, setsCookies };
    if (!/^https?:/.test(location) || !URL.canParse(location)) return { chain: { hops, end: 'broken' }, setsCookies };
    if (!mayAsk(new URL(location).hostname)) return { chain: { hops, end: 'away' }, setsCookies };
    url = location;
  }
};

const cookiesFor = (jar: Jar, url: string): string =>
  [...(jar.get(new URL(url).hostname) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');

/** Whether the answer sets any. */
const keepCookies = (jar: Jar | null, url: string, { headers }: NetAnswer): boolean => {
  const set = headers.filter(([name]) => name === 'set-cookie').slice(0, MOST_COOKIES);
  if (jar === null) return set.length > 0;
  const { hostname } = new URL(url);
  const own = jar.get(hostname) ?? new Map<string, string>();
  for (const [, text] of set) {
    const [, name, value] = /^([\w!#$%&'*+.^`|~-]{1,100})=([\x21-\x7E]*?)\s*(?:;|$)/.exec(text) ?? [];
    if (name === undefined || value === undefined || value.length > MOST_COOKIE) continue;
    if (own.size < MOST_COOKIES || own.has(name)) own.set(name, value.replaceAll(/[;,]/g, ''));
  }
  jar.set(hostname, own);
  return set.length > 0;
};

/** The target of a redirect, made whole; undefined for what is none. */
const locationIn = ({ status, headers }: NetAnswer, url: string): string | undefined => {
  if (![301, 302, 303, 307, 308].includes(status)) return undefined;
  const value = headers.find(([name]) => name === 'location')?.[1];
  if (value === undefined) return undefined;
  // Bytes beyond ASCII come as Latin-1; browsers take them for the UTF-8 that they mostly are.
  const bytes = Buffer.from(value, 'latin1').toString('utf8');
  const cut = (bytes.includes('�') ? value : bytes).slice(0, MOST_LOCATION);
  return URL.canParse(cut, url) ? new URL(cut, url).href.replace(/#.*$/, '') : cut;
};
