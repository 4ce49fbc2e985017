import { makeProbe, say, type Said } from '../accounts/observe.ts';
import { comparable } from '../accounts/own-answer.ts';
import { isGood } from '../actors/door.ts';
import { actorReads, freshQuery, type OwnRead } from '../answers/actor-reads.ts';
import { inBatches } from '../answers/in-batches.ts';
import { urlOf } from '../answers/routes.ts';
import { together } from '../answers/together.ts';
import type { Actor } from '../contract/actor.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer } from '../contract/send.ts';

const MOST = 30;

/** The owner's marks that stand in an answer to somebody else. */
export const leaked = (answer: Answer, marks: readonly string[]): string[] => {
  if (!answer.ok || !isGood(answer.status)) return [];
  const text = comparable(answer);
  return marks.filter((mark) => text.includes(mark) || answer.text.includes(mark));
};

const peerOf = ({ actors }: ProbeContext, owner: Actor): Actor | undefined =>
  actors.pairs().find(([victim]) => victim.name === owner.name)?.[1] ??
  actors.all.find(({ role, name }) => role === owner.role && name !== owner.name);

export const cachedPrivateAnswer = makeProbe({
  id: 'cached-private-answer',
  tries: 'whether one user’s answer is given to the next who asks for the same address',
  mode: 'read',
  requests: MOST * 3,
  subject: 'private answers',
  run: async (context) => {
    const reads = (await actorReads(context)).filter(({ marks, fresh }) => fresh && marks.length > 0).slice(0, MOST);
    if (reads.length === 0)
      return [say('private answers', 'not-tested', 'No answer was found that holds what only its owner’s does.')];
    return together(await inBatches(reads, 2, (read) => tryRead(context, read)));
  },
});

/** Another address of the same thing, that nobody primed, must not show it: else the app itself gives it, and no cache. */
const tryRead = async (context: ProbeContext, read: OwnRead): Promise<Said> => {
  const { operation, actor, marks } = read;
  const ask = (as: Actor | null, url: string): Promise<Answer> =>
    context.send({ method: 'GET', url }, { as, mode: 'read' });
  // What was read before may be kept no more.
  const url = urlOf(operation, freshQuery());
  const mine = await ask(actor, url);
  if (leaked(mine, marks).length === 0)
    return say(operation.id, 'inconclusive', `${actor.name} did not get the same data twice.`, [mine], {
      owner: actor.name,
    });
  const tried: Answer[] = [mine];
  for (const other of [peerOf(context, actor) ?? null, null]) {
    const answer = await ask(other, url);
    tried.push(answer);
    if (leaked(answer, marks).length === 0) {
      if (other === null) break;
      continue;
    }
    const control = await ask(other, urlOf(operation, freshQuery()));
    const who = other?.name ?? 'nobody';
    const people = { actor: who, owner: actor.name };
    if (leaked(control, marks).length > 0)
      return say(
        operation.id,
        'refuted',
        `${who} gets data of ${actor.name} also where nothing was kept, so no cache is the cause.`,
        [...tried, control],
        people,
      );
    return say(
      operation.id,
      'confirmed',
      `${actor.name} asked for an address with a query that nobody had used; ${who} then asked for the same and got the data of ${actor.name}. With another query it did not.`,
      [...tried, control],
      { ...people, facts: { attack: answer.exchange } },
    );
  }
  return say(operation.id, 'refuted', `After ${actor.name}, others got nothing of it at the same address.`, tried, {
    owner: actor.name,
  });
};
