import { makeProbe, say } from '../accounts/observe.ts';
import { isGood } from '../actors/door.ts';
import { reflection, STRANGER } from './cors-reflected.ts';
import { allowedTo } from './judge-cors.ts';
import { corsSubject, SUBJECT } from './subject.ts';

export const corsWildcard = makeProbe({
  id: 'cors-wildcard',
  tries: 'whether private answers are open to scripts of every site that has a credential',
  mode: 'read',
  requests: 0,
  subject: SUBJECT,
  run: async (context) => {
    const subject = await corsSubject(context);
    if (subject === null)
      return [say(SUBJECT, 'not-tested', 'No private answer was found to ask for from another site.')];
    const { open, answers } = await reflection(context, subject);
    if (open !== null) return [];
    const wild = answers.find(
      (answer) => answer.ok && isGood(answer.status) && allowedTo(answer, STRANGER) === 'plain',
    );
    const actor = { actor: subject.actor };
    if (wild !== undefined)
      return [
        say(
          SUBJECT,
          'confirmed',
          `A private answer of ${subject.actor} is open to scripts of every site, without cookies.`,
          [wild],
          actor,
        ),
      ];
    return [say(SUBJECT, 'refuted', 'No private answer is open to scripts of every site.', answers, actor)];
  },
});
