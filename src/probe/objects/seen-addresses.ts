import { isGood, told } from '../access/answers.ts';
import { addressOf, nounOf, pathNames } from '../access/operations.ts';
import { isStaff } from '../access/people.ts';
import { aThing, between, notTried } from '../access/report.ts';
import { outcomeOf } from '../access/survey.ts';
import { say, type Said } from '../accounts/observe.ts';
import type { Actor } from '../contract/actor.ts';
import type { Operation } from '../contract/operation.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer } from '../contract/send.ts';

const MOST = 3;

/** Addresses of an operation as links and recordings showed them: the values of its parameters that were seen together. */
const addressesOf = (operation: Operation): string[] => {
  const names = pathNames(operation.path);
  const seen = names.map(
    (name) => operation.parameters.find((one) => one.in === 'path' && one.name === name)?.seen ?? [],
  );
  const together = Math.min(MOST, ...seen.map((values) => values.length));
  return Array.from({ length: together }, (_, index) =>
    addressOf(operation, Object.fromEntries(names.map((name, at) => [name, seen[at]?.[index] ?? '']))),
  ).filter((url) => url !== undefined);
};

/**
 * A read whose things we know only from a link: whose they are, nobody has told. So nothing is confirmed here; it is public when a visitor is let
 * in, and kept apart when somebody is let in and a peer and a visitor are not.
 */
export const trySeen = async (context: ProbeContext, operation: Operation): Promise<Said> => {
  const noun = nounOf(operation.path) || 'thing';
  const ask = async (url: string, as: Actor | null): Promise<Answer> => {
    const answer = await context.send({ method: 'GET', url }, { as, mode: 'read' });
    context.cells.push({
      operation: operation.id,
      role: as?.role ?? 'nobody',
      outcome: outcomeOf(answer, as),
      status: answer.ok ? answer.status : null,
      exchange: answer.exchange,
    });
    return answer;
  };
  for (const url of addressesOf(operation)) {
    const visitors = await ask(url, null);
    const visitorsStatus = visitors.ok ? visitors.status : 500;
    if (isGood(visitors))
      return say(operation.id, 'refuted', `Somebody without a login is shown this ${noun} too: it is public.`, [
        visitors,
      ]);
    for (const reader of context.actors.all.filter((actor) => !isStaff(actor))) {
      const own = await ask(url, reader);
      if (!isGood(own)) continue;
      const peer = context.actors.pairs().find(([victim]) => victim === reader)?.[1];
      if (peer === undefined) break;
      const theirs = await ask(url, peer);
      const kept = theirs.ok && [401, 403, 404].includes(theirs.status) && visitorsStatus < 500;
      return say(
        operation.id,
        kept ? 'refuted' : 'inconclusive',
        `${reader.name} is shown it, ${peer.name} asked for the same ${noun}: it ${told(theirs)}.`,
        [own, theirs, visitors],
        between(peer, reader),
      );
    }
  }
  return notTried(operation.id, `No account has ${aThing(noun)} to ask for.`);
};
