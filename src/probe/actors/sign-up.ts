import type { GoodAnswer } from '../contract/send.ts';
import { confirm } from './confirm.ts';
import { ask, fromPage, isGood, visit, type Door } from './door.ts';
import { findSignUpForm } from './forms.ts';
import { fieldsBody } from './login-operation.ts';
import { findMailSecrets } from './mail-secrets.ts';
import { secretsOf } from './sign-up-secrets.ts';
import { findSignUps, formFields, signUpFields, type SignUp } from './find-sign-up.ts';
import type { Person } from './sign-up-values.ts';
import { newSession, type Session } from './session.ts';

export interface SignedUp {
  ok: true;
  by: string;
  /** By which the app may name the account. */
  login: string;
  /** The answer of the sign-up, which may hold a token already. */
  answer: GoodAnswer;
  session: Session;
  /** For people: how the address was confirmed, and what was odd. */
  notes: readonly string[];
  /** What worked, for the next account. */
  how: SignUp | string;
}

/** `silent`: no answer came, so there is no use in asking elsewhere. */
export type SignUpResult = SignedUp | { ok: false; said: string; silent?: true };

const FORM_PATHS = [
  '/sign-up',
  '/signup',
  '/register',
  '/join',
  '/auth/register',
  '/account/register',
  '/users/sign_up',
];
const MOST_TRIES = 3;

/** Makes one account, by an operation or a form, and confirms its address where that can be done. */
export const signUp = async (
  door: Door,
  person: Person,
  origin: string,
  known?: SignUp | string,
): Promise<SignUpResult> => {
  const mark = await door.mailbox?.mark(person.email);
  const made =
    typeof known === 'string'
      ? await byForm(door, person, origin, [known])
      : await byOperation(door, person, origin, known);
  if (!made.ok) return made;
  const given = secretsOf(made.answer.json);
  const notes: string[] = [];
  const mail = mark === undefined ? undefined : await door.mailbox?.next(mark);
  const secrets = mail === undefined ? given : findMailSecrets(`${mail.subject}\n${mail.text}`, door.origins);
  if (Object.keys(given).length > 0) notes.push('the answer to the sign-up itself carries what confirms the address');
  if (door.mailbox !== null && mail === undefined) notes.push('no mail came after the sign-up');
  if (Object.keys(secrets).length === 0) return { ...made, notes };
  const done = await confirm(door, made.session, person.email, secrets, 'address', origin);
  notes.push(
    done === null
      ? 'the address could not be confirmed'
      : `the address was confirmed by ${mail === undefined ? 'that answer' : 'mail'}`,
  );
  return { ...made, notes };
};

const byOperation = async (door: Door, person: Person, origin: string, known?: SignUp): Promise<SignUpResult> => {
  if (known !== undefined) return tryAll(door, person, [known]);
  const ways = findSignUps(door.operations, origin);
  const described = await tryAll(
    door,
    person,
    ways.filter(({ certain }) => certain),
  );
  if (described.ok || described.silent === true) return described;
  const pages = door.operations
    .filter(
      ({ method, path }) =>
        method === 'GET' && !path.includes('{') && /(?:sign-?up|sign_up|register|join)\/?$/i.test(path),
    )
    .map(({ path }) => path);
  const form = await byForm(door, person, origin, [...new Set([...pages, ...FORM_PATHS])]);
  if (form.ok || form.silent === true) return form;
  const guessed = await tryAll(
    door,
    person,
    ways.filter(({ certain }) => !certain),
  );
  return guessed.ok ? guessed : ways.some(({ certain }) => certain) ? described : form;
};

const tryAll = async (door: Door, person: Person, ways: readonly SignUp[]): Promise<SignUpResult> => {
  let said = 'no operation or form to sign up was found';
  for (const way of ways.slice(0, 14)) {
    let how = way;
    const url = new URL(how.path, how.origin).href;
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const session = newSession(how.origin);
      const fields = signUpFields(how, person);
      const answer = await ask(door, session, { method: 'POST', url, body: fieldsBody(how.encoding, fields) }, 'write');
      if (!answer.ok) return { ok: false, silent: true, said: `${how.path}: ${answer.said}` };
      if (isGood(answer.status) && (how.certain || typeof answer.json === 'object')) {
        return {
          ok: true,
          by: `POST ${how.path}`,
          login: person.email,
          answer,
          session,
          notes: [],
          how: { ...how, certain: true },
        };
      }
      if (![404, 405].includes(answer.status)) said = `${how.path} answered ${answer.status}`;
      if (![400, 409, 422].includes(answer.status) || answer.text === how.complaint) break;
      how = { ...how, complaint: answer.text.slice(0, 5_000) };
    }
  }
  return { ok: false, said };
};

const byForm = async (door: Door, person: Person, origin: string, paths: readonly string[]): Promise<SignUpResult> => {
  for (const path of paths) {
    const session = newSession(origin);
    const page = await visit(door, session, { method: 'GET', url: new URL(path, origin).href });
    if (!page.answer.ok) return { ok: false, silent: true, said: `${path}: ${page.answer.said}` };
    if (!isGood(page.answer.status)) continue;
    const form = findSignUpForm(page.answer.text, page.url);
    if (form === null || !door.origins.includes(new URL(form.action).origin)) continue;
    const sent = await visit(
      door,
      session,
      {
        method: 'POST',
        url: form.action,
        headers: fromPage(page.url),
        body: { form: formFields(form.fields, person) },
      },
      'write',
    );
    if (!sent.answer.ok) return { ok: false, said: `${path}: ${sent.answer.said}` };
    const again = sent.left === undefined && findSignUpForm(sent.answer.text, sent.url) !== null;
    if (again || sent.answer.status >= 400)
      return { ok: false, said: `the form of ${path} answered ${sent.answer.status}` };
    return {
      ok: true,
      by: `the form of ${path}`,
      login: person.email,
      answer: sent.answer,
      session,
      notes: [],
      how: path,
    };
  }
  return { ok: false, said: 'no operation or form to sign up was found' };
};
