import type { Actor } from '../contract/actor.ts';
import type { Operation } from '../contract/operation.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { GoodAnswer } from '../contract/send.ts';
import { isDangerous } from '../inventory/words.ts';
import { keysOf } from './keys.ts';
import { isFor, isStaff, parametersIn, sameType, typeOfParameter, typeOfPath } from './naming.ts';
import { objectsIn, type FoundObject } from './objects.ts';
import { addressFor } from './request-for.ts';
import type { FillableStore } from './store.ts';

export interface HarvestParts extends Pick<ProbeContext, 'actors' | 'operations' | 'send' | 'signal'> {
  /** At most so many requests. Default 300. */
  requests?: number;
}

const MOST_A_LIST = 15;
const SKIPPED =
  /(?:^|\/)(?:events|stream|sse|live|health\w*|metrics|export|download|csv|captcha|csrf\w*|oauth\w*|openapi\S*|swagger\S*|graphql)(?:\/|$)/i;

/** The app is busy, or what stands in front of it has lost it. */
const UNHEARD: readonly number[] = [429, 502, 503, 504];

const isList = ({ method, path, sources, answer }: Operation): boolean =>
  method === 'GET' &&
  !isDangerous(path) &&
  !SKIPPED.test(path) &&
  !/event-stream|html|pdf|image|csv/i.test(answer?.contentType ?? '') &&
  !sources.every((source) => source === 'guess' || source === 'robots' || source === 'form');

/** Learns ids from what each actor may list and read, without making anything. Gives the number of requests. Never throws. */
export const harvest = async (parts: HarvestParts, store: FillableStore): Promise<number> => {
  const { actors, operations, send, signal } = parts;
  const most = parts.requests ?? 300;
  const lists = operations.filter(isList);
  const open = new Set<string>();
  const seenBy = new Map<string, Set<Actor>>();
  /** Where not everybody who was asked was answered, so that nothing says whose a thing is. */
  const unheard = new Set<string>();
  let sent = 0;

  const get = async (
    operation: Operation,
    values: Readonly<Record<string, string>>,
    as: Actor | null,
  ): Promise<GoodAnswer | undefined> => {
    const url = addressFor(operation, values);
    if (url === undefined) return undefined;
    if (sent >= most || signal.aborted) {
      unheard.add(operation.id);
      return undefined;
    }
    sent++;
    const answer = await send({ method: 'GET', url }, { as, mode: 'read' });
    if (!answer.ok || UNHEARD.includes(answer.status)) unheard.add(operation.id);
    return answer.ok && answer.status >= 200 && answer.status < 300 && answer.json !== undefined ? answer : undefined;
  };
  const top = lists.filter(({ path }) => parametersIn(path).length === 0);
  for (const operation of top) {
    if (operation.declared === 'protected') continue;
    const answer = await get(operation, {}, null);
    if (answer === undefined) continue;
    for (const { type, id } of objectsIn(answer.json, typeOfPath(operation.path) ?? 'thing')) {
      store.addPublic(type, id);
      open.add(`${type}\n${id}`);
    }
  }
  for (const { path, parameters } of operations) {
    for (const { name, in: place, seen } of parameters) {
      const type = place === 'path' ? typeOfParameter(path, name) : undefined;
      for (const id of type === undefined ? [] : (seen ?? []).slice(0, 5)) store.addPublic(type ?? '', id);
    }
  }

  const keep = (
    actor: Actor,
    operation: Operation,
    found: readonly FoundObject[],
    parents: Readonly<Record<string, string>>,
  ): void => {
    const about = typeOfPath(operation.path) ?? 'thing';
    // Parts of an answer (the shop of a cart) may be anybody's.
    for (const { type, id, names } of found.filter((one) => sameType(one.type, about)).slice(0, MOST_A_LIST)) {
      const key = `${type}\n${id}`;
      seenBy.set(key, (seenBy.get(key) ?? new Set()).add(actor));
      store.add({
        type,
        id,
        owner: actor.name,
        from: operation.id,
        ours: false,
        keys: keysOf(operations, type, id, names, parents),
        public: open.has(key),
      });
    }
  };
  const people = actors.all.filter((actor) => !isStaff(actor));
  await Promise.all(
    people.map(async (actor) => {
      for (const operation of top) {
        if (operation.declared === 'public' || !isFor(actor, operation, actors.all)) continue;
        const answer = await get(operation, {}, actor);
        if (answer !== undefined)
          keep(actor, operation, objectsIn(answer.json, typeOfPath(operation.path) ?? 'thing'), {});
      }
      // One level deeper: what hangs on one of the actor's own things.
      for (const operation of lists) {
        const [name, ...more] = parametersIn(operation.path);
        if (name === undefined || more.length > 0 || operation.declared === 'public' || operation.path.endsWith('}'))
          continue;
        if (!isFor(actor, operation, actors.all)) continue;
        const parent = store.fitting(operation.id, name, actor).find((one) => one.owner === actor.name && !one.public);
        if (parent === undefined) continue;
        const values = { [name]: parent.keys[name] ?? parent.id };
        const answer = await get(operation, values, actor);
        if (answer !== undefined)
          keep(actor, operation, objectsIn(answer.json, typeOfPath(operation.path) ?? 'thing'), {
            ...parent.keys,
            ...values,
          });
      }
    }),
  );
  for (const one of store.all()) {
    if (!one.ours && unheard.has(one.from)) {
      store.drop(one);
      continue;
    }
    const viewers = [...(seenBy.get(`${one.type}\n${one.id}`) ?? [])];
    if (one.ours || viewers.length < 2) continue;
    // What two peers are shown belongs to neither; what a buyer and a seller are shown is their deal.
    if (viewers.some((a) => viewers.some((b) => a.role === b.role && a.tenant !== b.tenant))) {
      store.drop(one);
      store.addPublic(one.type, one.id);
    } else store.add({ ...one, parties: viewers.map(({ name }) => name).filter((name) => name !== one.owner) });
  }
  return sent;
};
