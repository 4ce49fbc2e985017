import { randomBytes } from 'node:crypto';
import { ask, fromPage, visit } from '../actors/door.ts';
import { findLoginForm, untouched } from '../actors/forms.ts';
import { cookiesFor, newSession } from '../actors/session.ts';
import { makeProbe, say } from '../accounts/observe.ts';
import { NO_PASSWORD, peopleOf } from '../accounts/people.ts';
import { doorOf, sharedForm } from '../accounts/ways-in.ts';
import { ownOf, tryOwn } from './session-subject.ts';
import { sessionCookieOf } from './session-cookies.ts';

const SUBJECT = 'login';

export const sessionFixation = makeProbe({
  id: 'session-fixation',
  tries: 'whether a login keeps the session id that the browser came with',
  mode: 'read',
  requests: 10,
  subject: SUBJECT,
  run: async (context) => {
    const [person] = peopleOf(context);
    if (person === undefined) return [say(SUBJECT, 'not-tested', NO_PASSWORD)];
    const shared = await sharedForm(context, person.account);
    if (shared === null) return [say(SUBJECT, 'not-tested', 'No login form was found that gives a cookie.')];
    const own = await ownOf(context, person, 'form', shared.session);
    const cookie = own === null ? null : await sessionCookieOf(context, shared.session, own);
    if (own === null || cookie === null) return [say(SUBJECT, 'not-tested', 'No session cookie was found.')];
    const door = doorOf(context);
    const { origin } = person.account;
    const session = newSession(origin);
    const page = await visit(door, session, { method: 'GET', url: new URL(shared.path, origin).href });
    const form = page.answer.ok ? findLoginForm(page.answer.text, page.url) : null;
    if (form === null || !door.origins.includes(new URL(form.action).origin))
      return [say(SUBJECT, 'inconclusive', 'The login form was not there any more.', [page.answer])];
    // The server's own cookie from before the login, or one that we make up: both can be planted in a browser.
    const before = cookiesFor(session, page.url)[cookie.name];
    const planted =
      before ??
      randomBytes(32)
        .toString('base64url')
        .slice(0, Math.max(16, Math.min(cookie.value.length, 64)));
    if (before === undefined)
      session.jar.setCookieSync(`${cookie.name}=${planted}; Path=/`, page.url.replace(/^http:/, 'https:'), {
        ignoreError: true,
        loose: true,
      });
    const only = { cookie: `${cookie.name}=${planted}` };
    const control = await tryOwn(context, own, only);
    const fields = {
      ...untouched(form),
      [form.loginField]: person.account.login,
      [form.passwordField]: person.account.password ?? '',
    };
    const login = await ask(door, session, {
      method: 'POST',
      url: form.action,
      headers: { ...fromPage(page.url), ...(before === undefined ? only : {}) },
      body: { form: fields },
    });
    const after = await tryOwn(context, own, only);
    const answers = [control.answer, login, after.answer];
    const actor = { actor: person.actor.name };
    if (control.outcome !== 'other' || !login.ok || login.status >= 400 || after.outcome === 'silent')
      return [
        say(
          SUBJECT,
          'inconclusive',
          'A control failed: the planted session was not unknown before, or the login failed.',
          answers,
          actor,
        ),
      ];
    return [
      after.outcome === 'own'
        ? say(
            SUBJECT,
            'confirmed',
            `The session cookie from before the login opened ${own.path} with the private data of ${person.actor.name} after it.`,
            answers,
            actor,
          )
        : say(SUBJECT, 'refuted', 'The session cookie from before the login opened nothing after it.', answers, actor),
    ];
  },
});
