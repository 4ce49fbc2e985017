import { confirm } from '../actors/confirm.ts';
import { findMailSecrets } from '../actors/mail-secrets.ts';
import type { Account } from '../actors/recipe.ts';
import { newSession, type Session } from '../actors/session.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer } from '../contract/send.ts';
import { maySignUp, NO_SIGN_UP, noteAccount } from './may-sign-up.ts';
import { once } from './memo.ts';
import { findOwnAnswer, type OwnAnswer } from './own-answer.ts';
import { headersOf } from '../actors/session.ts';
import { mainOrigin } from './people.ts';
import { findSignUps, newAddress, signUpBy, signUpByForm, strongPassword, type SignedUp } from './sign-up.ts';
import { doorOf, enterByFields, enterByForm } from './ways-in.ts';

/** An account that the run made for itself, to be damaged. */
export interface ThrowAway {
  ok: true;
  account: Account & { password: string };
  session: Session;
  own: OwnAnswer;
  signedUp: SignedUp;
}

export interface NoThrowAway {
  ok: false;
  said: string;
  answers: readonly Answer[];
  /** When a sign-up was answered but did not lead to a session. */
  signedUp?: SignedUp;
}

const no = (said: string, answers: readonly Answer[] = [], signedUp?: SignedUp): NoThrowAway => ({
  ok: false,
  said,
  answers,
  ...(signedUp === undefined ? {} : { signedUp }),
});

/** A session of an account by whatever way lets it in. */
export const enter = async (context: ProbeContext, account: Account): Promise<Session | null> =>
  ((await enterByFields(context, account)) ?? (await enterByForm(context, account)))?.session ?? null;

/** Signs up, confirms the address where mail can be read, and logs in. Made once in a run. */
export const throwAway = (context: ProbeContext): Promise<ThrowAway | NoThrowAway> =>
  once(context, 'throw-away', () => make(context));

const make = async (context: ProbeContext): Promise<ThrowAway | NoThrowAway> => {
  if (!maySignUp(context)) return no(NO_SIGN_UP);
  const door = doorOf(context);
  const wanted = { email: newAddress(), password: strongPassword() };
  const [way] = findSignUps(context.operations);
  const origin = mainOrigin(context);
  const mark = await context.mailbox?.mark(wanted.email);
  const signedUp = way === undefined ? await signUpByForm(door, origin, wanted) : await signUpBy(door, way, wanted);
  if (signedUp === null) return no('The app has no sign-up that could be found, so no account was made to try it on.');
  noteAccount(context, signedUp);
  const { answer } = signedUp;
  if (!answer.ok) return no(`No account could be made: ${answer.said}.`, [answer]);
  if (answer.status >= 400)
    return no(`No account could be made: the sign-up answered ${answer.status}.`, [answer], signedUp);
  if (mark !== undefined && context.mailbox !== undefined && asksToConfirm(answer.text)) {
    const mail = await context.mailbox.next(mark);
    const secrets = mail === undefined ? {} : findMailSecrets(`${mail.subject}\n${mail.text}`, door.origins);
    if (mail !== undefined) await confirm(door, newSession(origin), wanted.email, secrets, 'address', origin);
  }
  const account = { login: wanted.email, password: wanted.password, origin };
  const session = await enter(context, account);
  if (session === null) {
    const unlock = context.mailbox === undefined ? ' Name the mailbox, so that the address can be confirmed.' : '';
    return no(`The account that was made could not log in.${unlock}`, [answer], signedUp);
  }
  const own = await findOwnAnswer(context, origin, wanted.email, (url) => headersOf(session, url));
  if (own === null)
    return no('The account that was made has no answer of its own that could be found.', [answer], signedUp);
  return { ok: true, account, session, own, signedUp };
};

/** Answers that speak of mail, and such as say nothing. */
const asksToConfirm = (text: string): boolean => text.length < 3 || /mail|verif|confirm|code|sent|activ/i.test(text);
