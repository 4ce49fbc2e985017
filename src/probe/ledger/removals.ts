import type { Operation } from '../contract/operation.ts';
import { lastParameter, sameType, typeOfParameter } from '../resources/naming.ts';
import { segmentsOf } from '../inventory/template.ts';

/** A way to take a thing away. */
export interface Removal {
  operation: Operation;
  /** The parameter that names the thing. */
  parameter: string;
  /** `hides`: it is still there, but others do not see it any more. */
  effect: 'removes' | 'ends' | 'hides';
}

const REMOVES = /^(?:delete|remove|destroy|erase|purge|trash)$/i;
const ENDS = /^(?:cancel|withdraw|archive|close|void|revoke|retract|drop|dismiss|deactivate|end|expire)$/i;
const HIDES = /^(?:unpublish|hide|disable|pause|unlist|deactivate|make-?private)$/i;

/** Ways to take away a thing of a type, the most thorough first. */
export const removalsOf = (operations: readonly Operation[], type: string): Removal[] => {
  const found = operations.flatMap((operation): Removal[] => {
    const { method, path } = operation;
    if (ASIDE.test(path) && !ASIDE.test(`/${type}/`)) return [];
    const last = lastParameter(path);
    const isIts = (name: string): boolean =>
      sameType(typeOfParameter(path, name) ?? '', type) &&
      typeOfParameter(path, name)?.toLowerCase() === type.toLowerCase();
    if (last !== undefined)
      return method === 'DELETE' && isIts(last) ? [{ operation, parameter: last, effect: 'removes' }] : [];
    if (!['POST', 'PUT', 'PATCH', 'DELETE'].includes(method)) return [];
    const segments = segmentsOf(path);
    const word = segments.at(-1) ?? '';
    const name = /^\{(.+)\}$/.exec(segments.at(-2) ?? '')?.[1];
    if (name === undefined || !isIts(name)) return [];
    const effect = REMOVES.test(word) ? 'removes' : ENDS.test(word) ? 'ends' : HIDES.test(word) ? 'hides' : undefined;
    return effect === undefined ? [] : [{ operation, parameter: name, effect }];
  });
  const rank = { removes: 0, ends: 1, hides: 2 };
  return found.toSorted((a, b) => rank[a.effect] - rank[b.effect]);
};

/** Taking a thing out of a cart or off a list of favourites leaves it where it is. */
const ASIDE = /(?:^|\/)(?:carts?|baskets?|bags?|favou?rites?|wish-?lists?|likes?|saved|bookmarks?|follow\w*)\//i;

const OVER = /^(?:cancel|archiv|delet|remov|withdraw|clos|inactiv|void|revok|refund|expir|ended|disabled|trash)/i;

/** A state that says that the thing is over. */
export const isOver = (json: unknown): boolean => {
  const look = (value: unknown, depth: number): boolean => {
    if (typeof value !== 'object' || value === null || Array.isArray(value) || depth > 2) return false;
    return Object.entries(value)
      .slice(0, 60)
      .some(([name, one]) => {
        if (/^(?:status|state)$/i.test(name)) return typeof one === 'string' && OVER.test(one);
        if (
          /^(?:deleted|cancell?ed|archived|removed|withdrawn)(?:_?(?:at|on))?$|^is_?(?:deleted|archived|cancell?ed)$/i.test(
            name,
          )
        )
          return one !== null && one !== false && one !== '';
        return look(one, depth + 1);
      });
  };
  return look(json, 0);
};
