import { ask, isGood, type Door } from './door.ts';
import { asToken, findToken, valueAt } from './find-token.ts';
import { notEntered, type Attempt } from './recipe.ts';
import type { Presentation } from './present.ts';
import { cookiesFor, newSession } from './session.ts';

/** One user of a Web Fuzzing Commons auth file, as Schemathesis and EvoMaster read it. */
export interface WfcUser {
  name: string;
  fixedHeaders: Readonly<Record<string, string>>;
  login?: {
    url: string;
    method: 'POST' | 'PUT' | 'PATCH' | 'GET';
    headers: Readonly<Record<string, string>>;
    payload?: { contentType: string; raw: string };
    username?: string;
    tokenAt?: string;
    presentation?: Presentation;
  };
}

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value.slice(0, 20_000) : undefined);
const LONGEST = 1_000_000;

/** Parses JSON, or YAML where its parser can be had. Null for neither. */
export const parseJsonOrYaml = async (source: string): Promise<unknown> => {
  if (source.length > LONGEST) return null;
  try {
    return JSON.parse(source) as unknown;
  } catch {
    try {
      const { parse } = await import('yaml');
      return parse(source, { maxAliasCount: 50 }) as unknown;
    } catch {
      return null;
    }
  }
};

/** The users of an auth file; what the template says holds where they say nothing. Null for what is no auth file. */
export const readWfc = (document: unknown, origin: string): WfcUser[] | null => {
  if (!isObject(document) || !Array.isArray(document['auth'])) return null;
  const template = isObject(document['authTemplate']) ? document['authTemplate'] : {};
  return (document['auth'] as unknown[]).slice(0, 50).flatMap((entry) => {
    if (!isObject(entry) || typeof entry['name'] !== 'string') return [];
    const login = merged(template['loginEndpointAuth'], entry['loginEndpointAuth']);
    const read = login === null ? undefined : readLogin(login, origin);
    return [
      {
        name: entry['name'].slice(0, 100),
        fixedHeaders: headersFrom(entry['fixedHeaders'] ?? template['fixedHeaders']),
        ...(read === undefined ? {} : { login: read }),
      },
    ];
  });
};

const merged = (below: unknown, above: unknown): Json | null => {
  if (!isObject(below) && !isObject(above)) return null;
  const lower = isObject(below) ? below : {};
  const upper = isObject(above) ? above : {};
  const inner = (name: string): Json => {
    const both = { ...(isObject(lower[name]) ? lower[name] : {}), ...(isObject(upper[name]) ? upper[name] : {}) };
    return Object.keys(both).length === 0 ? {} : { [name]: both };
  };
  return { ...lower, ...upper, ...inner('payloadUserPwd'), ...inner('token') };
};

const headersFrom = (list: unknown): Record<string, string> =>
  Object.fromEntries(
    (Array.isArray(list) ? (list as unknown[]).slice(0, 30) : []).filter(isObject).flatMap(({ name, value }) => {
      const valid =
        typeof name === 'string' && /^[\w-]{1,100}$/.test(name) && typeof value === 'string' && !/[\r\n\0]/.test(value);
      return valid ? [[name.toLowerCase(), value]] : [];
    }),
  );

const readLogin = (login: Json, origin: string): WfcUser['login'] => {
  const at = text(login['externalEndpointURL']) ?? text(login['endpoint']);
  if (at === undefined || !URL.canParse(at, origin)) return undefined;
  const method = (['POST', 'PUT', 'PATCH', 'GET'] as const).find((verb) => verb === login['verb']) ?? 'POST';
  const user = isObject(login['payloadUserPwd']) ? login['payloadUserPwd'] : null;
  const contentType = text(login['contentType']) ?? 'application/json';
  const raw = text(login['payloadRaw']) ?? (user === null ? undefined : payloadOf(user, contentType));
  const token = isObject(login['token']) ? login['token'] : null;
  const tokenAt = text(token?.['extractFromField']);
  const username = text(user?.['username']);
  return {
    url: new URL(at, origin).href,
    method,
    headers: headersFrom(login['headers']),
    ...(raw === undefined ? {} : { payload: { contentType, raw } }),
    ...(username === undefined ? {} : { username }),
    ...(tokenAt === undefined ? {} : { tokenAt }),
    ...(token === null
      ? {}
      : {
          presentation: {
            header: (text(token['httpHeaderName']) ?? 'authorization').toLowerCase(),
            prefix: text(token['headerPrefix']) ?? '',
            cookies: false,
          },
        }),
  };
};

const payloadOf = (user: Json, contentType: string): string => {
  const fields = {
    [text(user['usernameField']) ?? 'username']: text(user['username']) ?? '',
    [text(user['passwordField']) ?? 'password']: text(user['password']) ?? '',
  };
  return contentType.includes('urlencoded') ? new URLSearchParams(fields).toString() : JSON.stringify(fields);
};

/** Logs in as an auth file says. */
export const logInByWfc = async (door: Door, user: WfcUser, home: string): Promise<Attempt> => {
  const session = newSession(home, user.fixedHeaders);
  const { login } = user;
  if (login === undefined) return { ok: true, session, json: undefined, via: 'auth file' };
  const { pathname, origin } = new URL(login.url);
  if (!door.origins.includes(origin))
    return notEntered('refused', `the auth file logs in at ${origin}, which may not be asked`);
  const { payload } = login;
  const answer = await ask(door, session, {
    method: login.method,
    url: login.url,
    headers: login.headers,
    ...(payload === undefined ? {} : { body: { raw: payload.raw, contentType: payload.contentType } }),
  });
  if (!answer.ok) return notEntered('silent', `${pathname}: ${answer.said}`);
  const token = login.tokenAt === undefined ? findToken(answer.json) : asToken(valueAt(answer.json, login.tokenAt));
  const cookies = Object.keys(cookiesFor(session, `${home}/`)).length > 0;
  if ((!isGood(answer.status) && answer.status !== 302 && answer.status !== 303) || (token === undefined && !cookies)) {
    return notEntered('refused', `${pathname} answered ${answer.status}`);
  }
  return {
    ok: true,
    session,
    json: answer.json,
    via: 'auth file',
    ...(token === undefined ? {} : { token, ...(login.presentation && { presentation: login.presentation }) }),
  };
};
