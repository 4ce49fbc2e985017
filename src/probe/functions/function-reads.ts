import { isGood, isHtml, told } from '../access/answers.ts';
import { listIn } from '../access/json.ts';
import { addressOf, nounOf, pathNames } from '../access/operations.ts';
import { withoutTwins } from '../access/twins.ts';
import { meantFor, type Meant } from '../access/people.ts';
import { foreignIn, isPersonal, loginsIn } from '../access/secrets-of.ts';
import { survey, type Survey } from '../access/survey.ts';
import { targetsOf } from '../access/targets.ts';
import type { Said } from '../accounts/observe.ts';
import type { Actor } from '../contract/actor.ts';
import type { Operation } from '../contract/operation.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer } from '../contract/send.ts';
import { leakCell } from '../objects/matrix.ts';
import { isPrivateThing } from '../values/names.ts';
import { judgeFunctionRead } from './judge-function.ts';
import { sayFunction } from './say-function.ts';

/** Operations of the same area refuse this role. */
const refusesElsewhere = (
  context: ProbeContext,
  seen: Survey,
  operation: Operation,
  attacker: Actor | null,
  meant: Meant,
): boolean =>
  withoutTwins(context.operations).some((other) => {
    if (other.id === operation.id || meantFor(context, other)?.by !== meant.by) return false;
    const answer = seen.as(other, attacker);
    return (
      answer?.ok === true &&
      [401, 403, 404].includes(answer.status) &&
      isGood(seen.as(other, entitledIn(context, meant)))
    );
  });

const entitledIn = ({ actors }: ProbeContext, { roles }: Meant): Actor | null =>
  actors.all.find(({ role }) => roles.has(role)) ?? null;

/** A read that is meant for others, or for who is logged in. Undefined when it says nothing. */
export const tryFunctionRead = async (
  context: ProbeContext,
  operation: Operation,
  attacker: Actor | null,
  inCharge: Actor | undefined,
  meant: Meant | undefined,
): Promise<Said | undefined> => {
  const seen = await survey(context);
  const pair =
    pathNames(operation.path).length === 0
      ? plain(seen, operation, attacker, inCharge)
      : await byId(context, operation, attacker, inCharge, meant);
  if (pair === undefined) return undefined;
  const { attack, control } = pair;
  const secrets = isGood(attack) ? secretsIn(context, attack.text, attacker) : 0;
  if (meant === undefined) return anybody(context, operation, attack, control, secrets);
  const guarded = operation.declared === 'protected' || refusesElsewhere(context, seen, operation, attacker, meant);
  // A page of the app's shell is the same for everybody.
  const verdict =
    isGood(attack) && isHtml(attack) && secrets === 0
      ? 'refuted'
      : judgeFunctionRead({ control, attack, secrets, guarded });
  if (verdict === 'confirmed')
    context.cells.push(
      leakCell(operation.id, attacker?.role ?? 'nobody', attack.ok ? attack.status : null, attack.exchange),
    );
  const what =
    verdict === 'confirmed'
      ? `it ${told(attack)} with ${secrets > 0 ? 'private data of others' : `what ${inCharge?.name ?? 'staff'} gets`}`
      : `it ${told(attack)}`;
  return sayFunction(operation, attacker, verdict, what, [control, attack], meant);
};

/** Things and addresses of others; contact data in a row of one's own deal are another matter, unless nobody asks. */
const secretsIn = (context: ProbeContext, text: string, viewer: Actor | null): number =>
  foreignIn(context, text, viewer).filter(
    (canary) => viewer === null || !isPersonal(canary) || /admin|user/i.test(canary.place),
  ).length + loginsIn(context, text, viewer).length;

const plain = (
  seen: Survey,
  operation: Operation,
  attacker: Actor | null,
  inCharge: Actor | undefined,
): { attack: Answer; control: Answer | undefined } | undefined => {
  const attack = seen.as(operation, attacker);
  if (attack === undefined) return undefined;
  const good = seen.of(operation).find(({ viewer, answer }) => viewer !== null && isGood(answer))?.answer;
  return { attack, control: inCharge === undefined ? good : seen.as(operation, inCharge) };
};

/** Staff's reads of one object: of whatever account has one. */
const byId = async (
  context: ProbeContext,
  operation: Operation,
  attacker: Actor | null,
  inCharge: Actor | undefined,
  meant: Meant | undefined,
): Promise<{ attack: Answer; control: Answer | undefined } | undefined> => {
  // Objects of sellers and customers are the object probes' question.
  if (meant === undefined || inCharge === undefined || !isStaffRole(context, meant)) return undefined;
  const url = context.actors.all
    .filter((actor) => actor !== attacker)
    .flatMap((actor) => [targetsOf(context, operation, actor, 1)[0]?.url, ...personUrls(operation, actor)])
    .find((one) => one !== undefined);
  if (url === undefined) return undefined;
  const get = (as: Actor | null): Promise<Answer> => context.send({ method: 'GET', url }, { as, mode: 'read' });
  return { attack: await get(attacker), control: await get(inCharge) };
};

const isStaffRole = ({ actors }: ProbeContext, { roles }: Meant): boolean => {
  const low = Math.min(...actors.all.map(({ rank }) => rank));
  return (
    actors.all.filter(({ role }) => roles.has(role)).every(({ rank }) => rank > low) &&
    /admin|mod|staff|support|manag|owner|root/i.test([...roles].join(' '))
  );
};

const personUrls = (operation: Operation, actor: Actor): string[] => {
  const [name, ...more] = pathNames(operation.path);
  const id = [...actor.ids][0];
  if (
    name === undefined ||
    more.length > 0 ||
    id === undefined ||
    !/^(?:user|account|member|customer|profile)$/.test(nounOf(operation.path))
  )
    return [];
  return [addressOf(operation, { [name]: id }) ?? ''].filter((url) => url !== '');
};

/** What is declared to need a login, read without one. */
const anybody = (
  context: ProbeContext,
  operation: Operation,
  attack: Answer,
  control: Answer | undefined,
  secrets: number,
): Said | undefined => {
  if (operation.declared !== 'protected') return undefined;
  const isLeak = isGood(attack) && secrets > 0;
  if (isLeak) context.cells.push(leakCell(operation.id, 'nobody', attack.status, attack.exchange));
  const isOdd =
    isGood(attack) &&
    !isLeak &&
    listIn(attack.json)?.length !== 0 &&
    isPrivateThing(nounOf(operation.path)) &&
    isGood(control);
  if (isOdd)
    context.cells.push({
      operation: operation.id,
      role: 'nobody',
      outcome: 'odd',
      status: attack.status,
      exchange: attack.exchange,
    });
  const verdict = isLeak
    ? 'confirmed'
    : !attack.ok || attack.status === 429 || attack.status >= 500
      ? 'inconclusive'
      : 'refuted';
  return sayFunction(
    operation,
    null,
    verdict,
    `it ${told(attack)}${isLeak ? ' with private data, though its description asks for a login' : ''}`,
    [control, attack],
    undefined,
  );
};
