import type { Actor } from '../contract/actor.ts';
import { isDangerous } from '../inventory/words.ts';
import type { HarvestParts } from './harvest.ts';
import { keysOf } from './keys.ts';
import { isFor, isStaff, lastParameter, parametersIn, sameType, typeOfParameter } from './naming.ts';
import { objectsIn } from './objects.ts';
import { addressFor } from './request-for.ts';
import type { FillableStore } from './store.ts';

const OWNER =
  /^(?:(?:user|owner|account|customer|member|buyer|person|profile)(?:[_-]?(?:id|uuid))?|(?:owned|created)[_-]?by)$/i;

/** Whether an object names the actor as the one whose it is: `{ userId: 24 }`. */
export const namesOwner = (object: Readonly<Record<string, unknown>>, { ids }: Pick<Actor, 'ids'>): boolean =>
  Object.entries(object).some(
    ([name, value]) =>
      OWNER.test(name) && (typeof value === 'string' || typeof value === 'number') && ids.has(String(value)),
  );

const means = (kind: string, type: string): boolean =>
  kind.length > 1 ? sameType(kind, type) : new RegExp(`^${kind}[a-z]+$`).test(type);

/** Things that no list shows and a log-in tells by their ids (a cart): own when the app’s answer names their owner. Gives the number of requests. */
export const harvestTold = async (
  { actors, operations, send, signal }: HarvestParts,
  store: FillableStore,
): Promise<number> => {
  let sent = 0;
  const reads = operations.flatMap((operation) => {
    const name = lastParameter(operation.path);
    const type = name === undefined ? undefined : typeOfParameter(operation.path, name);
    const isOne = operation.method === 'GET' && parametersIn(operation.path).length === 1;
    const isOpen = operation.declared === 'public' || isDangerous(operation.path);
    return name === undefined || type === undefined || !isOne || isOpen ? [] : [{ operation, name, type }];
  });
  for (const actor of actors.all.filter((one) => !isStaff(one))) {
    for (const { operation, name, type } of reads) {
      if (!isFor(actor, operation, actors.all) || store.of(actor, type).length > 0) continue;
      for (const { value } of (actor.told ?? []).filter(({ kind }) => means(kind, type)).slice(0, 2)) {
        const url = addressFor(operation, { [name]: value });
        if (url === undefined || signal.aborted) continue;
        sent++;
        const answer = await send({ method: 'GET', url }, { as: actor, mode: 'read' });
        if (!answer.ok || answer.status !== 200) continue;
        const found = objectsIn(answer.json, type).find(({ id, listed }) => id === value && !listed);
        if (found === undefined || !namesOwner(found.object, actor)) continue;
        const keys = keysOf(operations, type, value, found.names, {});
        store.add({ type, id: value, owner: actor.name, from: operation.id, ours: false, keys, public: false });
      }
    }
  }
  return sent;
};
