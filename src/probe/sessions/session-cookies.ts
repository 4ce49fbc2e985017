import type { Session } from '../actors/session.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer } from '../contract/send.ts';
import type { OwnAnswer } from '../accounts/own-answer.ts';
import { once } from '../accounts/memo.ts';
import { tryOwn } from './session-subject.ts';

export interface SeenCookie {
  name: string;
  value: string;
  httpOnly: boolean;
  secure: boolean;
  /** `lax`, `strict`, `none`; undefined when it was not said. */
  sameSite: string | undefined;
}

export const cookiesOf = (session: Session): SeenCookie[] =>
  (session.jar.serializeSync()?.cookies ?? []).slice(0, 40).map((cookie) => ({
    name: cookie.key ?? '',
    value: cookie.value ?? '',
    httpOnly: cookie.httpOnly === true,
    secure: cookie.secure === true,
    sameSite: typeof cookie.sameSite === 'string' && cookie.sameSite !== '' ? cookie.sameSite.toLowerCase() : undefined,
  }));

/** Made to be read by the app's own scripts. */
export const isCsrfCookie = (name: string): boolean => /csrf|xsrf/i.test(name);

/** The cookie that alone opens the owner's private answer. */
export const sessionCookieOf = (context: ProbeContext, session: Session, own: OwnAnswer): Promise<SeenCookie | null> =>
  once(context, `session cookie ${own.url} ${session.home}`, async () => {
    const cookies = cookiesOf(session).filter(({ name, value }) => value.length >= 8 && !isCsrfCookie(name));
    for (const cookie of cookies.slice(0, 8)) {
      if ((await opens(context, own, cookie)) !== null) return cookie;
    }
    return null;
  });

/** Whether a cookie's value lets one in, as a cookie or as a bearer token. */
export const opens = async (
  context: ProbeContext,
  own: OwnAnswer,
  { name, value }: Pick<SeenCookie, 'name' | 'value'>,
): Promise<{ as: 'cookie' | 'bearer token'; answer: Answer } | null> => {
  const asCookie = await tryOwn(context, own, { cookie: `${name}=${value}` });
  if (asCookie.outcome === 'own') return { as: 'cookie', answer: asCookie.answer };
  const token = decoded(value).replace(/^(?:bearer|s:)\s*/i, '');
  if (token.length < 16 || !/^[\w.+/=~-]+$/.test(token)) return null;
  const asBearer = await tryOwn(context, own, { authorization: `Bearer ${token}` });
  return asBearer.outcome === 'own' ? { as: 'bearer token', answer: asBearer.answer } : null;
};

const decoded = (value: string): string => {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
};
