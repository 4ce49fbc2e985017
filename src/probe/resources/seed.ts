import type { Actor } from '../contract/actor.ts';
import type { Resource } from '../contract/resource.ts';
import { creatorsOf, publishOperations, type Creator } from './creators.ts';
import { make, type Outcome } from './make.ts';
import { isFor, isStaff } from './naming.ts';
import { markProfiles } from './profile.ts';
import { addressFor } from './request-for.ts';
import { ask, openSession, type SeedParts, type Session, type Unmade } from './session.ts';
import { fillCart, publish, readBack } from './steps.ts';
import type { FillableStore } from './store.ts';

export interface Seeded {
  store: FillableStore;
  unmade: readonly Unmade[];
  requests: number;
}

const ROUNDS = 3;
/** Requests for one thing that a probe asks for later. */
const FOR_FRESH = 14;
const MOST_FRESH = 120;

/** Makes one object of each type that can be made, as each actor who may. Needs mode `write`; without it nothing is made. Never throws. */
export const seed = async (parts: SeedParts, store: FillableStore): Promise<Seeded> => {
  const session = openSession(parts, store, creatorsOf(parts.operations));
  const unmade = new Map<string, Unmade>();
  const done = new Set<string>();
  await markProfiles(session);
  for (let round = 0; round < ROUNDS; round++) {
    let made = 0;
    for (const creator of session.creators) {
      for (const actor of parts.actors.all) {
        const key = `${creator.operation.id} ${actor.name}`;
        if (done.has(key) || !mayMake(session, creator, actor)) continue;
        const outcome = await create(session, creator, actor, true);
        if (outcome.kind !== 'waits') done.add(key);
        if (outcome.kind === 'made') {
          made++;
          unmade.delete(key);
          continue;
        }
        const said = outcome.kind === 'waits' ? `there is no ${outcome.type} to refer to` : outcome.said;
        unmade.set(key, { type: creator.type, owner: actor.name, operation: creator.operation.id, said });
        // What one of a role may not, the others may not either.
        if (outcome.kind === 'refused' && (outcome.status === 401 || outcome.status === 403)) {
          for (const peer of parts.actors.ofRole(actor.role)) done.add(`${creator.operation.id} ${peer.name}`);
        }
      }
    }
    if (made === 0 || session.sent >= session.most) break;
  }
  const requests = session.sent;
  store.onFresh(freshMaker(session));
  return { store, unmade: [...unmade.values()], requests };
};

const DEAL = /(?:order|purchase|review|report|bid|offer|booking|reservation|cart|basket)/i;

/** In the actor's part of the app; who sells does not buy where others can. */
const mayMake = ({ parts, store }: Session, { operation, type, kind }: Creator, actor: Actor): boolean => {
  const everyone = parts.actors.all;
  if (!isFor(actor, operation, everyone)) return false;
  if (kind !== 'flow' && !DEAL.test(type)) return true;
  const sells = (one: Actor): boolean => store.of(one).some(({ ours, public: isPublic }) => ours && isPublic);
  return !sells(actor) || !everyone.some((one) => one.role !== actor.role && !isStaff(one) && !sells(one));
};

/** One thing with all its steps: what must be there first, the thing, its reading back; with a public twin where there is a step for it. */
const create = async (session: Session, creator: Creator, actor: Actor, withTwin: boolean): Promise<Outcome> => {
  const { store, parts } = session;
  let bought: Resource[] = [];
  if (creator.kind === 'flow') {
    const filled = await fillCart(session, actor);
    if (filled === undefined && creator.operation.path.split('/').every((part) => !part.includes('{')))
      return { kind: 'waits', type: 'thing to buy' };
    bought = filled ?? [];
  }
  if (creator.kind === 'single' && !(await isMissing(session, creator, actor)))
    return { kind: 'refused', status: 0, said: 'there is one already' };
  const outcome = await make(session, creator, actor);
  if (outcome.kind !== 'made') return outcome;
  let { resource } = outcome;
  if (bought.length > 0) resource = shareWith(session, resource, actor, bought);
  const known = await readBack(session, resource, actor);
  store.add(known);
  if (
    withTwin &&
    publishOperations(parts.operations, creator.type).some((one) => isFor(actor, one, parts.actors.all))
  ) {
    const twin = await make(session, creator, actor);
    if (twin.kind === 'made' && (await publish(session, twin.resource, actor)))
      store.add(await readBack(session, twin.resource, actor));
  }
  return { kind: 'made', resource: known };
};

/** What was bought is another's, who is a party of the deal. */
const shareWith = (
  { store, parts }: Session,
  resource: Resource,
  actor: Actor,
  bought: readonly Resource[],
): Resource => {
  const parties = [...new Set(bought.map(({ owner }) => owner))].filter((name) => name !== actor.name);
  parts.canaries.share(JSON.stringify(resource.made ?? ''), parties);
  // What was bought is found again by the order: a review names both.
  const keys = {
    ...Object.fromEntries(bought.flatMap((one) => Object.entries(one.keys).filter(([name]) => /id$/i.test(name)))),
    ...resource.keys,
  };
  for (const party of parties) store.add({ ...resource, keys, owner: party, parties: [actor.name] });
  const shared = { ...resource, keys, parties: [...new Set([...(resource.parties ?? []), ...parties])] };
  store.add(shared);
  return shared;
};

/** What each has one of is only made where there is none: what was there before is not ours to change. */
const isMissing = async (session: Session, { operation }: Creator, actor: Actor): Promise<boolean> => {
  const read = session.parts.operations.find(
    ({ method, path, origin }) => method === 'GET' && path === operation.path && origin === operation.origin,
  );
  const url = read === undefined ? undefined : addressFor(read, {});
  const answer = url === undefined ? undefined : await ask(session, { method: 'GET', url }, actor);
  return (
    answer?.ok === true &&
    (answer.status === 404 || answer.status === 204 || (answer.status === 200 && answer.json === null))
  );
};

/** Makes things again by what worked, one after the other for each actor: a cart can be filled for one order at a time. */
const freshMaker = (session: Session): FillableStore['fresh'] => {
  const queues = new Map<string, Promise<unknown>>();
  const limit = session.most + MOST_FRESH;
  const again = async (type: string, owner: Actor): Promise<Resource | undefined> => {
    const creator = session.recipes.get(`${type} ${owner.name}`);
    if (creator === undefined || session.sent >= limit) return undefined;
    session.most = Math.min(limit, session.sent + FOR_FRESH);
    const outcome = await create(session, creator, owner, false);
    return outcome.kind === 'made' ? outcome.resource : undefined;
  };
  return async (type, owner) => {
    const turn = (queues.get(owner.name) ?? Promise.resolve()).then(() => again(type, owner));
    queues.set(
      owner.name,
      turn.catch(() => undefined),
    );
    return turn.catch(() => undefined);
  };
};
