import { findMailSecrets } from '../actors/mail-secrets.ts';
import { say } from '../accounts/observe.ts';
import { strongPassword } from '../accounts/sign-up.ts';
import { accepted, canEnter } from './password-operation.ts';
import { askForReset, findForgot, findReset, resetWith } from './reset-operations.ts';
import { throwAwayProbe } from './throw-away-probe.ts';

const SUBJECT = 'password reset';
export const NO_MAILBOX = 'The app’s mail cannot be read. Name the mailbox (boundary.mailbox), and this can be tried.';

export const resetTokenReuse = throwAwayProbe({
  id: 'reset-token-reuse',
  tries: 'whether a reset link that was used works again',
  subject: SUBJECT,
  requests: 10,
  run: async (context, made) => {
    const forgot = findForgot(context.operations);
    const reset = findReset(context.operations);
    if (forgot === null || reset === null) return say(SUBJECT, 'not-tested', 'No reset by mail was found.');
    if (context.mailbox === undefined) return say(SUBJECT, 'not-tested', NO_MAILBOX);
    const { account } = made;
    const mark = await context.mailbox.mark(account.login);
    const asked = await askForReset(context, forgot, account.login);
    if (!accepted(asked)) return say(SUBJECT, 'inconclusive', 'The reset mail could not be asked for.', [asked]);
    const mail = await context.mailbox.next(mark);
    const { token, code } =
      mail === undefined
        ? {}
        : findMailSecrets(`${mail.subject}\n${mail.text}`, context.config.boundary?.origins ?? []);
    const secret = token ?? code;
    if (secret === undefined)
      return say(
        SUBJECT,
        'inconclusive',
        mail === undefined ? 'No reset mail came.' : 'No token was found in the reset mail.',
        [asked],
      );
    const [once, twice] = [strongPassword(), strongPassword()];
    const first = await resetWith(context, reset, { token: secret, password: once, email: account.login });
    if (!accepted(first))
      return say(SUBJECT, 'inconclusive', 'The mailed token did not work even once.', [asked, first]);
    made.account.password = once;
    const second = await resetWith(context, reset, { token: secret, password: twice, email: account.login });
    const session = accepted(second) ? await canEnter(context, { ...account, password: twice }) : null;
    if (session !== null) {
      made.account.password = twice;
      made.session = session;
      return say(
        SUBJECT,
        'confirmed',
        'A reset token that was used set another password on an account that we had made, and that logs in.',
        [asked, first, second],
      );
    }
    made.session = (await canEnter(context, made.account)) ?? made.session;
    if (!second.ok || second.status === 429 || second.status >= 500)
      return say(SUBJECT, 'inconclusive', 'The second use got no telling answer.', [asked, first, second]);
    return say(SUBJECT, 'refuted', 'A reset token that was used changed nothing.', [asked, first, second]);
  },
});
