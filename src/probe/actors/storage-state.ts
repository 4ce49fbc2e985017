import { Cookie } from 'tough-cookie';
import { asToken, findToken } from './find-token.ts';
import { newSession, type Session } from './session.ts';

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;
const listOf = (value: unknown, most: number): Json[] =>
  Array.isArray(value) ? (value as unknown[]).slice(0, most).filter(isObject) : [];

/** A browser session as Playwright records it: cookies, and the token that the app keeps in local storage. Null for what is none. */
export const readStorageState = (
  text: string,
  home: string,
  origins: readonly string[],
): { session: Session; token?: string } | null => {
  const state = parsed(text);
  if (!isObject(state) || (!Array.isArray(state['cookies']) && !Array.isArray(state['origins']))) return null;
  const session = newSession(home);
  for (const cookie of listOf(state['cookies'], 300)) keep(session, cookie);
  const stored = listOf(state['origins'], 50)
    .filter(({ origin }) => typeof origin === 'string' && origins.includes(origin))
    .flatMap(({ localStorage }) => listOf(localStorage, 300));
  const token = stored.map(tokenOf).find((found) => found !== undefined);
  return { session, ...(token === undefined ? {} : { token }) };
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
};

const keep = (session: Session, { name, value, domain, path, secure, httpOnly, expires }: Json): void => {
  if (typeof name !== 'string' || typeof value !== 'string' || typeof domain !== 'string') return;
  const cookie = new Cookie({
    key: name,
    value,
    domain: domain.replace(/^\./, ''),
    hostOnly: !domain.startsWith('.'),
    path: typeof path === 'string' ? path : '/',
    secure: secure === true,
    httpOnly: httpOnly === true,
    ...(typeof expires === 'number' && expires > 0 ? { expires: new Date(expires * 1000) } : {}),
  });
  const host = domain.replace(/^\./, '');
  const url = `https://${host}/`;
  if (!URL.canParse(url)) return;
  session.jar.setCookieSync(cookie, url, { ignoreError: true, loose: true });
};

/** `token: eyJ…`, or an object that holds one, as the clients of sign-in services store it. */
const tokenOf = ({ name, value }: Json): string | undefined => {
  if (typeof name !== 'string' || typeof value !== 'string') return undefined;
  const inner = parsed(value);
  return isObject(inner) ? findToken(inner) : findToken({ [name]: asToken(inner) ?? value });
};
