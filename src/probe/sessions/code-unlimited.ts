import { findMailSecrets } from '../actors/mail-secrets.ts';
import { encodingOf, fieldsBody, membersOf, named } from '../actors/login-operation.ts';
import type { Operation } from '../contract/operation.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer } from '../contract/send.ts';
import { maySignUp, NO_SIGN_UP, noteAccount } from '../accounts/may-sign-up.ts';
import { alone } from '../accounts/memo.ts';
import { makeProbe, say, type Said } from '../accounts/observe.ts';
import { findSignUps, newAddress, signUpBy, strongPassword } from '../accounts/sign-up.ts';
import { enter, throwAway } from '../accounts/throw-away.ts';
import { doorOf } from '../accounts/ways-in.ts';
import { accepted } from './password-operation.ts';
import { askForReset, findForgot, findReset, resetWith } from './reset-operations.ts';
import { tryCodes, WRONG } from './try-codes.ts';

const SUBJECT = 'code';
const RESET = 'reset code';
const CODES = [
  'code',
  'otp',
  'pin',
  'passcode',
  'verificationCode',
  'confirmationCode',
  'otpCode',
  'verification_code',
  'confirmation_code',
];

/** The operation that takes a mailed code for an address. */
export const findCodeOperation = (
  operations: readonly Operation[],
): { operation: Operation; code: string; email: string } | null => {
  for (const operation of operations) {
    if (
      operation.method !== 'POST' ||
      operation.path.includes('{') ||
      !/verif|confirm|otp|code|activat/i.test(operation.path) ||
      /resend|coupon|discount|checkout/i.test(operation.path)
    )
      continue;
    const names = [...membersOf(operation).keys()];
    const code = named(names, CODES);
    const email = named(names, ['email', 'identifier', 'login', 'username']);
    if (code !== undefined && email !== undefined && !names.some((name) => /pass/i.test(name)))
      return { operation, code, email };
  }
  return null;
};

export const codeUnlimited = makeProbe({
  id: 'code-unlimited',
  tries: 'whether a mailed code can be tried as often as one likes',
  mode: 'burst',
  requests: 2 * (WRONG + 4),
  subject: SUBJECT,
  run: async (context) => [await ofSignUp(context), ...(await ofReset(context))],
});

/** The code that a new account's address is confirmed with. */
const ofSignUp = async (context: ProbeContext): Promise<Said> => {
  const found = findCodeOperation(context.operations);
  const [way] = findSignUps(context.operations);
  if (found === null || way === undefined)
    return say(SUBJECT, 'not-tested', 'No sign-up with a mailed code was found.');
  if (!maySignUp(context)) return say(SUBJECT, 'not-tested', NO_SIGN_UP);
  const email = newAddress();
  const mark = await context.mailbox?.mark(email);
  const account = await signUpBy(doorOf(context), way, { email, password: strongPassword() });
  const { answer: signedUp } = account;
  noteAccount(context, account);
  if (!signedUp.ok || signedUp.status >= 400)
    return say(SUBJECT, 'not-tested', 'No account could be made to try it on.', [signedUp]);
  const mail = mark === undefined ? undefined : await context.mailbox?.next(mark);
  const code = mail === undefined ? undefined : findMailSecrets(`${mail.subject}\n${mail.text}`, []).code;
  const url = new URL(found.operation.path, found.operation.origin).href;
  const use = (value: string): Promise<Answer> =>
    context.send(
      {
        method: 'POST',
        url,
        body: fieldsBody(encodingOf(found.operation), { [found.email]: email, [found.code]: value }),
      },
      { as: null, mode: 'burst' },
    );
  return tryCodes({ subject: SUBJECT, use, code, before: signedUp });
};

/** The code that a forgotten password is set anew with, on the account that the run made. Nothing where a link is mailed. */
const ofReset = async (context: ProbeContext): Promise<Said[]> => {
  const forgot = findForgot(context.operations);
  const reset = findReset(context.operations);
  if (forgot === null || reset?.email === undefined || !/code|otp|pin/i.test(reset.token)) return [];
  return alone(context, 'throw-away', async () => {
    const made = await throwAway(context);
    if (!made.ok) return [say(RESET, 'not-tested', made.said, made.answers)];
    const { account } = made;
    const mark = await context.mailbox?.mark(account.login);
    const asked = await askForReset(context, forgot, account.login);
    if (!accepted(asked)) return [say(RESET, 'inconclusive', 'The reset mail could not be asked for.', [asked])];
    const mail = mark === undefined ? undefined : await context.mailbox?.next(mark);
    const code = mail === undefined ? undefined : findMailSecrets(`${mail.subject}\n${mail.text}`, []).code;
    // A long one is found by nobody, however often it is tried.
    if (mail !== undefined && !/^\d{3,8}$/.test(code ?? '')) return [];
    const password = strongPassword();
    const use = (token: string): Promise<Answer> =>
      resetWith(context, reset, { token, password, email: account.login }, 'burst');
    const said = await tryCodes({ subject: RESET, use, code, before: asked });
    if (said.verdict === 'confirmed') {
      made.account.password = password;
      made.session = (await enter(context, made.account)) ?? made.session;
    }
    return [said];
  });
};
