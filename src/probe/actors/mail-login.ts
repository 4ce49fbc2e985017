import { ask, isGood, type Door } from './door.ts';
import { findToken } from './find-token.ts';
import { confirm } from './confirm.ts';
import { fieldsBody } from './login-operation.ts';
import type { MailMark } from './mailbox.ts';
import { findMailSecrets } from './mail-secrets.ts';
import { notEntered, type Account, type Attempt, type MailRecipe } from './recipe.ts';
import { cookiesFor, newSession } from './session.ts';

/** Remembers an address's mail before something is asked for that sends one. */
export const markFor = async ({ mailbox }: Door, login: string): Promise<MailMark | undefined> =>
  mailbox === null || !login.includes('@') ? undefined : mailbox.mark(login);

export const mailedCode = async ({ mailbox, origins }: Door, mark: MailMark): Promise<string | undefined> => {
  const mail = await mailbox?.next(mark);
  return mail === undefined ? undefined : findMailSecrets(`${mail.subject}\n${mail.text}`, origins).code;
};

/** Logs in by the code or the link that the app mails. */
export const logInByMail = async (door: Door, account: Account, recipe: MailRecipe): Promise<Attempt> => {
  const { path } = recipe;
  const mark = await markFor(door, account.login);
  if (door.mailbox === null || mark === undefined)
    return notEntered('refused', `${path} mails, and no mailbox was named`);
  const session = newSession(account.origin, account.headers);
  const asked = await ask(door, session, {
    method: 'POST',
    url: new URL(path, recipe.origin ?? account.origin).href,
    body: fieldsBody(recipe.encoding, { [recipe.loginField]: account.login }),
  });
  if (!asked.ok) return notEntered('silent', `${path}: ${asked.said}`);
  if (!isGood(asked.status)) {
    return notEntered([404, 405].includes(asked.status) ? 'absent' : 'refused', `${path} answered ${asked.status}`);
  }
  const mail = await door.mailbox.next(mark);
  if (mail === undefined) return notEntered('refused', `${path} answered ${asked.status}, but no mail came`);
  const secrets = findMailSecrets(`${mail.subject}\n${mail.text}`, door.origins);
  const used = await confirm(door, session, account.login, secrets, 'login', account.origin);
  if (used === null) return notEntered('refused', `a mail came after ${path}, but no code or link in it worked`);
  const token = findToken(used.json) ?? tokenOfAddress(used.url);
  const cookies = Object.keys(cookiesFor(session, `${account.origin}/`)).length > 0;
  if (token === undefined && !cookies)
    return notEntered('refused', `what was mailed after ${path} gave no token or cookie`);
  return {
    ok: true,
    session,
    json: used.json,
    via: secrets.code === undefined ? 'magic link' : 'one-time code',
    page: used.text,
    ...(token === undefined ? {} : { token }),
  };
};

const tokenOfAddress = (url: string): string | undefined => findToken(Object.fromEntries(new URL(url).searchParams));
