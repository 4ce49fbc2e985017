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
  // `{id}` of a parent would be taken for the thing's own.
  for (const [name, value] of Object.entries(parents)) if (!isOwnName(name)) keys[name] = value;
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
