import type { Operation } from '../contract/operation.ts';
import type { Resource, ResourceStore } from '../contract/resource.ts';
import { isOwnName, isStaff, sameType, typeOfName, typeOfParameter } from './naming.ts';

/** A store that can be filled. */
export interface FillableStore extends ResourceStore {
  /** Adds one, or joins it with what is known of it. One object may be in it once for each of its parties. */
  add(resource: Resource): void;
  /** Takes one out: it turned out to be nobody's own. */
  drop(resource: Resource): void;
  /** An id that anybody is shown; nobody's own. Things may refer to it. */
  addPublic(type: string, id: string): void;
  publicIds(type: string): readonly string[];
  /** How a thing of a type is made again. */
  onFresh(make: ResourceStore['fresh']): void;
}

const MOST = 3_000;
const MOST_PUBLIC = 30;

const keyOf = ({ type, id, owner }: Resource): string => `${type}\n${id}\n${owner}`;

export const createStore = (operations: readonly Operation[]): FillableStore => {
  const resources = new Map<string, Resource>();
  const publics = new Map<string, Set<string>>();
  const byId = new Map(operations.map((operation) => [operation.id, operation]));
  let freshly: ResourceStore['fresh'] = async () => undefined;

  const typeFor = (operationId: string, parameter: string): string | undefined => {
    const path = byId.get(operationId)?.path ?? '';
    return (path.includes(`{${parameter}}`) ? typeOfParameter(path, parameter) : undefined) ?? typeOfName(parameter);
  };

  return {
    all: () => [...resources.values()],
    of: (owner, type) =>
      [...resources.values()].filter(
        (one) => one.owner === owner.name && (type === undefined || sameType(one.type, type)),
      ),
    fitting: (operationId, parameter, owner) => {
      const type = typeFor(operationId, parameter);
      if (type === undefined) return [];
      const isSlug = isOwnName(parameter) && !/^(?:_?id|uuid|guid|uid|pk|key|identifier)$/i.test(parameter);
      const all = [...resources.values()].filter(
        (one) =>
          one.id !== '' &&
          sameType(one.type, type) &&
          (!isSlug || one.keys[parameter] !== undefined || one.id === one.keys['slug']),
      );
      const own = all.filter((one) => one.owner === owner.name);
      const others = all.filter((one) => one.owner !== owner.name && (one.public || (isStaff(owner) && one.ours)));
      return [...own.toSorted((a, b) => weight(b, type) - weight(a, type)), ...others];
    },
    fresh: (type, owner) => freshly(type, owner),
    add: (resource) => {
      const key = keyOf(resource);
      const known = resources.get(key);
      if (known === undefined && resources.size >= MOST) return;
      resources.set(key, known === undefined ? resource : joined(known, resource));
    },
    drop: (resource) => void resources.delete(keyOf(resource)),
    addPublic: (type, id) => {
      const ids = publics.get(type) ?? new Set<string>();
      if (ids.size < MOST_PUBLIC) ids.add(id);
      publics.set(type, ids);
    },
    publicIds: (type) => [...publics].filter(([name]) => sameType(name, type)).flatMap(([, ids]) => [...ids]),
    onFresh: (make) => {
      freshly = make;
    },
  };
};

const weight = (one: Resource, type: string): number =>
  (one.ours ? 8 : 0) +
  (one.type.toLowerCase() === type.toLowerCase() ? 4 : 0) +
  (one.public ? 0 : 2) +
  (one.made === undefined ? 0 : 1);

const joined = (known: Resource, more: Resource): Resource => {
  const parties = new Set([...(known.parties ?? []), ...(more.parties ?? [])]);
  const made = known.made ?? more.made;
  return {
    ...known,
    ours: known.ours || more.ours,
    public: known.public || more.public,
    keys: { ...more.keys, ...known.keys },
    ...(parties.size === 0 ? {} : { parties: [...parties] }),
    ...(made === undefined ? {} : { made }),
  };
};
