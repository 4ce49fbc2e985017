import { isGood, isSilent, told } from '../access/answers.ts';
import { bodyFor, encoded, headersFor } from '../access/bodies.ts';
import { leavesOf } from '../access/json.ts';
import { addressOf, isSafeRead } from '../access/operations.ts';
import { withoutTwins } from '../access/twins.ts';
import type { Meant } from '../access/people.ts';
import { tidy } from '../access/tidy.ts';
import { survey } from '../access/survey.ts';
import type { Said } from '../accounts/observe.ts';
import type { Actor } from '../contract/actor.ts';
import type { Operation } from '../contract/operation.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer } from '../contract/send.ts';
import { leakCell } from '../objects/matrix.ts';
import { sayFunction } from './say-function.ts';

/** Something made that only others may make: shown when who is in charge finds it in the list. */
export const tryCreate = async (
  context: ProbeContext,
  operation: Operation,
  attacker: Actor | null,
  inCharge: Actor | undefined,
  meant: Meant | undefined,
  first: Answer,
): Promise<Said | undefined> => {
  const url = addressOf(operation, {});
  const owner = attacker ?? inCharge ?? context.actors.all[0];
  if (url === undefined || owner === undefined) return undefined;
  const body = bodyFor(context, operation, owner);
  const payload = encoded(operation, body);
  const answer =
    isGood(first) && body !== undefined && Object.keys(body).length === 0
      ? first
      : await context.send(
          {
            method: operation.method,
            url,
            headers: headersFor(operation),
            ...(payload === undefined ? {} : { body: payload }),
          },
          { as: attacker, mode: 'write' },
        );
  if (!isGood(answer)) {
    return sayFunction(
      operation,
      attacker,
      isSilent(answer) ? 'inconclusive' : 'refuted',
      `it ${told(answer)}`,
      [first, answer],
      meant,
    );
  }
  const marks = leavesOf(body).flatMap(({ value }) =>
    typeof value === 'string' && value.length >= 6 && !/^(?:true|false|\d{4}-)/.test(value) ? [value] : [],
  );
  const after = await listFor(context, operation, inCharge);
  // A page where data was due: many apps answer with it whatever they do not know.
  const isPage = answer.json === undefined && answer.text.trimStart().startsWith('<');
  if (!isPage) await tidy(context, operation, inCharge ?? attacker, answer);
  const shown = isGood(after) && marks.some((one) => after.text.includes(one));
  if (shown) context.cells.push(leakCell(operation.id, attacker?.role ?? 'nobody', answer.status, answer.exchange));
  // What nobody may be kept from is not known when nothing says whom it is for.
  if (!shown && isPage)
    return sayFunction(
      operation,
      attacker,
      'inconclusive',
      `it ${told(answer)} with a page, and no effect could be read back`,
      [answer, after],
      meant,
    );
  if (!shown && meant === undefined)
    return sayFunction(
      operation,
      attacker,
      operation.declared === 'protected' ? 'likely' : 'refuted',
      `it ${told(answer)}`,
      [answer, after],
      meant,
    );
  const what = shown
    ? `it ${told(answer)}, and ${inCharge?.name ?? 'its list'} finds what was made`
    : `it ${told(answer)}, and no effect could be read back`;
  return sayFunction(operation, attacker, shown ? 'confirmed' : 'likely', what, [answer, after], meant);
};

/** The list where such things stand, as who is in charge reads it now. */
const listFor = async (
  context: ProbeContext,
  { origin, path }: Operation,
  inCharge: Actor | undefined,
): Promise<Answer | undefined> => {
  const list = withoutTwins(context.operations).find(
    (one) => isSafeRead(one) && one.origin === origin && one.path === path,
  );
  const known = list === undefined ? undefined : (await survey(context)).of(list)[0];
  return known === undefined
    ? undefined
    : context.send({ method: 'GET', url: known.url }, { as: inCharge ?? null, mode: 'read' });
};
