import { isGood, isSilent, told } from '../access/answers.ts';
import { bodyFor, encoded, headersFor, mark, membersOfBody } from '../access/bodies.ts';
import { leavesOf } from '../access/json.ts';
import { addressOf, isSafeRead, pathNames, tailOf } from '../access/operations.ts';
import { withoutTwins } from '../access/twins.ts';
import { between } from '../access/report.ts';
import { valuesFor } from '../access/targets.ts';
import { tidy } from '../access/tidy.ts';
import { objectWrites } from '../access/writes.ts';
import { say, type Said } from '../accounts/observe.ts';
import type { Actor } from '../contract/actor.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Resource } from '../contract/resource.ts';
import type { Answer } from '../contract/send.ts';

const REVIEW = /^(?:reviews?|ratings?|feedbacks?|testimonials?)$/i;

/** A review of what was never paid. */
export const earlyReviews = async (
  context: ProbeContext,
  owner: Actor,
  made: Resource,
  part: unknown,
): Promise<Said[]> => {
  const said: Said[] = [];
  for (const operation of objectWrites(context, 'child').filter(({ path }) => REVIEW.test(tailOf(path) ?? ''))) {
    const last = pathNames(operation.path).at(-1) ?? '';
    if (!context.resources.fitting(operation.id, last, owner).some(({ id }) => id === made.id)) continue;
    const values = valuesFor(context, operation, made, owner);
    const url = values && addressOf(operation, values);
    if (url === undefined) continue;
    const ordered = new Map(
      leavesOf(part).flatMap(({ name, value }): [string, string][] =>
        typeof value === 'string' ? [[name, value]] : [],
      ),
    );
    const text = mark();
    const given: Record<string, unknown> = {};
    for (const name of Object.keys(membersOfBody(operation))) {
      if (ordered.has(name)) given[name] = ordered.get(name);
      else if (/body|text|comment|content|message/i.test(name)) given[name] = text;
    }
    const body = encoded(operation, bodyFor(context, operation, owner, { given }));
    const answer = await context.send(
      { method: 'POST', url, headers: headersFor(operation), ...(body === undefined ? {} : { body }) },
      { as: owner, mode: 'write' },
    );
    if (!isGood(answer)) {
      said.push(
        say(
          operation.id,
          isSilent(answer) ? 'inconclusive' : 'refuted',
          `A review of what was not paid ${told(answer)}.`,
          [answer],
          between(owner),
        ),
      );
      continue;
    }
    const shown = await shownTo(context, ordered, text);
    await tidy(context, operation, owner, answer, values);
    said.push(
      say(
        operation.id,
        shown === undefined ? 'likely' : 'confirmed',
        `${owner.name} reviewed what was never paid, and ${shown === undefined ? 'the answer says that it was taken' : 'everybody reads it'}.`,
        [answer, shown],
        between(owner),
      ),
    );
  }
  return said;
};

/** Reviews as everybody reads them, of the things that were ordered. */
const shownTo = async (
  context: ProbeContext,
  ordered: ReadonlyMap<string, string>,
  text: string,
): Promise<Answer | undefined> => {
  const lists = withoutTwins(context.operations).filter(
    (operation) => isSafeRead(operation) && REVIEW.test(operation.path.split('/').at(-1) ?? ''),
  );
  for (const list of lists.slice(0, 6)) {
    const values = Object.fromEntries(pathNames(list.path).map((name) => [name, ordered.get(name) ?? '']));
    const url = addressOf(list, values);
    if (url === undefined) continue;
    const answer = await context.send({ method: 'GET', url }, { as: null, mode: 'read' });
    if (isGood(answer) && answer.text.includes(text)) return answer;
  }
  return undefined;
};
