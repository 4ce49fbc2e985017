import type { Operation } from '../contract/operation.ts';
import { isOwnName, lastParameter, sameType, typeOfParameter } from './naming.ts';

/** The names by which operations address a thing of this type, each with its value; its parents' included. */
export const keysOf = (
  operations: readonly Operation[],
  type: string,
  id: string,
  names: Readonly<Record<string, string>> = {},
  parents: Readonly<Record<string, string>> = {},
): Record<string, string> => {
  const keys: Record<string, string> = {};
  // `{id}` of a parent would be taken for the thing's own, unless nothing addresses the thing by that name.
  for (const [name, value] of Object.entries(parents))
    if (!isOwnName(name) || !isAddressedBy(operations, type, name)) keys[name] = value;
  if (id !== '') {
    for (const { path } of operations) {
      const name = lastParameter(path);
      if (name === undefined || isOwnName(name) || keys[name] !== undefined) continue;
      const own = typeOfParameter(path, name);
      if (own !== undefined && own.toLowerCase() === type.toLowerCase() && sameType(own, type)) keys[name] = id;
    }
  }
  return { ...keys, ...names };
};

const isAddressedBy = (operations: readonly Operation[], type: string, name: string): boolean => {
  const items = operations.filter(({ path }) => sameType(typeOfParameter(path, lastParameter(path) ?? '') ?? '', type));
  return items.length === 0 || items.some(({ path }) => lastParameter(path) === name);
};
