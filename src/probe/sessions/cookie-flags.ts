import type { Session } from '../actors/session.ts';
import { headersOf } from '../actors/session.ts';
import type { ProbeContext } from '../contract/probe.ts';
import { makeProbe, say, type Said } from '../accounts/observe.ts';
import { findOwnAnswer, type OwnAnswer } from '../accounts/own-answer.ts';
import { NO_PASSWORD, peopleOf } from '../accounts/people.ts';
import { sharedFields, sharedForm } from '../accounts/ways-in.ts';
import { cookiesOf, isCsrfCookie, opens, type SeenCookie } from './session-cookies.ts';
import { ownOf } from './session-subject.ts';

const MOST = 8;

/** What is missing of a cookie that opens the app. SameSite is csrf's matter: it proves by effect what it is worth. */
export const missingFlags = ({ httpOnly, secure, sameSite }: SeenCookie, mustBeSecure: boolean): string[] => [
  ...(httpOnly ? [] : ['HttpOnly']),
  ...(secure || !mustBeSecure ? [] : ['Secure']),
  ...(sameSite === 'none' && !secure && mustBeSecure ? ['Secure beside SameSite=None'] : []),
];

const judge = async (
  context: ProbeContext,
  own: OwnAnswer,
  cookie: SeenCookie,
  mustBeSecure: boolean,
): Promise<Said | null> => {
  if (isCsrfCookie(cookie.name) || cookie.value.length < 8) return null;
  const opened = await opens(context, own, cookie);
  if (opened === null) return null;
  const missing = missingFlags(cookie, mustBeSecure);
  const subject = `cookie ${cookie.name.slice(0, 80)}`;
  const facts = { httpOnly: cookie.httpOnly, secure: cookie.secure, sameSite: cookie.sameSite ?? 'not said' };
  const answers = [own.nobodys, opened.answer];
  return missing.length > 0
    ? say(
        subject,
        'confirmed',
        `The cookie opens ${own.path} as a ${opened.as} and lacks ${missing.join(' and ')}.`,
        answers,
        { facts },
      )
    : say(subject, 'refuted', 'The session cookie has the flags that it needs.', answers, { facts });
};

export const cookieFlags = makeProbe({
  id: 'cookie-flags',
  tries: 'whether scripts, or plain HTTP, get at cookies that open the app',
  mode: 'read',
  requests: 30,
  subject: 'login',
  run: async (context) => {
    const [person] = peopleOf(context);
    if (person === undefined) return [say('login', 'not-tested', NO_PASSWORD)];
    const mustBeSecure =
      person.account.origin.startsWith('https:') || context.config.boundary?.environment === 'production';
    const form = await sharedForm(context, person.account);
    const fields = await sharedFields(context, person.account);
    const sessions: [Session, OwnAnswer | null][] = [];
    if (form !== null) sessions.push([form.session, await ownOf(context, person, 'form', form.session)]);
    if (fields !== null && cookiesOf(fields.session).length > 0) {
      const { session } = fields;
      sessions.push([
        session,
        await findOwnAnswer(context, person.account.origin, person.account.login, (url) => headersOf(session, url)),
      ]);
    }
    const said = new Map<string, Said>();
    for (const [session, own] of sessions) {
      for (const cookie of own === null ? [] : cookiesOf(session).slice(0, MOST)) {
        const one = own === null ? null : await judge(context, own, cookie, mustBeSecure);
        if (one !== null && said.get(one.subject)?.verdict !== 'confirmed')
          said.set(one.subject, { ...one, actor: person.actor.name });
      }
    }
    return said.size > 0
      ? [...said.values()]
      : [say('login', 'not-tested', 'The logins give no cookie that opens anything.')];
  },
});
