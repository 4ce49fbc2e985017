import { randomBytes } from 'node:crypto';
import { ask, fromPage } from '../actors/door.ts';
import { headersOf, type Session } from '../actors/session.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer, Body } from '../contract/send.ts';
import { makeProbe, say, type Said } from '../accounts/observe.ts';
import { NO_PASSWORD, peopleOf } from '../accounts/people.ts';
import { doorOf, sharedForm } from '../accounts/ways-in.ts';
import { formValues, lookForOwnForm, type OwnForm } from './forms-of.ts';
import { ownOf } from './session-subject.ts';
import { oauthStates } from './oauth-state.ts';
import { sessionCookieOf } from './session-cookies.ts';
import { findOwnWrite, type OwnWrite } from './own-write.ts';

const SUBJECT = 'cookie session';
/** What a browser says when another site's page posts. */
const CROSS_SITE = {
  origin: 'https://launch-ready.invalid',
  referer: 'https://launch-ready.invalid/',
  'sec-fetch-site': 'cross-site',
  'sec-fetch-mode': 'navigate',
  'x-csrf-token': null,
};
const marker = (): string => `lr ${randomBytes(4).toString('hex')}`;

interface Target {
  /** Sends the change as the app's own page does. */
  own: (value: string) => Promise<Answer>;
  /** Sends it as another site's page can. */
  foreign: (value: string) => { name: string; send: () => Promise<Answer> }[];
  read: () => Promise<Answer>;
  before: string;
}

/** A cookie that browsers keep from other sites' posts. */
export const isHeldBack = (sameSite: string | undefined): boolean => sameSite === 'lax' || sameSite === 'strict';

export const csrf = makeProbe({
  id: 'csrf',
  tries:
    'whether another site’s page can change something in a logged-in browser, or end a sign-in there that somebody else began',
  mode: 'write',
  requests: 36,
  subject: SUBJECT,
  run: async (context) => [await byCookie(context), ...(await oauthStates(context))],
});

/** A change of one's own, sent as another site's page can, with nothing but the cookie. */
const byCookie = async (context: ProbeContext): Promise<Said> => {
  const [person] = peopleOf(context);
  if (person === undefined) return say(SUBJECT, 'not-tested', NO_PASSWORD);
  const shared = await sharedForm(context, person.account);
  const own = shared === null ? null : await ownOf(context, person, 'form', shared.session);
  const cookie = shared === null || own === null ? null : await sessionCookieOf(context, shared.session, own);
  if (shared === null || cookie === null)
    return say(SUBJECT, 'not-tested', 'No login form was found that gives a session cookie.');
  const target = await targetOf(context, shared.session);
  if (target === null)
    return say(
      SUBJECT,
      'not-tested',
      'No harmless change of one’s own was found that a browser could be made to send.',
    );
  const said = await attack(target, cookie.sameSite);
  await target.own(target.before);
  return { ...said, actor: person.actor.name };
};

const attack = async (target: Target, sameSite: string | undefined): Promise<Said> => {
  const facts = { sameSite: sameSite ?? 'not said' };
  const good = marker();
  const control = await target.own(good);
  const seen = await target.read();
  if (!control.ok || !seen.ok || !seen.text.includes(good))
    return say(
      SUBJECT,
      'inconclusive',
      'The change had no effect that could be read back when the app’s own page made it.',
      [control, seen],
      { facts },
    );
  const answers: Answer[] = [control];
  for (const { name, send } of target.foreign(marker())) {
    const value = marker();
    const tries = target.foreign(value).find((one) => one.name === name);
    const answer = await (tries?.send ?? send)();
    const after = await target.read();
    answers.push(answer, after);
    if (!after.ok || !after.text.includes(value)) continue;
    if (isHeldBack(sameSite))
      return say(
        SUBJECT,
        'refuted',
        `A change ${name} was accepted, but the cookie’s SameSite=${String(sameSite)} keeps it from other sites’ posts.`,
        answers,
        { facts },
      );
    return say(
      SUBJECT,
      'confirmed',
      `A change ${name} was made: without token, from another site, with nothing but the cookie. Browsers send it, since SameSite is ${facts.sameSite}.`,
      answers,
      { facts },
    );
  }
  return say(SUBJECT, 'refuted', 'Changes from another site had no effect.', answers, { facts });
};

const targetOf = async (context: ProbeContext, session: Session): Promise<Target | null> => {
  const form = await lookForOwnForm(context, session);
  if (form !== null) return formTarget(context, session, form);
  const write = await findOwnWrite(context, (url) => headersOf(session, url), session.home, ['POST']);
  return write === null ? null : jsonTarget(context, session, write);
};

const formTarget = (context: ProbeContext, session: Session, found: OwnForm): Target => {
  const door = doorOf(context);
  const { action } = found.form;
  const post = (body: Body, headers: Record<string, string | null>): Promise<Answer> =>
    ask(door, session, { method: 'POST', url: action, headers, body }, 'write');
  return {
    before: found.form.fields.find(({ name }) => name === found.field)?.value ?? '',
    own: (value) => post({ form: formValues(found, value, true, session.csrfToken) }, fromPage(found.page)),
    foreign: (value) => [
      { name: 'by a plain form', send: () => post({ form: formValues(found, value, false) }, CROSS_SITE) },
    ],
    read: () => ask(door, session, { method: 'GET', url: found.page }),
  };
};

const jsonTarget = (context: ProbeContext, session: Session, { url, bodyWith, read, before }: OwnWrite): Target => {
  const door = doorOf(context);
  const post = (body: Body, headers: Record<string, string | null>): Promise<Answer> =>
    ask(door, session, { method: 'POST', url, headers, body }, 'write');
  return {
    before,
    own: (value) => post({ json: bodyWith(value) }, fromPage(url)),
    foreign: (value) => [
      {
        name: 'as text/plain',
        send: () => post({ raw: JSON.stringify(bodyWith(value)), contentType: 'text/plain' }, CROSS_SITE),
      },
      {
        name: 'by a plain form',
        send: () =>
          post(
            {
              form: Object.fromEntries(Object.entries(bodyWith(value)).map(([name, member]) => [name, String(member)])),
            },
            CROSS_SITE,
          ),
      },
    ],
    read,
  };
};
