import type { TrialKey, TrialPart, TrialRequest, TrialThing } from '../../model/evidence/trials.ts';
import { pathNames, tailOf } from '../access/operations.ts';
import type { Resource } from '../contract/resource.ts';
import { cartOperations, creatorOf, publishOperations } from '../resources/creators.ts';
import { sameType, typeOfParameter } from '../resources/naming.ts';
import { readOf, resourceNamed, type Loom } from './loom.ts';
import { isGoodStatus, type Matched } from './matched.ts';
import { placeOf, placesIn } from './leaves.ts';
import { requestOf, type Explain } from './templates.ts';

const keyOf = ({ type, id }: Resource): string => `${type}\n${id}`;

/** Values are ids of things of ours, or somebody reads them somewhere. */
export const explainer =
  (loom: Loom, actor: string | null, before: number): Explain =>
  (value, name, type) => {
    const resource = resourceNamed(loom, value, name, type);
    const thing = resource === undefined ? undefined : thingOf(loom, resource);
    if (thing !== undefined) return { kind: 'thing', thing: thing.name, key: 'id' };
    return resource === undefined ? readOf(loom, value, before, actor) : undefined;
  };

const makerOf = (loom: Loom, { id, from, made }: Resource): Matched | undefined =>
  loom.matched.find(
    ({ operation, taped, index }) =>
      index < loom.seeded &&
      operation.id === from &&
      taped.status < 400 &&
      (placeOf(taped.json, id) !== undefined ||
        taped.location?.split(/[/?#]/).includes(id) === true ||
        (made !== undefined && JSON.stringify(taped.body) === JSON.stringify({ json: made }))),
  );

/** One like it that was made before the probes began: what a probe made for itself is made in the same way. */
const original = (loom: Loom, resource: Resource): Resource | undefined => {
  const of = (one: Resource): boolean => makerOf(loom, one) !== undefined;
  if (of(resource)) return resource;
  const alike = loom.ours.filter((one) => one.type === resource.type && one.owner === resource.owner && of(one));
  return alike.find((one) => one.public === resource.public) ?? alike[0];
};

/** How a thing is made; undefined when it cannot be told. */
export const thingOf = (loom: Loom, wanted: Resource): TrialThing | undefined => {
  const resource = original(loom, wanted);
  if (resource === undefined) return undefined;
  const key = keyOf(resource);
  const known = loom.things.get(key);
  // Null while it is under way: what hangs on itself cannot be told.
  if (known !== undefined) return known ?? undefined;
  loom.things.set(key, null);
  const thing = weave(loom, resource);
  if (thing === undefined) return undefined;
  // What is needed stands first.
  loom.things.delete(key);
  loom.things.set(key, thing);
  return thing;
};

const weave = (
  loom: Loom,
  resource: Resource,
  maker = makerOf(loom, resource),
  after = maker === undefined ? [] : stepsAfter(loom, resource, maker),
): TrialThing | undefined => {
  const owner = maker === undefined ? undefined : loom.who.nameOf(maker.taped.actor);
  if (maker === undefined || owner === undefined) return undefined;
  const same = [...loom.things.values()].filter((one) => one?.type === resource.type).length;
  const name = `${resource.type}${same === 0 ? '' : same + 1}`;
  const own: TrialPart = { kind: 'thing', thing: name, key: 'id' };
  const before = stepsBefore(loom, maker);
  const steps: TrialRequest[] = [];
  for (const step of [...before, maker, ...after]) {
    const explain = explainer(loom, step.taped.actor, step.index);
    const mine: Explain = (value, at, type) =>
      value === resource.id && step.index > maker.index ? own : explain(value, at, type);
    const values = partsOf(step, mine);
    const request = values === undefined ? undefined : requestOf(loom, step.taped, step.operation, values, mine);
    if (request === undefined) return undefined;
    steps.push(request);
  }
  const id = idOf(loom, resource, maker, before.length);
  if (id === undefined) return undefined;
  const read = ownRead(loom, resource, maker, own);
  if (read !== undefined) loom.shown.set(name, { id: resource.id, json: read.json });
  const text = JSON.stringify(steps);
  return {
    name,
    type: resource.type,
    owner,
    steps,
    made: before.length,
    keys: { id, ...otherKeys(loom, resource, maker, before.length) },
    canary: text.includes('"canary"') && read?.shows === true,
    ...(read === undefined ? {} : { read: read.request }),
  };
};

/**
 * A thing as far as its owner had brought it when something else happened to it: an order for which a payment was begun. `key`
 * gives names to values of it that stand in the answers to those steps.
 */
export const thingUntil = (
  loom: Loom,
  resource: Resource,
  before: number,
  values: readonly (readonly [name: string, value: string])[],
): TrialThing | undefined => {
  const writes = loom.matched.filter(
    ({ index, taped }) => index < before && taped.method !== 'GET' && taped.status < 400,
  );
  const maker = writes.find(
    ({ operation, taped }) => operation.id === resource.from && placeOf(taped.json, resource.id) !== undefined,
  );
  if (maker === undefined) return undefined;
  // Steps on the way (a payment begun); what probes changed on it is none.
  const after = writes.filter(
    ({ index, taped, operation, values: named }) =>
      index > maker.index &&
      taped.method === 'POST' &&
      tailOf(operation.path) !== undefined &&
      taped.actor === maker.taped.actor &&
      Object.values(named).includes(resource.id),
  );
  const thing = weave(loom, resource, maker, after);
  if (thing === undefined) return undefined;
  const keys = values.flatMap(([name, value]): [string, TrialKey][] => {
    for (const [index, { taped }] of [maker, ...after].entries()) {
      const found = placesIn(taped.json).find(({ value: one }) => String(one).startsWith(value));
      const rest = String(found?.value ?? '').slice(value.length);
      const until = /^[^A-Za-z0-9]+[A-Za-z]*/.exec(rest)?.[0];
      if (found === undefined || (rest !== '' && until === undefined)) continue;
      const key = { from: 'answer', step: thing.made + index, at: found.at } as const;
      return [[name, until === undefined ? key : { ...key, until }]];
    }
    return [];
  });
  const whole = { ...thing, keys: { ...thing.keys, ...Object.fromEntries(keys) } };
  loom.things.set(`${resource.type}\n${resource.id}`, whole);
  return whole;
};

/** Path parameters, each explained; undefined when one is not. */
export const partsOf = ({ values, operation }: Matched, explain: Explain): Record<string, TrialPart> | undefined => {
  const parts: Record<string, TrialPart> = {};
  for (const [name, value] of Object.entries(values)) {
    const part = explain(value, name, typeOfParameter(operation.path, name));
    if (part === undefined) return undefined;
    parts[name] = part;
  }
  return parts;
};

/** What was put into the cart before an order was placed. */
const stepsBefore = (loom: Loom, { operation, taped, index }: Matched): Matched[] => {
  if (creatorOf(operation)?.kind !== 'flow') return [];
  const carts = new Set(cartOperations(loom.operations).map(({ id }) => id));
  const filled = loom.matched.findLast(
    (one) =>
      one.index < index &&
      one.taped.actor === taped.actor &&
      carts.has(one.operation.id) &&
      isGoodStatus(one.taped.status),
  );
  return filled === undefined ? [] : [filled];
};

/** What its owner did to make it public. */
const stepsAfter = (loom: Loom, resource: Resource, maker: Matched): Matched[] => {
  const steps = new Set(publishOperations(loom.operations, resource.type).map(({ id }) => id));
  return loom.matched.filter(
    ({ index, operation, taped, values }) =>
      index > maker.index &&
      index < loom.seeded &&
      steps.has(operation.id) &&
      taped.actor === maker.taped.actor &&
      isGoodStatus(taped.status) &&
      Object.values(values).includes(resource.id),
  );
};

const idOf = (loom: Loom, { id }: Resource, { taped, index }: Matched, step: number): TrialKey | undefined => {
  const at = placeOf(taped.json, id);
  if (at !== undefined) return { from: 'answer', step, at };
  if (taped.location?.split(/[/?#]/).includes(id) === true) return { from: 'location' };
  const part = readOf(loom, id, index + 12, taped.actor);
  return part === undefined ? undefined : { from: 'part', part };
};

/** Other names of it and its parents' ids, as paths may want them. */
const otherKeys = (loom: Loom, resource: Resource, maker: Matched, step: number): Record<string, TrialKey> => {
  const explain = explainer(loom, maker.taped.actor, maker.index);
  return Object.fromEntries(
    Object.entries(resource.keys).flatMap(([name, value]): [string, TrialKey][] => {
      if (value === resource.id || name === 'id') return [];
      const part = explain(value, name);
      if (part !== undefined) return [[name, { from: 'part', part }]];
      const at = placeOf(maker.taped.json, value);
      return at === undefined ? [] : [[name, { from: 'answer', step, at }]];
    }),
  );
};

/** How its owner reads it: at its own address before those below it, where it shows what was planted. */
const ownRead = (
  loom: Loom,
  resource: Resource,
  maker: Matched,
  own: TrialPart,
): { request: TrialRequest; shows: boolean; json: unknown } | undefined => {
  const planted = loom.canaries.seenIn(JSON.stringify(maker.taped.body ?? '')).map(({ value }) => value);
  const explain = explainer(loom, maker.taped.actor, maker.index);
  const mine: Explain = (value, name, type) => (value === resource.id ? own : explain(value, name, type));
  return loom.matched
    .filter(({ taped, operation, values }) => {
      const last = pathNames(operation.path).at(-1);
      return (
        taped.method === 'GET' &&
        taped.actor === maker.taped.actor &&
        taped.status === 200 &&
        taped.json !== undefined &&
        last !== undefined &&
        values[last] === resource.id &&
        sameType(typeOfParameter(operation.path, last) ?? '', resource.type)
      );
    })
    .map((one) => ({ one, shows: planted.some((value) => one.taped.text.includes(value)) }))
    .toSorted(
      (a, b) =>
        Number(b.shows) - Number(a.shows) ||
        Number(/\}$/.test(b.one.operation.path)) - Number(/\}$/.test(a.one.operation.path)),
    )
    .slice(0, 1)
    .flatMap(({ one, shows }) => {
      const values = partsOf(one, mine);
      const request = values === undefined ? undefined : requestOf(loom, one.taped, one.operation, values, mine);
      return request === undefined ? [] : [{ request, shows, json: one.taped.json }];
    })[0];
};
