import { headersOf } from '../actors/session.ts';
import { say } from '../accounts/observe.ts';
import { strongPassword } from '../accounts/sign-up.ts';
import { enterByFields, enterByForm } from '../accounts/ways-in.ts';
import { findOwnAnswer, type Headers, type OwnAnswer } from '../accounts/own-answer.ts';
import { accepted, canEnter, changePassword, findPasswordChange } from './password-operation.ts';
import { tryOwn } from './session-subject.ts';
import { throwAwayProbe } from './throw-away-probe.ts';

const SUBJECT = 'password change';

interface Thief {
  kind: string;
  own: OwnAnswer;
  headers: Headers;
}

export const sessionSurvivesPasswordChange = throwAwayProbe({
  id: 'session-survives-password-change',
  tries: 'whether other sessions work on after the password was changed',
  subject: SUBJECT,
  mode: 'destructive',
  requests: 24,
  run: async (context, made) => {
    const change = findPasswordChange(context.operations);
    if (change === null) return say(SUBJECT, 'not-tested', 'No operation that changes one’s own password was found.');
    const thieves: Thief[] = [];
    const { account } = made;
    for (const [kind, entered] of [
      ['browser session', await enterByForm(context, account)],
      ['API session', await enterByFields(context, account)],
    ] as const) {
      if (entered === null) continue;
      const own = await findOwnAnswer(context, account.origin, account.login, (url) => headersOf(entered.session, url));
      if (own !== null) thieves.push({ kind, own, headers: headersOf(entered.session, own.url) });
    }
    if (thieves.length === 0) return say(SUBJECT, 'not-tested', 'No second session of the account could be had.');
    const owner = (await canEnter(context, account)) ?? made.session;
    const fresh = strongPassword();
    const answer = await changePassword(context, change, owner, { current: account.password, fresh });
    if (!accepted(answer))
      return say(SUBJECT, 'inconclusive', 'The password could not be changed with the right current one.', [answer]);
    const after = [];
    for (const thief of thieves) after.push({ ...thief, ...(await tryOwn(context, thief.own, thief.headers)) });
    made.account.password = fresh;
    made.session = (await canEnter(context, made.account)) ?? owner;
    const answers = [...thieves.map(({ own }) => own.mine), answer, ...after.map((one) => one.answer)];
    const alive = after.filter(({ outcome }) => outcome === 'own').map(({ kind }) => kind);
    if (alive.length > 0)
      return say(
        SUBJECT,
        'confirmed',
        `After the password of an account that we had made was changed, another ${alive.join(' and an ')} of it still read its private data.`,
        answers,
        { facts: { alive: alive.join(', ') } },
      );
    if (after.some(({ outcome }) => outcome === 'silent'))
      return say(SUBJECT, 'inconclusive', 'A request after the change got no telling answer.', answers);
    return say(SUBJECT, 'refuted', 'Other sessions ended with the change.', answers);
  },
});
