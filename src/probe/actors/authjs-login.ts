import { ask, fromPage, isGood, type Door } from './door.ts';
import { findCsrfToken } from './csrf.ts';
import { notEntered, type Account, type Attempt } from './recipe.ts';
import { cookiesFor, newSession } from './session.ts';

const CSRF = '/api/auth/csrf';
const CALLBACK = '/api/auth/callback/credentials';
const SESSION_COOKIE = /(?:authjs|next-auth)\.session-token/;

/** Logs in as the client of Auth.js (NextAuth) does: its forms are drawn by script, so no page shows them. */
export const logInByAuthJs = async (door: Door, account: Account): Promise<Attempt> => {
  const { origin, login, password = '' } = account;
  const session = newSession(origin, account.headers);
  const asked = await ask(door, session, { method: 'GET', url: `${origin}${CSRF}` });
  if (!asked.ok) return notEntered('silent', `${CSRF}: ${asked.said}`);
  const csrfToken = isGood(asked.status) ? findCsrfToken('', asked.json) : undefined;
  if (csrfToken === undefined) return notEntered('absent', `${CSRF} gives no token`);
  const answer = await ask(door, session, {
    method: 'POST',
    url: `${origin}${CALLBACK}`,
    headers: { ...fromPage(`${origin}/`), 'x-auth-return-redirect': '1' },
    body: { form: { csrfToken, email: login, username: login, password, callbackUrl: `${origin}/`, json: 'true' } },
  });
  if (!answer.ok) return notEntered('silent', `${CALLBACK}: ${answer.said}`);
  const entered = Object.keys(cookiesFor(session, `${origin}/`)).some((name) => SESSION_COOKIE.test(name));
  if (!entered) return notEntered('refused', `${CALLBACK} gave no session`);
  return { ok: true, session, json: answer.json, via: 'Auth.js login' };
};
