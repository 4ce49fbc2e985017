import type { Answer } from '../contract/send.ts';
import { say } from '../accounts/observe.ts';
import { accepted } from './password-operation.ts';
import { askForReset, findForgot } from './reset-operations.ts';
import { NO_MAILBOX } from './reset-token-reuse.ts';
import { throwAwayProbe } from './throw-away-probe.ts';

const SUBJECT = 'reset mail';
const EVIL = 'launch-ready.invalid';

export const hostHeaderLink = throwAwayProbe({
  id: 'host-header-link',
  tries: 'whether the link in a reset mail leads to whatever host the request names',
  subject: SUBJECT,
  requests: 3,
  run: async (context, made) => {
    const forgot = findForgot(context.operations);
    if (forgot === null) return say(SUBJECT, 'not-tested', 'No reset by mail was found.');
    const { mailbox } = context;
    if (mailbox === undefined) return say(SUBJECT, 'not-tested', NO_MAILBOX);
    const answers: Answer[] = [];
    let mails = 0;
    for (const [name, headers] of [
      ['Host', { host: EVIL }],
      ['X-Forwarded-Host', { 'x-forwarded-host': EVIL, 'x-forwarded-proto': 'https' }],
    ] as const) {
      const mark = await mailbox.mark(made.account.login);
      const answer = await askForReset(context, forgot, made.account.login, headers);
      answers.push(answer);
      // A host that the app does not know is refused by many, and rightly.
      if (!accepted(answer)) continue;
      const mail = await mailbox.next(mark);
      if (mail === undefined) continue;
      mails++;
      if (!new RegExp(`https?://${EVIL.replaceAll('.', String.raw`\.`)}[/:?]`, 'i').test(mail.text)) continue;
      return say(
        SUBJECT,
        'confirmed',
        `The reset mail to an account that we had made linked to ${EVIL}, as the request’s ${name} header said.`,
        answers,
        { facts: { header: name } },
      );
    }
    const limited = answers.some((answer) => !answer.ok || answer.status === 429 || answer.status >= 500);
    if (limited && mails === 0) return say(SUBJECT, 'inconclusive', 'The reset mail could not be asked for.', answers);
    return say(
      SUBJECT,
      'refuted',
      mails === 0 ? 'No mail was sent for another host.' : 'The link in the reset mail did not follow the headers.',
      answers,
    );
  },
});
