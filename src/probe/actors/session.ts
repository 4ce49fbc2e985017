import { CookieJar } from 'tough-cookie';
import type { GoodAnswer } from '../contract/send.ts';

/** What makes a request an actor's: a header, cookies, or both. */
export interface Session {
  headers: Record<string, string>;
  jar: CookieJar;
  /** Goes with what changes something, when the app's pages carry one. */
  csrfToken?: string;
}

export const newSession = (): Session => ({
  headers: {},
  jar: new CookieJar(undefined, { looseMode: true, rejectPublicSuffixes: false }),
});

/** Takes the cookies of an answer; what is no cookie is passed over. */
export const keepCookies = (session: Session, url: string, { cookies }: Pick<GoodAnswer, 'cookies'>): void => {
  for (const line of cookies.slice(0, 50)) {
    session.jar.setCookieSync(line, url, { ignoreError: true, loose: true });
  }
};

/** The headers that carry the session to an address. */
export const headersOf = (session: Session, url: string): Record<string, string> => {
  // A cookie that is meant for https is sent to loopback too, as browsers do it.
  const cookie = session.jar.getCookieStringSync(url.replace(/^http:/, 'https:'));
  return {
    ...session.headers,
    ...(cookie === '' ? {} : { cookie }),
    ...(session.csrfToken === undefined ? {} : { 'x-csrf-token': session.csrfToken }),
  };
};

export const carriesOf = (session: Session): 'bearer' | 'cookie' | 'header' | 'nothing' => {
  if (session.headers['authorization'] !== undefined) return 'bearer';
  if (Object.keys(session.headers).length > 0) return 'header';
  return session.jar.serializeSync()?.cookies.length ? 'cookie' : 'nothing';
};
