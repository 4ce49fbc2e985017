import { randomBytes } from 'node:crypto';
import type { GoodAnswer } from '../contract/send.ts';
import { findCsrfToken } from './csrf.ts';
import { ask, isGood, visit, type Door } from './door.ts';
import { asToken, findToken, valueAt } from './find-token.ts';
import { fieldsBody } from './login-operation.ts';
import { notEntered, type Account, type Attempt, type FieldsRecipe } from './recipe.ts';
import { mailedCode, markFor } from './mail-login.ts';
import { asksForCode, answerCode } from './second-step.ts';
import { cookiesFor, headersOf, newSession, type Session } from './session.ts';

/** Logs in by fields sent to an address. One attempt, unless a second step asks for a code. */
export const logInByFields = async (
  door: Door,
  account: Account,
  recipe: FieldsRecipe,
  certain: boolean,
): Promise<Attempt> => {
  const origins = [...new Set([account.origin, recipe.origin ?? account.origin])];
  let last: Attempt = notEntered('absent', `${recipe.path} is not there`);
  for (const origin of origins) {
    last = await attempt(door, account, recipe, new URL(recipe.path, origin).href, certain);
    if (last.ok || last.why !== 'absent') return last;
  }
  return last;
};

const attempt = async (
  door: Door,
  account: Account,
  recipe: FieldsRecipe,
  url: string,
  certain: boolean,
): Promise<Attempt> => {
  const session = newSession(account.origin, account.headers);
  const fields = {
    ...recipe.extra,
    [recipe.loginField]: account.login,
    [recipe.passwordField]: account.password ?? '',
  };
  const mark = account.totpSecret === undefined ? await markFor(door, account.login) : undefined;
  const request = { method: 'POST' as const, url, body: fieldsBody(recipe.encoding, fields) };
  let answer = await ask(door, session, request);
  if (answer.ok && wantsCsrf(answer) && (await primeCsrf(door, session))) answer = await ask(door, session, request);
  if (!answer.ok) return notEntered('silent', `${recipe.path}: ${answer.said}`);
  if (asksForCode(answer)) {
    const second = await answerCode(door, session, account, {
      url,
      recipe,
      fields,
      answer,
      ...(mark === undefined ? {} : { mailed: () => mailedCode(door, mark) }),
    });
    return second.ok ? entered(second.answer, second.session, recipe, 'json login with a code') : second;
  }
  const good = entered(answer, session, recipe, 'json login');
  if (good.ok) return good;
  return classify(door, recipe, url, answer, certain);
};

/** A refusal of the request, not of the password. 419 is Laravel's. */
const wantsCsrf = ({ status, text }: GoodAnswer): boolean =>
  status === 419 || ([400, 403].includes(status) && /csrf|xsrf/i.test(text.slice(0, 20_000)));

/** Gets the cookie and the token that pages give to their own scripts. False when there are none. */
const primeCsrf = async (door: Door, session: Session): Promise<boolean> => {
  for (const path of ['/', '/sanctum/csrf-cookie']) {
    const { answer } = await visit(door, session, { method: 'GET', url: new URL(path, session.home).href });
    const token = answer.ok ? findCsrfToken(answer.text) : undefined;
    if (token !== undefined) session.csrfToken = token;
    const ready = Object.keys(headersOf(session, `${session.home}/`)).some((name) => /csrf|xsrf/.test(name));
    if (ready) return true;
  }
  return false;
};

/** A token, or cookies that were not there before, are what a login gives. */
const entered = (answer: GoodAnswer, session: Session, { path, tokenAt }: FieldsRecipe, via: string): Attempt => {
  const token =
    tokenAt === undefined
      ? (findToken(answer.json) ?? asToken(answer.json) ?? asToken(answer.headers['authorization']))
      : asToken(valueAt(answer.json, tokenAt));
  const cookies = Object.keys(cookiesFor(session, `${session.home}/`)).length > 0 && answer.cookies.length > 0;
  if (!isGood(answer.status) || (token === undefined && !cookies)) {
    return notEntered(
      'refused',
      `${path} answered ${answer.status}${isGood(answer.status) ? ' without a token or a cookie' : ''}`,
    );
  }
  return { ok: true, session, json: answer.json, via, ...(token === undefined ? {} : { token }) };
};

const classify = async (
  door: Door,
  { path }: FieldsRecipe,
  url: string,
  answer: GoodAnswer,
  certain: boolean,
): Promise<Attempt> => {
  const said = `${path} answered ${answer.status}`;
  if ([404, 405, 410, 501].includes(answer.status) || answer.status === 308) return notEntered('absent', said);
  // A path that was guessed may be answered like any other: by a guard before everything, by the page for everything, by a crash.
  if (!certain && (await sameAsNothing(door, url, answer))) return notEntered('absent', said);
  if (answer.status === 429) return notEntered('refused', `${said}: log-ins are limited just now`);
  if (isGood(answer.status)) return notEntered('shape', `${said} without a token or a cookie`);
  return notEntered([400, 415, 422].includes(answer.status) ? 'shape' : 'refused', said);
};

/** Whether an address that surely is nothing is answered in the same way. */
const sameAsNothing = async (door: Door, url: string, answer: GoodAnswer): Promise<boolean> => {
  const nothing = new URL(`./${randomBytes(5).toString('hex')}`, url).href;
  const other = await ask(door, newSession(new URL(url).origin), { method: 'POST', url: nothing, body: { json: {} } });
  return other.ok && other.status === answer.status && bare(other.text, nothing) === bare(answer.text, url);
};

/** A text without what differs from answer to answer: the path, numbers, ids. */
const bare = (text: string, url: string): string => {
  const { pathname } = new URL(url);
  return text
    .slice(0, 2_000)
    .replaceAll(pathname, '')
    .replaceAll(/[0-9a-f-]{8,}|\d+/gi, '');
};
