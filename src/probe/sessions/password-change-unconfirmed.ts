import type { Answer } from '../contract/send.ts';
import { say } from '../accounts/observe.ts';
import { strongPassword } from '../accounts/sign-up.ts';
import { accepted, canEnter, changePassword, findPasswordChange } from './password-operation.ts';
import { throwAwayProbe } from './throw-away-probe.ts';

const SUBJECT = 'password change';

export const passwordChangeUnconfirmed = throwAwayProbe({
  id: 'password-change-unconfirmed',
  tries: 'whether a password can be changed without the current one',
  subject: SUBJECT,
  requests: 12,
  run: async (context, made) => {
    const change = findPasswordChange(context.operations);
    if (change === null) return say(SUBJECT, 'not-tested', 'No operation that changes one’s own password was found.');
    const tries = [
      { name: 'without the current password', passwords: { fresh: strongPassword() } },
      ...(change.current === undefined
        ? []
        : [
            {
              name: 'with a wrong current password',
              passwords: { current: strongPassword(), fresh: strongPassword() },
            },
          ]),
    ];
    const answers: Answer[] = [];
    for (const { name, passwords } of tries) {
      const answer = await changePassword(context, change, made.session, passwords);
      answers.push(answer);
      if (!accepted(answer)) continue;
      const session = await canEnter(context, { ...made.account, password: passwords.fresh });
      if (session === null) continue;
      made.account.password = passwords.fresh;
      made.session = session;
      return say(
        SUBJECT,
        'confirmed',
        `${change.operation.id} changed the password of an account that we had made, ${name}: the new one logs in.`,
        answers,
        { facts: { how: name } },
      );
    }
    if (answers.some((answer) => !answer.ok || answer.status === 429 || answer.status >= 500))
      return say(SUBJECT, 'inconclusive', 'A try got no telling answer.', answers);
    return say(SUBJECT, 'refuted', `${change.operation.id} asked for the current password.`, answers);
  },
});
