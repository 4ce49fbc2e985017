import { isGood } from '../access/answers.ts';
import { bodyFor, encoded, headersFor, mark, membersOfBody } from '../access/bodies.ts';
import { isStaff, isStaffs, meantFor } from '../access/people.ts';
import { isAccountDoor, isHidden, pathNames } from '../access/operations.ts';
import { withoutTwins } from '../access/twins.ts';
import { personIdsOf, tenantIdsOf } from '../access/parent-trials.ts';
import { aThing, between } from '../access/report.ts';
import { tidy, typeMadeBy } from '../access/tidy.ts';
import { survey } from '../access/survey.ts';
import { kindOfWrite } from '../access/writes.ts';
import { say, type Said } from '../accounts/observe.ts';
import type { Actor } from '../contract/actor.ts';
import type { Operation } from '../contract/operation.ts';
import type { ProbeContext } from '../contract/probe.ts';
import { leakCell } from './matrix.ts';
import { effectOf, type Made, type Place } from './spoof-effect.ts';
import { placeFor } from './spoof-place.ts';

/** Members by which a body says whose the new thing is, or who made it. */
const PERSONS = [
  'userId',
  'user_id',
  'senderId',
  'sender_id',
  'authorId',
  'author_id',
  'ownerId',
  'owner_id',
  'createdBy',
  'buyerId',
  'customerId',
  'sellerId',
  'accountId',
  'from',
];
const TENANTS = ['shopId', 'shop_id', 'storeId', 'tenantId', 'tenant_id', 'vendorId', 'organizationId', 'companyId'];
const RISKY =
  /(?:checkout|pay|payout|order|purchase|charge|withdraw|transfer|upload|import|invite|mail|subscribe|onboarding|apply|graphql|export|assistant|ai\/|ask|chat\/completions)/i;

/** `POST /notes` makes one more; `POST /account` of a page changes what is there. */
const isCollection = (operation: Operation): boolean =>
  kindOfWrite(operation) === 'child' ||
  (pathNames(operation.path).length === 0 && (/[^s]s$/i.test(operation.path) || operation.answer?.status === 201));

/** Creating with a free text, cheap and without money in it. */
const creates = (context: ProbeContext): Operation[] =>
  withoutTwins(context.operations)
    .filter(
      (operation) =>
        operation.method === 'POST' &&
        isCollection(operation) &&
        !isAccountDoor(operation) &&
        !isHidden(operation) &&
        !isStaffs(context, operation) &&
        !RISKY.test(operation.path.split('/').at(-1) ?? '') &&
        Object.keys(membersOfBody(operation)).length > 0 &&
        !/multipart/.test(operation.body?.contentType ?? ''),
    )
    .slice(0, 12);

export const spoofedCreates = async (context: ProbeContext): Promise<Said[]> => {
  const said: Said[] = [];
  for (const operation of creates(context)) {
    const left: Left[] = [];
    said.push(...(await tryOne(context, operation, left)));
    for (const { answer, owner, values } of left) await tidy(context, operation, owner, answer, values);
  }
  return said;
};

/** What was made on the way, to be removed. */
type Left = Pick<Made, 'answer'> & { owner: Actor; values: Readonly<Record<string, string>> };

const isInvalid = ({ answer }: Made): boolean => answer.ok && [400, 422].includes(answer.status);

const tryOne = async (context: ProbeContext, operation: Operation, left: Left[]): Promise<Said[]> => {
  const meant = meantFor(context, operation);
  const seen = await survey(context);
  for (const attacker of context.actors.all.filter(
    (actor) => !isStaff(actor) && (meant === undefined || meant.roles.has(actor.role)),
  )) {
    const place = placeFor(context, operation, attacker);
    const victim = place?.others[0];
    if (place === undefined || victim === undefined) continue;
    const control = await create(context, operation, place, attacker, {}, left);
    if (control === undefined || !isGood(control.answer)) continue;
    const lies: [names: readonly string[], id: string | undefined, most: number][] = [
      [PERSONS, personIdsOf(context, seen, victim)[0], 6],
      [TENANTS, tenantIdsOf(context, seen, victim)[0], 3],
    ];
    for (const [names, id, most] of lies) {
      if (id === undefined) continue;
      // All at once; an app that refuses unknown members hears each by itself, the likeliest only.
      const lie = Object.fromEntries(names.map((name) => [name, id]));
      const all = await create(context, operation, place, attacker, lie, left);
      const single = all !== undefined && isInvalid(all) ? names.slice(0, most) : [];
      for (const one of [all, ...(await eachOf(context, operation, place, attacker, single, id, left))]) {
        // What was not valid has made nothing.
        if (one === undefined || isInvalid(one)) continue;
        const effect = await effectOf(context, place, control, one, attacker, victim);
        if (effect === undefined) continue;
        context.cells.push(
          leakCell(operation.id, attacker.role, one.answer.ok ? one.answer.status : null, one.answer.exchange),
        );
        const text = `${attacker.name} sent ${aThing(typeMadeBy(operation))} that names ${victim.name} as its own: ${effect.said}.`;
        return [
          say(operation.id, 'confirmed', text, [control.answer, one.answer, effect.shown], between(attacker, victim)),
        ];
      }
    }
    return [
      say(
        operation.id,
        'refuted',
        `Whose a new ${typeMadeBy(operation)} is did not depend on what the body says.`,
        [control.answer],
        between(attacker, victim),
      ),
    ];
  }
  return [];
};

const create = async (
  context: ProbeContext,
  operation: Operation,
  { url, values }: Place,
  attacker: Actor,
  extra: Record<string, unknown>,
  left: Left[],
): Promise<Made | undefined> => {
  const body = bodyFor(context, operation, attacker);
  const text = mark();
  const free = Object.entries(body ?? {}).find(
    ([name, value]) =>
      typeof value === 'string' && /title|name|body|text|message|comment|content|note|reason|description/i.test(name),
  );
  if (body === undefined || free === undefined) return undefined;
  const payload = encoded(operation, { ...body, [free[0]]: text, ...extra });
  if (payload === undefined) return undefined;
  const answer = await context.send(
    { method: 'POST', url, headers: headersFor(operation), body: payload },
    { as: attacker, mode: 'write' },
  );
  if (isGood(answer)) left.push({ answer, owner: attacker, values });
  return { answer, text };
};

const eachOf = async (
  context: ProbeContext,
  operation: Operation,
  place: Place,
  attacker: Actor,
  names: readonly string[],
  id: string,
  left: Left[],
): Promise<(Made | undefined)[]> => {
  const made: (Made | undefined)[] = [];
  for (const name of names) made.push(await create(context, operation, place, attacker, { [name]: id }, left));
  return made;
};
