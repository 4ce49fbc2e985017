import type { Actor } from '../contract/actor.ts';
import type { Operation } from '../contract/operation.ts';
import type { Resource } from '../contract/resource.ts';
import type { Body, GoodAnswer } from '../contract/send.ts';
import { matchTemplate } from '../inventory/template.ts';
import type { Creator } from './creators.ts';
import { keysOf } from './keys.ts';
import { fill, partiesOf, type Filled } from './fill.ts';
import { lastParameter, sameType, typeOfParameter } from './naming.ts';
import { madeObject, objectsIn } from './objects.ts';
import { repairFrom, type Repair } from './repair.ts';
import { addressFor, bodyFor, headersFor } from './request-for.ts';
import { ask, type Session } from './session.ts';
import { isTree } from './tree.ts';

export type Outcome =
  | { kind: 'made'; resource: Resource }
  /** Refers to a type of which there is nothing yet. */
  | { kind: 'waits'; type: string }
  | { kind: 'refused'; status: number; said: string };

/** Different things it may refer to, then different bodies. */
const MOST_PICKS = 3;
const MOST_BODIES = 4;

/** Makes one thing as an actor: the likeliest references first, the body mended by what the app says of it. */
export const make = async (session: Session, creator: Creator, actor: Actor): Promise<Outcome> => {
  const { operation, type } = creator;
  const pickKey = `${operation.id} ${actor.name}`;
  let refused: Outcome & { kind: 'refused' } = { kind: 'refused', status: 0, said: 'no request could be made' };
  const first = session.picks.get(pickKey) ?? 0;
  for (let pick = first; pick < first + MOST_PICKS; pick++) {
    let wasLast = true;
    for (let tries = 0; tries < MOST_BODIES; tries++) {
      const filled = fill(session, operation, type, actor, pick);
      if ('missing' in filled) return { kind: 'waits', type: filled.missing };
      wasLast = filled.isLast;
      const sent = await post(session, creator, actor, filled);
      if (sent.kind === 'made') {
        session.picks.set(pickKey, pick);
        return sent;
      }
      // What was said of the likeliest references says most.
      if (pick === first) refused = { kind: 'refused', status: sent.answer?.status ?? 0, said: saidBy(sent.answer) };
      if (sent.answer === undefined || [401, 409].includes(sent.answer.status) || sent.answer.status >= 500)
        return refused;
      if (![400, 422].includes(sent.answer.status) || !learn(session, operation.id, sent.answer, filled.body)) break;
    }
    if (wasLast) break;
  }
  return refused;
};

const saidBy = (answer: GoodAnswer | undefined): string =>
  answer === undefined
    ? 'no answer, or nothing more may be sent'
    : `${answer.status} ${answer.text.replaceAll(/[^\x20-\x7e]+/g, ' ').slice(0, 160)}`;

/** Whether the answer said something new of the body. */
const learn = ({ learnt }: Session, id: string, answer: GoodAnswer, body: unknown): boolean => {
  const before = learnt.get(id);
  const repair: Repair = repairFrom(answer.json, isTree(body) ? body : {}) ?? {
    also: new Set(['*']),
    given: new Map(),
  };
  const also = new Set([...(before?.also ?? []), ...repair.also]);
  const given = new Map([...(before?.given ?? []), ...repair.given]);
  learnt.set(id, { also, given });
  return also.size > (before?.also.size ?? 0) || given.size > (before?.given.size ?? 0);
};

type Posted = { kind: 'made'; resource: Resource } | { kind: 'refused'; answer: GoodAnswer | undefined };

const post = async (
  session: Session,
  { operation, type, kind }: Creator,
  actor: Actor,
  filled: Filled,
): Promise<Posted> => {
  const { ledger, canaries, operations } = session.parts;
  const headers = headersFor(operation);
  if (headers === undefined) return { kind: 'refused', answer: undefined };
  const body: Body | undefined = bodyFor(operation, filled.body);
  const parties = partiesOf(type, actor, filled.referred);
  if (parties.length > 0) canaries.share(JSON.stringify(filled.body ?? ''), parties);
  const key = ledger.intent({ type, owner: actor.name, by: operation.id });
  const answer = await ask(
    session,
    { method: operation.method, url: filled.url, headers, ...(body === undefined ? {} : { body }) },
    actor,
  );
  const good = answer?.ok === true ? answer : undefined;
  const isMade =
    good !== undefined &&
    good.status >= 200 &&
    good.status < 400 &&
    !(isTree(good.json) && good.json['errors'] !== undefined);
  if (!isMade) {
    // Without an answer nobody knows whether it was made: the intent stays.
    if (good !== undefined) ledger.failed(key);
    return { kind: 'refused', answer: good };
  }
  const found =
    kind === 'single'
      ? undefined
      : (madeObject(good.json, type) ?? (await findMade(session, operation, type, good, actor, filled)));
  if (found === undefined && kind !== 'single') {
    ledger.made(key, '', filled.values);
    return { kind: 'refused', answer: good };
  }
  const id = found?.id ?? '';
  const parents = Object.assign({}, ...filled.referred.map((one) => ({ ...namesOnly(one) })), filled.values) as Record<
    string,
    string
  >;
  const resource: Resource = {
    type,
    id,
    owner: actor.name,
    from: operation.id,
    ours: true,
    keys: keysOf(operations, type, id, found?.names ?? {}, parents),
    public: false,
    ...(parties.length === 0 ? {} : { parties }),
    ...(isTree(filled.body) ? { made: filled.body } : {}),
  };
  ledger.made(key, id, resource.keys);
  session.store.add(resource);
  for (const party of parties)
    session.store.add({
      ...resource,
      owner: party,
      parties: [actor.name, ...parties.filter((name) => name !== party)],
    });
  session.recipes.set(`${type} ${actor.name}`, { operation, type, kind });
  return { kind: 'made', resource };
};

/** A thing's own names (`slug`) are not its child's. */
const namesOnly = ({ keys }: Resource): Record<string, string> =>
  Object.fromEntries(
    Object.entries(keys).filter(([name]) => !['slug', 'handle', 'username', 'code', 'number'].includes(name)),
  );

/** The answer has no id: a Location header, or the newest in the collection that holds what was sent. */
const findMade = async (
  session: Session,
  operation: Operation,
  type: string,
  answer: GoodAnswer,
  actor: Actor,
  filled: Filled,
) => {
  const location = answer.headers['location'];
  if (location !== undefined && URL.canParse(location, filled.url)) {
    const path = new URL(location, filled.url).pathname;
    for (const one of session.parts.operations) {
      const name = lastParameter(one.path);
      if (name === undefined || !sameType(typeOfParameter(one.path, name) ?? '', type)) continue;
      const id = matchTemplate(one.path, path)?.[name];
      if (id !== undefined && id !== '') return { id, names: {} };
    }
  }
  const list = session.parts.operations.find(({ method, path }) => method === 'GET' && path === operation.path);
  const url = list === undefined ? undefined : addressFor(list, filled.values);
  const seen = url === undefined ? undefined : await ask(session, { method: 'GET', url }, actor);
  if (seen?.ok !== true) return undefined;
  const texts = Object.values(isTree(filled.body) ? filled.body : {}).filter(
    (one): one is string => typeof one === 'string' && one.length >= 8,
  );
  return objectsIn(seen.json, type).findLast(({ object }) => {
    const text = JSON.stringify(object);
    return texts.some((one) => text.includes(JSON.stringify(one).slice(1, -1)));
  });
};
