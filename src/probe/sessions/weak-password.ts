import { say } from '../accounts/observe.ts';
import { accepted, canEnter, changePassword, findPasswordChange } from './password-operation.ts';
import { throwAwayProbe } from './throw-away-probe.ts';
import { strongPassword } from '../accounts/sign-up.ts';

const SUBJECT = 'passwords';
/** The most common one of all lists that has eight characters. */
const COMMON = ['1234', '5678'].join('');

export const weakPassword = throwAwayProbe({
  id: 'weak-password',
  tries: 'whether a password that everybody tries first may be chosen',
  subject: SUBJECT,
  requests: 8,
  run: async (context, made) => {
    const change = findPasswordChange(context.operations);
    if (change === null) return say(SUBJECT, 'not-tested', 'No operation that changes one’s own password was found.');
    const answer = await changePassword(context, change, made.session, {
      current: made.account.password,
      fresh: COMMON,
    });
    if (!answer.ok || answer.status === 429 || answer.status >= 500)
      return say(SUBJECT, 'inconclusive', 'The change got no telling answer.', [answer]);
    if (!accepted(answer)) {
      // Whether it was the password, or the change would be refused anyhow.
      const fresh = strongPassword();
      const control = await changePassword(context, change, made.session, { current: made.account.password, fresh });
      if (!accepted(control))
        return say(SUBJECT, 'inconclusive', 'A strong password was refused as well.', [answer, control]);
      made.account.password = fresh;
      made.session = (await canEnter(context, made.account)) ?? made.session;
      return say(SUBJECT, 'refuted', `The common password was refused (${answer.status}), a strong one taken.`, [
        answer,
        control,
      ]);
    }
    const session = await canEnter(context, { ...made.account, password: COMMON });
    if (session === null)
      return say(SUBJECT, 'inconclusive', 'The change was accepted, but the common password does not log in.', [
        answer,
      ]);
    const back = await changePassword(context, change, session, { current: COMMON, fresh: made.account.password });
    made.session = (await canEnter(context, made.account)) ?? session;
    return say(
      SUBJECT,
      'confirmed',
      'An account that we had made took the most common password of eight characters, and it logs in.',
      [answer, back],
    );
  },
});
