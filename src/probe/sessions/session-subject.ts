import { headersOf, type Session } from '../actors/session.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer } from '../contract/send.ts';
import { once } from '../accounts/memo.ts';
import { findOwnAnswer, judgeOwn, readWith, type Headers, type OwnAnswer } from '../accounts/own-answer.ts';
import type { Person } from '../accounts/people.ts';

/** The private answer of a person, found with one of their sessions; remembered by kind of session. */
export const ownOf = (
  context: ProbeContext,
  { account }: Pick<Person, 'account'>,
  kind: 'form' | 'fields',
  session: Session,
): Promise<OwnAnswer | null> =>
  once(context, `own ${kind} ${account.login}`, () =>
    findOwnAnswer(context, account.origin, account.login, (url) => headersOf(session, url)),
  );

/** Reads the private answer with exactly these headers. */
export const tryOwn = async (
  context: ProbeContext,
  own: OwnAnswer,
  headers: Headers,
): Promise<{ answer: Answer; outcome: ReturnType<typeof judgeOwn> }> => {
  const answer = await readWith(context, own.url, headers);
  return { answer, outcome: judgeOwn(answer, own) };
};
