import { fieldsBody, findLogins } from '../actors/login-operation.ts';
import { findForms, findLoginForm, untouched } from '../actors/forms.ts';
import { fromPage, isGood } from '../actors/door.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer, Request } from '../contract/send.ts';
import { noteAccount } from '../accounts/may-sign-up.ts';
import { makeProbe, say, type Said } from '../accounts/observe.ts';
import { mainOrigin } from '../accounts/people.ts';
import { findSignUps, newAddress, signUpBy, strongPassword } from '../accounts/sign-up.ts';
import { throwAway } from '../accounts/throw-away.ts';
import { doorOf } from '../accounts/ways-in.ts';
import { askForReset, findForgot } from './reset-operations.ts';

/** An answer without what differs from request to request: addresses, ids, times, tokens. */
export const bareAnswer = (answer: Answer, address: string): string => {
  if (!answer.ok) return 'no answer';
  const text = answer.text
    .slice(0, 100_000)
    .replaceAll(address, '@')
    .replaceAll(encodeURIComponent(address), '@')
    .replaceAll(address.replaceAll('@', '&#64;'), '@')
    .replaceAll(/[\w.+-]+@[\w.-]+/g, '@')
    .replaceAll(/[\w-]{16,}|\d+/g, '#');
  return `${answer.status} ${(answer.headers['location'] ?? '').replaceAll(/[\w-]{16,}|\d+/g, '#')} ${text}`;
};

interface Sample {
  address: string;
  answer: Answer;
}

/** Two unknown addresses must be answered alike; then a known one that is answered differently tells. */
export const judgeSamples = (subject: string, known: Sample, unknown: readonly [Sample, Sample]): Said => {
  const answers = [known.answer, unknown[0].answer, unknown[1].answer];
  const unclear = answers.some((answer) => !answer.ok || answer.status === 429 || answer.status >= 500);
  const [first, second] = unknown.map(({ address, answer }) => bareAnswer(answer, address));
  if (unclear || first !== second)
    return say(
      subject,
      'inconclusive',
      unclear ? 'A try got no telling answer.' : 'Two unknown addresses were answered differently.',
      answers,
    );
  if (bareAnswer(known.answer, known.address) === first)
    return say(subject, 'refuted', 'A known and an unknown address were answered alike.', answers);
  const statuses = answers.flatMap((answer) => (answer.ok ? [answer.status] : []));
  const how =
    statuses[0] === statuses[1]
      ? `with ${String(statuses[0])} and different words`
      : `with ${String(statuses[0])} and ${String(statuses[1])}`;
  return say(
    subject,
    'confirmed',
    `A known and an unknown address were answered ${how}, and so tell who has an account.`,
    answers,
  );
};

const ask3 = async (subject: string, known: string, ask: (address: string) => Promise<Answer>): Promise<Said> => {
  const sample = async (address: string): Promise<Sample> => ({ address, answer: await ask(address) });
  const first = await sample(newAddress());
  const one = await sample(known);
  return judgeSamples(subject, one, [first, await sample(newAddress())]);
};

export const userEnumeration = makeProbe({
  id: 'user-enumeration',
  tries: 'whether answers tell who has an account',
  mode: 'write',
  requests: 20,
  subject: 'login',
  run: async (context) => {
    const known = context.actors.all.find(({ login }) => login?.includes('@') === true)?.login;
    if (known === undefined) return [say('login', 'not-tested', 'No actor’s address is known.')];
    return [...(await atLogin(context, known)), await atReset(context, known), await atSignUp(context)];
  },
});

const atLogin = async (context: ProbeContext, known: string): Promise<Said[]> => {
  const password = strongPassword();
  const [recipe] = findLogins(context.operations);
  if (recipe !== undefined) {
    const url = new URL(recipe.path, recipe.origin ?? mainOrigin(context)).href;
    const request = (address: string): Request => ({
      method: 'POST',
      url,
      body: fieldsBody(recipe.encoding, {
        ...recipe.extra,
        [recipe.loginField]: address,
        [recipe.passwordField]: password,
      }),
    });
    return [await ask3('login', known, (address) => context.send(request(address), { as: null, mode: 'read' }))];
  }
  for (const path of ['/login', '/sign-in', '/signin']) {
    const page = new URL(path, mainOrigin(context)).href;
    const answer = await context.send({ method: 'GET', url: page }, { as: null, mode: 'read' });
    const form = answer.ok && isGood(answer.status) ? findLoginForm(answer.text, page) : null;
    if (form === null || !doorOf(context).origins.includes(new URL(form.action).origin)) continue;
    const body = (address: string) => ({
      form: { ...untouched(form), [form.loginField]: address, [form.passwordField]: password },
    });
    return [
      await ask3('login', known, (address) =>
        context.send(
          { method: 'POST', url: form.action, headers: fromPage(page), body: body(address) },
          { as: null, mode: 'read' },
        ),
      ),
    ];
  }
  return [say('login', 'not-tested', 'No login by address and password was found.')];
};

const atReset = async (context: ProbeContext, known: string): Promise<Said> => {
  const forgot = findForgot(context.operations);
  if (forgot !== null) return ask3('password reset', known, (address) => askForReset(context, forgot, address));
  for (const path of ['/forgot-password', '/password/forgot', '/reset-password']) {
    const page = new URL(path, mainOrigin(context)).href;
    const answer = await context.send({ method: 'GET', url: page }, { as: null, mode: 'read' });
    const form =
      answer.ok && isGood(answer.status)
        ? findForms(answer.text, page).find(
            ({ method, fields }) =>
              method === 'POST' &&
              fields.some(({ type }) => type === 'email') &&
              fields.every(({ type }) => type !== 'password'),
          )
        : undefined;
    const field = form?.fields.find(({ type }) => type === 'email')?.name;
    if (form === undefined || field === undefined || !doorOf(context).origins.includes(new URL(form.action).origin))
      continue;
    return ask3('password reset', known, (address) =>
      context.send(
        {
          method: 'POST',
          url: form.action,
          headers: fromPage(page),
          body: { form: { ...untouched(form), [field]: address } },
        },
        { as: null, mode: 'write' },
      ),
    );
  }
  return say('password reset', 'not-tested', 'No reset by mail was found.');
};

/** The sign-up of our own account is one sample; two more follow, one for its address again. */
const atSignUp = async (context: ProbeContext): Promise<Said> => {
  const subject = 'sign-up';
  const [way] = findSignUps(context.operations);
  if (way === undefined) return say(subject, 'not-tested', 'No sign-up by an operation was found.');
  const made = await throwAway(context);
  const { signedUp } = made;
  if (signedUp === undefined || !signedUp.answer.ok || signedUp.answer.status >= 400)
    return say(subject, 'not-tested', made.ok ? 'No sign-up was seen.' : made.said);
  const again = await signUpBy(doorOf(context), way, { email: signedUp.email, password: strongPassword() });
  const other = await signUpBy(doorOf(context), way, { email: newAddress(), password: strongPassword() });
  noteAccount(context, other);
  return judgeSamples(subject, { address: signedUp.email, answer: again.answer }, [
    { address: signedUp.email, answer: signedUp.answer },
    { address: other.email, answer: other.answer },
  ]);
};
