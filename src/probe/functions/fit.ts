import { throwAway } from '../accounts/throw-away.ts';
import { isObject } from '../access/json.ts';
import { addressOf, missingLike, pathNames } from '../access/operations.ts';
import { mayChange, targetsOf, type Target } from '../access/targets.ts';
import type { Actor } from '../contract/actor.ts';
import type { Operation } from '../contract/operation.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Resource } from '../contract/resource.ts';

const NO_ID = '00000000-0000-4000-8000-0000000000aa';

/** An address with ids that mean nothing, of the shape that ids have here. */
export const emptyAddress = (context: ProbeContext, operation: Operation): string | undefined => {
  const values: Record<string, string> = {};
  for (const name of pathNames(operation.path)) {
    const known = context.actors.all.flatMap((actor) => context.resources.fitting(operation.id, name, actor))[0];
    const seen = operation.parameters.find((one) => one.name === name)?.seen?.[0];
    const sample = known?.keys[name] ?? known?.id ?? seen;
    const type = operation.parameters.find((one) => one.name === name)?.schema.type;
    values[name] =
      sample === undefined || sample === '' ? (type === 'integer' ? missingLike('1') : NO_ID) : missingLike(sample);
  }
  return addressOf(operation, values);
};

/** Things that an operation of the staff may be tried on: ours, of whatever account, a public one and one that is not; for people, the account that was made to be damaged. */
export const somethingFor = async (context: ProbeContext, operation: Operation): Promise<Target[]> => {
  const named = pathNames(operation.path).at(-1);
  if (named === undefined) return [];
  if (isAboutPeople(operation)) {
    const person = await personFor(context, operation, named);
    return person === undefined ? [] : [person];
  }
  const found = context.actors.all
    .flatMap((actor) => targetsOf(context, operation, actor, 8))
    .filter(({ resource }) => mayChange(context, resource))
    .toSorted((a, b) => Number(b.resource.ours) - Number(a.resource.ours));
  return [found.find(({ resource }) => resource.public), found.find(({ resource }) => !resource.public)].filter(
    (one) => one !== undefined,
  );
};

export const isAboutPeople = ({ path }: Operation): boolean =>
  /\/(?:users?|members?|accounts?|customers?|people|profiles?)\/\{[^{}]*\}/i.test(path);

const personFor = async (context: ProbeContext, operation: Operation, named: string): Promise<Target | undefined> => {
  const made = await throwAway(context);
  if (!made.ok || !made.own.mine.ok || pathNames(operation.path).length !== 1) return undefined;
  const id = accountIdIn(made.own.mine.json);
  const values = { [named]: id ?? '' };
  const url = addressOf(operation, values);
  if (id === undefined || url === undefined) return undefined;
  const resource: Resource = {
    type: 'user',
    id,
    owner: 'a new account',
    from: operation.id,
    ours: true,
    keys: values,
    public: false,
  };
  const owner: Actor = {
    name: 'a new account',
    role: 'new',
    tenant: 'new',
    rank: 0,
    ids: new Set([id]),
    carries: 'nothing',
  };
  return { operation, owner, resource, url, values, named };
};

/** Pure: the id of the account in an answer about oneself. */
export const accountIdIn = (json: unknown, depth = 0): string | undefined => {
  if (!isObject(json) || depth > 3) return undefined;
  for (const name of ['id', '_id', 'uuid', 'userId', 'user_id', 'sub']) {
    const value = json[name];
    if ((typeof value === 'string' && value !== '') || typeof value === 'number') return String(value);
  }
  for (const value of Object.values(json)) {
    const inner = accountIdIn(value, depth + 1);
    if (inner !== undefined) return inner;
  }
  return undefined;
};
