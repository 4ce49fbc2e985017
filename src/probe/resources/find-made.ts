import type { Actor } from '../contract/actor.ts';
import type { Operation } from '../contract/operation.ts';
import type { GoodAnswer } from '../contract/send.ts';
import { matchTemplate } from '../inventory/template.ts';
import type { Filled } from './fill.ts';
import { lastParameter, sameType, typeName, typeOfParameter } from './naming.ts';
import { madeObject, objectsIn, type FoundObject } from './objects.ts';
import { addressFor } from './request-for.ts';
import { ask, type Session } from './session.ts';
import { isTree } from './tree.ts';

/** What was made, not the parent that some answers show instead: `{ customer: { id, addresses: [] } }`. */
export const madeOf = (
  json: unknown,
  type: string,
  actor: Actor,
  { values, referred, body }: Filled,
): FoundObject | undefined => {
  const found = madeObject(json, type);
  if (found === undefined || sameType(found.type, type)) return found;
  const known = [...Object.values(values), ...referred.map(({ id }) => id), ...actor.ids];
  if (!known.includes(found.id)) return found;
  const within = Object.entries(found.object).find(
    ([name, list]) => Array.isArray(list) && sameType(typeName(name), type),
  )?.[1];
  return objectsIn(within, type).findLast(({ object }) => holds(object, body));
};

/** Shows a text that was sent. */
const holds = (object: unknown, body: unknown): boolean => {
  const text = JSON.stringify(object);
  return Object.values(isTree(body) ? body : {}).some(
    (one) => typeof one === 'string' && one.length >= 8 && text.includes(JSON.stringify(one).slice(1, -1)),
  );
};

/** The answer has no id: a Location header, or the newest in the collection that holds what was sent. */
export const findMade = async (
  session: Session,
  operation: Operation,
  type: string,
  answer: GoodAnswer,
  actor: Actor,
  filled: Filled,
): Promise<(Pick<FoundObject, 'id' | 'names'> & Partial<FoundObject>) | undefined> => {
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
  return objectsIn(seen.json, type).findLast(({ object }) => holds(object, filled.body));
};
