import { findMailSecrets } from '../actors/mail-secrets.ts';
import { encodingOf, fieldsBody, membersOf, named } from '../actors/login-operation.ts';
import { isGood } from '../actors/door.ts';
import type { Operation } from '../contract/operation.ts';
import type { Answer } from '../contract/send.ts';
import { maySignUp, NO_SIGN_UP, noteAccount } from '../accounts/may-sign-up.ts';
import { makeProbe, say } from '../accounts/observe.ts';
import { findSignUps, newAddress, signUpBy, strongPassword } from '../accounts/sign-up.ts';
import { doorOf } from '../accounts/ways-in.ts';

const SUBJECT = 'code';
/** More than anybody mistypes, far less than would find one. */
const WRONG = 25;
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

/** Codes of the same length that are surely others. */
export const wrongCodes = (right: string | undefined, count: number): string[] => {
  const length = right?.length ?? 6;
  const codes: string[] = [];
  for (let number = 0; codes.length < count; number++) {
    const code = String((number * 37 + 11) % 10 ** Math.min(length, 6)).padStart(length, '0');
    if (code !== right) codes.push(code);
  }
  return codes;
};

export const codeUnlimited = makeProbe({
  id: 'code-unlimited',
  tries: 'whether a mailed code can be tried as often as one likes',
  mode: 'burst',
  requests: WRONG + 3,
  subject: SUBJECT,
  run: async (context) => {
    const found = findCodeOperation(context.operations);
    const [way] = findSignUps(context.operations);
    if (found === null || way === undefined)
      return [say(SUBJECT, 'not-tested', 'No sign-up with a mailed code was found.')];
    if (!maySignUp(context)) return [say(SUBJECT, 'not-tested', NO_SIGN_UP)];
    const email = newAddress();
    const mark = await context.mailbox?.mark(email);
    const account = await signUpBy(doorOf(context), way, { email, password: strongPassword() });
    const { answer: signedUp } = account;
    noteAccount(context, account);
    if (!signedUp.ok || signedUp.status >= 400)
      return [say(SUBJECT, 'not-tested', 'No account could be made to try it on.', [signedUp])];
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
    const tried: Answer[] = [];
    for (const wrong of wrongCodes(code, WRONG)) {
      const answer = await use(wrong);
      tried.push(answer);
      if (!answer.ok || answer.status === 429 || answer.status >= 500 || answer.status === 423) break;
    }
    const last = tried.at(-1);
    const shown = [signedUp, ...tried.slice(0, 1), ...tried.slice(-2)];
    const facts = { tries: tried.length };
    if (last === undefined || !last.ok || last.status >= 500)
      return [say(SUBJECT, 'inconclusive', 'A try got no telling answer.', shown, { facts })];
    if (tried.length < WRONG || last.status === 429)
      return [
        say(SUBJECT, 'refuted', `After ${tried.length} wrong codes no more were taken (${last.status}).`, shown, {
          facts,
        }),
      ];
    if (code === undefined)
      return [
        say(
          SUBJECT,
          'likely',
          `${WRONG} wrong codes in a row were all answered with ${last.status}. Without the mailbox it was not seen whether the right one still works.`,
          shown,
          { facts },
        ),
      ];
    const right = await use(code);
    return [
      right.ok && isGood(right.status)
        ? say(
            SUBJECT,
            'confirmed',
            `After ${WRONG} wrong codes the right one still worked, on an account that we had made.`,
            [...shown, right],
            { facts },
          )
        : say(
            SUBJECT,
            'refuted',
            `After ${WRONG} wrong codes the right one did not work any more.`,
            [...shown, right],
            { facts },
          ),
    ];
  },
});
