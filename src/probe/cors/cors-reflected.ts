import { makeProbe, say, type Said } from '../accounts/observe.ts';
import { once } from '../accounts/memo.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer } from '../contract/send.ts';
import { allowedTo, isOpenTo, weighCors } from './judge-cors.ts';
import { corsSubject, SUBJECT, type CorsSubject } from './subject.ts';

/** An origin that nobody can have named. */
export const STRANGER = 'https://launch-ready-stranger.invalid';

interface Reflection {
  open: Answer | null;
  url: string;
  answers: readonly Answer[];
  /** The preflight alone says yes. */
  preflight: Answer | null;
}

/** Asks each private address in the name of a stranger's page. */
export const reflection = (context: ProbeContext, subject: CorsSubject): Promise<Reflection> =>
  once(context, 'cors reflection', async () => {
    const answers: Answer[] = [];
    for (const url of subject.urls) {
      const answer = await subject.ask(url, STRANGER);
      answers.push(answer);
      if (isOpenTo(answer, STRANGER)) return { open: answer, url, answers, preflight: null };
    }
    const url = subject.urls[0] ?? '';
    const preflight = await subject.preflight(url, STRANGER);
    return { open: null, url, answers, preflight: allowedTo(preflight, STRANGER) === 'credentials' ? preflight : null };
  });

const judge = (subject: CorsSubject, { open, url, answers, preflight }: Reflection): Said => {
  const path = URL.canParse(url) ? new URL(url).pathname : url;
  const { verdict, said, bearerOnly } = weighCors(subject);
  const more = { actor: subject.actor, facts: { bearerOnly } };
  if (open !== null)
    return say(
      SUBJECT,
      verdict,
      `${path} gave the private answer of ${subject.actor} and allowed it to ${STRANGER}, with credentials. ${said}`,
      [open],
      more,
    );
  if (preflight !== null)
    return say(
      SUBJECT,
      'likely',
      `Before a change at ${path}, ${STRANGER} is told that it may send it with credentials. ${said}`,
      [preflight],
      more,
    );
  if (answers.every((answer) => !answer.ok)) return say(SUBJECT, 'inconclusive', 'No private answer came.', answers);
  return say(SUBJECT, 'refuted', `No private answer was allowed to a stranger’s origin.`, answers, {
    actor: subject.actor,
  });
};

export const corsReflected = makeProbe({
  id: 'cors-reflected',
  tries: 'whether any other site may read private answers',
  mode: 'read',
  requests: 35,
  subject: SUBJECT,
  run: async (context) => {
    const subject = await corsSubject(context);
    if (subject === null)
      return [say(SUBJECT, 'not-tested', 'No private answer was found to ask for from another site.')];
    return [judge(subject, await reflection(context, subject))];
  },
});
