import type { Actor } from '../contract/actor.ts';
import type { Resource } from '../contract/resource.ts';
import type { Body, GoodAnswer } from '../contract/send.ts';
import type { Creator } from './creators.ts';
import { mergedSchema } from '../values/one-schema.ts';
import { findMade, madeOf } from './find-made.ts';
import { keysOf } from './keys.ts';
import { fill, partiesOf, type Filled } from './fill.ts';
import type { FoundObject } from './objects.ts';
import { repairFrom, type Repair } from './repair.ts';
import { bodyFor, headersFor } from './request-for.ts';
import { ask, type Session } from './session.ts';
import { isShapeless, NO_MEMBERS, shapeOfShown } from './shape.ts';
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
        return (await makeFilled(session, creator, actor, sent)) ?? sent;
      }
      // What was said of the likeliest references says most.
      if (pick === first) refused = { kind: 'refused', status: sent.answer?.status ?? 0, said: saidBy(sent.answer) };
      if (sent.answer === undefined || [401, 409].includes(sent.answer.status) || sent.answer.status >= 500)
        return refused;
      if (![400, 422].includes(sent.answer.status) || !learn(session, operation.id, sent.answer, filled.body)) break;
    }
    if (wasLast) break;
  }
  return [400, 422].includes(refused.status) ? ((await makeBare(session, creator, actor)) ?? refused) : refused;
};

/** What was made of nothing shows its members: once they are known, one is made that is filled. */
const makeFilled = async (
  session: Session,
  creator: Creator,
  actor: Actor,
  { shown }: Posted & { kind: 'made' },
): Promise<Outcome | undefined> => {
  const { id, body } = creator.operation;
  if (body === undefined || !isShapeless(body.schema) || session.shapes.has(id)) return undefined;
  session.shapes.set(id, shapeOfShown(shown ?? {}) ?? NO_MEMBERS);
  if (session.shapes.get(id) === NO_MEMBERS) return undefined;
  const filled = await make(session, creator, actor);
  if (filled.kind === 'made') return filled;
  // It does not take them so: the empty one has to do, for everybody.
  session.shapes.set(id, NO_MEMBERS);
  session.learnt.delete(id);
  return undefined;
};

/** What may be left out is left out: where the app says nothing of use, that is the likeliest to please it. */
const makeBare = async (session: Session, creator: Creator, actor: Actor): Promise<Outcome | undefined> => {
  const { operation, type } = creator;
  const filled = fill(session, operation, type, actor, 0);
  if ('missing' in filled || !isTree(filled.body)) return undefined;
  const required = new Set(mergedSchema(operation.body?.schema ?? {}).required);
  const body = Object.fromEntries(Object.entries(filled.body).filter(([name]) => required.has(name)));
  if (Object.keys(body).length === Object.keys(filled.body).length) return undefined;
  const sent = await post(session, creator, actor, { ...filled, body });
  return sent.kind === 'made' ? sent : undefined;
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

type Posted =
  | { kind: 'made'; resource: Resource; shown?: FoundObject['object'] }
  | { kind: 'refused'; answer: GoodAnswer | undefined };

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
      : (madeOf(good.json, type, actor, filled) ?? (await findMade(session, operation, type, good, actor, filled)));
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
  return { kind: 'made', resource, ...(found?.object === undefined ? {} : { shown: found.object }) };
};

/** A thing's own names (`slug`) are not its child's. */
const namesOnly = ({ keys }: Resource): Record<string, string> =>
  Object.fromEntries(
    Object.entries(keys).filter(([name]) => !['slug', 'handle', 'username', 'code', 'number'].includes(name)),
  );
