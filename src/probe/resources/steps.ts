import type { Actor } from '../contract/actor.ts';
import type { Operation } from '../contract/operation.ts';
import type { Resource } from '../contract/resource.ts';
import { isPrivateThing } from '../values/names.ts';
import { cartOperations, publishOperations } from './creators.ts';
import { fill } from './fill.ts';
import { isFor, lastParameter, sameType, typeOfParameter } from './naming.ts';
import { objectsIn } from './objects.ts';
import { addressFor, bodyFor, headersFor } from './request-for.ts';
import { ask, type Session } from './session.ts';

/** Puts something that another sells into the actor's cart. What it was; undefined when nothing could be. */
export const fillCart = async (session: Session, actor: Actor): Promise<Resource[] | undefined> => {
  const { operations, actors } = session.parts;
  for (const operation of cartOperations(operations)
    .filter((one) => isFor(actor, one, actors.all))
    .slice(0, 4)) {
    const filled = fill(session, operation, 'cartItem', actor, 0);
    if ('missing' in filled || filled.referred.every(({ owner }) => owner === actor.name)) continue;
    const body = bodyFor(operation, filled.body);
    const headers = headersFor(operation);
    if (headers === undefined) continue;
    const answer = await ask(
      session,
      { method: operation.method, url: filled.url, headers, ...(body === undefined ? {} : { body }) },
      actor,
    );
    if (answer?.ok === true && answer.status < 300) return filled.referred;
  }
  return undefined;
};

/** Makes a thing public, where the app has a step for it. */
export const publish = async (session: Session, resource: Resource, actor: Actor): Promise<boolean> => {
  const { operations, actors } = session.parts;
  for (const operation of publishOperations(operations, resource.type)
    .filter((one) => isFor(actor, one, actors.all))
    .slice(0, 2)) {
    const name = lastParameterBefore(operation.path);
    const url = addressFor(operation, { ...resource.keys, [name]: resource.keys[name] ?? resource.id });
    if (url === undefined) continue;
    const answer = await ask(session, { method: operation.method, url }, actor);
    if (answer?.ok === true && answer.status < 300) return true;
  }
  return false;
};

const lastParameterBefore = (path: string): string => /\{([^{}]+)\}\/[^/{}]+$/.exec(path)?.[1] ?? '';

const isClosed = ({ declared }: Operation): boolean => declared !== 'public';

/** Reads a thing as its owner, and as nobody where it may be public. Gives the thing as it is now known. */
export const readBack = async (session: Session, resource: Resource, actor: Actor): Promise<Resource> => {
  const { operations, actors, canaries } = session.parts;
  const reads = operations.filter(({ method, path }) => {
    const name = lastParameter(path);
    return (
      method === 'GET' &&
      name !== undefined &&
      resource.id !== '' &&
      sameType(typeOfParameter(path, name) ?? '', resource.type)
    );
  });
  const urlOf = (operation: Operation): string | undefined => {
    const name = lastParameter(operation.path) ?? '';
    return addressFor(operation, { ...resource.keys, [name]: resource.keys[name] ?? resource.id });
  };
  let known = resource;
  const own = reads
    .filter((one) => isFor(actor, one, actors.all) && urlOf(one) !== undefined)
    // The actor's own part of the app shows more than the public one.
    .toSorted((a, b) => Number(isClosed(b)) - Number(isClosed(a)) || b.path.length - a.path.length);
  for (const operation of own.slice(0, 2)) {
    const answer = await ask(session, { method: 'GET', url: urlOf(operation) ?? '' }, actor);
    if (answer?.ok !== true || answer.status !== 200) continue;
    const shown = objectsIn(answer.json, resource.type).find(({ id }) => id === resource.id);
    if (shown !== undefined) known = { ...known, keys: { ...known.keys, ...shown.names } };
    break;
  }
  if (isPrivateThing(resource.type)) return known;
  const open = reads.find(
    (one) =>
      one.declared !== 'protected' &&
      actors.all.every((any) => isFor(any, one, actors.all) || any.role !== actor.role) &&
      urlOf(one) !== undefined,
  );
  if (open === undefined) return known;
  const answer = await ask(session, { method: 'GET', url: urlOf(open) ?? '' }, null);
  // Who shows private things to nobody has a leak, not a public thing.
  const isOpen =
    answer?.ok === true &&
    answer.status === 200 &&
    answer.text.includes(resource.id) &&
    canaries.seenIn(answer.text).length === 0;
  return isOpen ? { ...known, public: true } : known;
};
