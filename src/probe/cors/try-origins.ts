import { say, type Said } from '../accounts/observe.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer } from '../contract/send.ts';
import { reflection } from './cors-reflected.ts';
import { isOpenTo, weighCors } from './judge-cors.ts';
import { corsSubject, SUBJECT } from './subject.ts';

/** Asks for private answers in the name of origins. Nothing is said where any origin would do: that is cors-reflected's. */
export const tryOrigins = async (context: ProbeContext, origins: readonly string[], most: number): Promise<Said[]> => {
  const subject = await corsSubject(context);
  if (subject === null)
    return [say(SUBJECT, 'not-tested', 'No private answer was found to ask for from another site.')];
  if ((await reflection(context, subject)).open !== null) return [];
  const { verdict, said, bearerOnly } = weighCors(subject);
  const answers: Answer[] = [];
  for (const url of subject.urls.slice(0, most)) {
    for (const origin of origins) {
      const answer = await subject.ask(url, origin);
      answers.push(answer);
      if (!isOpenTo(answer, origin)) continue;
      const sentence = `${new URL(url).pathname} gave the private answer of ${subject.actor} and allowed it to the origin ${origin}, with credentials; a stranger’s was not allowed. ${said}`;
      return [say(SUBJECT, verdict, sentence, [answer], { actor: subject.actor, facts: { bearerOnly } })];
    }
  }
  if (answers.every((answer) => !answer.ok)) return [say(SUBJECT, 'inconclusive', 'No private answer came.', answers)];
  return [
    say(SUBJECT, 'refuted', `None of ${origins.length} such origins was allowed.`, answers, { actor: subject.actor }),
  ];
};
