import { CookieJar } from 'tough-cookie';
import type { GoodAnswer } from '../contract/send.ts';
import { csrfFromCookies } from './csrf.ts';

/** What makes a request an actor's: a header, cookies, or both. */
export interface Session {
  /** Where it began; its cookies belong to that host. */
  home: string;
  headers: Record<string, string>;
  jar: CookieJar;
  /** Goes with what changes something, when the app's pages carry one. */
  csrfToken?: string;
}

export const newSession = (home: string, headers: Readonly<Record<string, string>> = {}): Session => ({
  home,
  headers: { ...headers },
  jar: new CookieJar(undefined, { looseMode: true, rejectPublicSuffixes: false }),
});

const LOOPBACK = /^http:\/\/(?:localhost|[^/:]*\.localhost|127\.\d+\.\d+\.\d+|\[::1\])(?=[:/]|$)/i;

/** A cookie that is meant for https goes to loopback too, as browsers do it. */
const cookieUrl = (url: string): string => (LOOPBACK.test(url) ? url.replace(/^http:/i, 'https:') : url);

/** Takes the cookies of an answer; what is no cookie is passed over. */
export const keepCookies = (session: Session, url: string, { cookies }: Pick<GoodAnswer, 'cookies'>): void => {
  for (const line of cookies.slice(0, 50)) {
    session.jar.setCookieSync(line.slice(0, 8_192), cookieUrl(url), { ignoreError: true, loose: true });
  }
};

/** Names and values of the cookies that go to an address. */
export const cookiesFor = (session: Session, url: string): Record<string, string> =>
  Object.fromEntries(session.jar.getCookiesSync(cookieUrl(url)).map(({ key, value }) => [key, value]));

/** The headers that carry the session to an address. */
export const headersOf = (session: Session, url: string): Record<string, string> => {
  // Who attacks is no browser: a cookie of the app's one host is tried on its other hosts too.
  const own = session.jar.getCookieStringSync(cookieUrl(url));
  const cookie = own === '' ? session.jar.getCookieStringSync(cookieUrl(`${session.home}/`)) : own;
  return {
    ...session.headers,
    ...(cookie === '' ? {} : { cookie, ...csrfFromCookies(cookie) }),
    ...(session.csrfToken === undefined || cookie === '' ? {} : { 'x-csrf-token': session.csrfToken }),
  };
};

export const carriesOf = (session: Session): 'bearer' | 'cookie' | 'header' | 'nothing' => {
  if (session.headers['authorization'] !== undefined) return 'bearer';
  if (session.jar.serializeSync()?.cookies.length) return 'cookie';
  return Object.keys(session.headers).length > 0 ? 'header' : 'nothing';
};
