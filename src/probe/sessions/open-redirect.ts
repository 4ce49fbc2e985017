import { ask, fromPage, isGood } from '../actors/door.ts';
import { findLoginForm, untouched, type LoginForm } from '../actors/forms.ts';
import { newSession, headersOf } from '../actors/session.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer } from '../contract/send.ts';
import { makeProbe, say, type Said } from '../accounts/observe.ts';
import { mainOrigin, peopleOf, type Person } from '../accounts/people.ts';
import { doorOf, sharedForm } from '../accounts/ways-in.ts';

const EVIL = 'launch-ready.invalid';
const VALUES = [`//${EVIL}/x`, `https://${EVIL}/x`, `/\\${EVIL}/x`];
const NAME =
  /^(?:next|redirect|redirect_?(?:to|url|uri)?|return|return_?(?:to|url|path)|returnurl|continue|callback_?url|dest|destination|goto|forward|back|url|rurl|from|ref|success_?url)$/i;

/** Whether a browser that follows this answer leaves for the other site. */
export const leadsAway = (answer: Answer, from: string): boolean => {
  if (!answer.ok || answer.status < 300 || answer.status > 399) return false;
  const location = answer.headers['location'];
  return location !== undefined && URL.canParse(location, from) && new URL(location, from).hostname === EVIL;
};

export const openRedirect = makeProbe({
  id: 'open-redirect',
  tries: 'whether a link to the app can lead on to any other site',
  mode: 'read',
  requests: 30,
  subject: 'login',
  run: async (context) => {
    const [person] = peopleOf(context);
    const said: Said[] = [];
    const login = person === undefined ? null : await afterLogin(context, person);
    if (login !== null) said.push(login);
    said.push(...(await byParameters(context)));
    return said.length > 0
      ? said
      : [say('login', 'not-tested', 'Nothing was found that takes an address to go on to.')];
  },
});

/** A link to the login page, then the login as the page's own form sends it. */
const afterLogin = async (context: ProbeContext, person: Person): Promise<Said | null> => {
  const shared = await sharedForm(context, person.account);
  if (shared === null) return null;
  const door = doorOf(context);
  const answers: Answer[] = [];
  const at = new URL(shared.path, person.account.origin).href;
  const plain = await ask(door, newSession(person.account.origin), { method: 'GET', url: at });
  const fields = plain.ok ? (findLoginForm(plain.text, at)?.fields ?? []) : [];
  const names = [
    ...fields.map(({ name }) => name).filter((name) => NAME.test(name)),
    'next',
    'redirect',
    'returnTo',
    'redirectTo',
    'callbackUrl',
    'return_to',
  ];
  const known = [...new Set(names)].slice(0, 6);
  for (const value of VALUES) {
    const url = new URL(at);
    for (const name of known) url.searchParams.set(name, value);
    const session = newSession(person.account.origin);
    const page = await ask(door, session, { method: 'GET', url: url.href });
    answers.push(page);
    if (leadsAway(page, url.href)) return found(shared.path, value, answers);
    const form = page.ok && isGood(page.status) ? findLoginForm(page.text, url.href) : null;
    if (form === null || !door.origins.includes(new URL(form.action).origin) || !carries(form, value)) continue;
    const values = {
      ...untouched(form),
      [form.loginField]: person.account.login,
      [form.passwordField]: person.account.password ?? '',
    };
    const sent = await ask(door, session, {
      method: 'POST',
      url: form.action,
      headers: fromPage(url.href),
      body: { form: values },
    });
    answers.push(sent);
    if (leadsAway(sent, form.action)) return found(shared.path, value, answers);
  }
  return say('login', 'refuted', `${shared.path} led nowhere else.`, answers);
};

/** The page took the value over, into a field or into its form's address. */
const carries = ({ action, fields }: LoginForm, value: string): boolean =>
  fields.some((field) => field.value === value) || [...new URL(action).searchParams.values()].includes(value);

const found = (path: string, value: string, answers: readonly Answer[]): Said =>
  say('login', 'confirmed', `A link to ${path} that carries ${value} led to ${EVIL} after the login.`, answers);

/** Reads whose description has such a parameter; and the logout, in a session of its own. */
const byParameters = async (context: ProbeContext): Promise<Said[]> => {
  const said: Said[] = [];
  const reads = context.operations.flatMap((operation) => {
    const parameter = operation.parameters.find(({ name, in: where }) => where === 'query' && NAME.test(name));
    const usable =
      operation.method === 'GET' &&
      !operation.path.includes('{') &&
      !/log-?in|sign-?in|log-?out|sign-?out/i.test(operation.path);
    return parameter !== undefined && usable ? [{ operation, name: parameter.name }] : [];
  });
  for (const { operation, name } of reads.slice(0, 5)) {
    const answers: Answer[] = [];
    let opened: string | undefined;
    for (const value of VALUES) {
      const url = new URL(operation.path, operation.origin === '' ? mainOrigin(context) : operation.origin);
      url.searchParams.set(name, value);
      const answer = await context.send(
        { method: 'GET', url: url.href, headers: headersOf(newSession(url.origin), url.href) },
        { as: null, mode: 'read' },
      );
      answers.push(answer);
      if (leadsAway(answer, url.href)) opened = value;
      if (opened !== undefined) break;
    }
    said.push(
      opened === undefined
        ? say(operation.id, 'refuted', `${name} led nowhere else.`, answers)
        : say(operation.id, 'confirmed', `${operation.id} with ${name}=${opened} leads to ${EVIL}.`, answers),
    );
  }
  return said;
};
