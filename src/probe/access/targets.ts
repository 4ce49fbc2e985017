import type { Actor } from '../contract/actor.ts';
import type { Operation } from '../contract/operation.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Resource } from '../contract/resource.ts';
import { learntOf } from './learnt.ts';
import { addressOf, nounOf, pathNames } from './operations.ts';

/** An operation aimed at one object. */
export interface Target {
  operation: Operation;
  owner: Actor;
  resource: Resource;
  url: string;
  /** Values of all its path parameters. */
  values: Readonly<Record<string, string>>;
  /** The parameter that names the object itself. */
  named: string;
}

const valueOf = (resource: Resource, name: string, isLast: boolean): string | undefined =>
  resource.keys[name] ?? (isLast && resource.id !== '' ? resource.id : undefined);

/** Values of the path's parameters for an object and its parents. */
export const valuesFor = (
  { resources }: ProbeContext,
  operation: Operation,
  resource: Resource,
  owner: Actor,
): Record<string, string> | undefined => {
  const names = pathNames(operation.path);
  const values: Record<string, string> = {};
  for (const [index, name] of names.entries()) {
    const isLast = index === names.length - 1;
    const value =
      valueOf(resource, name, isLast) ??
      resources.fitting(operation.id, name, owner).map((parent) => valueOf(parent, name, true))[0];
    if (value === undefined) return undefined;
    values[name] = value;
  }
  return values;
};

/** What an operation can be aimed at as somebody's own: what we made, with private things in it, first. */
export const targetsOf = (context: ProbeContext, operation: Operation, owner: Actor, most = 4): Target[] => {
  const names = pathNames(operation.path);
  const named = names.at(-1);
  if (named === undefined) return [];
  const stored = context.resources
    .fitting(operation.id, named, owner)
    .filter((resource) => resource.owner === owner.name)
    .toSorted((a, b) => weight(b) - weight(a));
  const found = stored.length > 0 || names.length > 1 ? stored : learntOf(context, nounOf(operation.path), owner);
  return found
    .flatMap((resource): Target[] => {
      const values = valuesFor(context, operation, resource, owner);
      const url = values && addressOf(operation, values);
      return values === undefined || url === undefined ? [] : [{ operation, owner, resource, url, values, named }];
    })
    .slice(0, most);
};

const weight = ({ ours, public: isPublic, made, parties }: Resource): number =>
  (ours ? 8 : 0) + (isPublic ? 0 : 4) + (made === undefined ? 0 : 2) + (parties === undefined ? 0 : 1);

/** What may be changed: what we made; on a development copy also what else belongs to the accounts that we were given. */
export const mayChange = ({ config }: ProbeContext, { ours }: Resource): boolean =>
  ours || config.boundary?.environment === 'development';
