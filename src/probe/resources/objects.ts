import { isTree } from './tree.ts';
import { typeName } from './naming.ts';

/** An object of an answer that has an id. */
export interface FoundObject {
  type: string;
  id: string;
  object: Readonly<Record<string, unknown>>;
  /** Other names by which it is addressed: `{ slug }`. */
  names: Readonly<Record<string, string>>;
  /** It stood in a list. */
  listed: boolean;
}

const WRAPPER =
  /^(?:data|items?|results?|list|rows|content|docs|records|entries|payload|response|edges|nodes?|attributes|value|values|collection|elements|hits|page)$/i;
const NAMES = ['slug', 'handle', 'username', 'code', 'number'] as const;
const MOST = 60;

const idText = (value: unknown): string | undefined => {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 0 ? String(value) : undefined;
  return typeof value === 'string' && /^[\w.:@|~+=-]{1,160}$/.test(value) ? value : undefined;
};

const idOf = (object: Readonly<Record<string, unknown>>, type: string): string | undefined => {
  for (const name of ['id', '_id', 'uuid', 'guid', `${type}Id`, `${type}_id`, `${type}ID`, 'slug']) {
    const id = idText(object[name]);
    if (id !== undefined) return id;
  }
  return undefined;
};

/** The objects of an answer: itself, what wraps one, and the members of lists. `type` is what the operation is about. */
export const objectsIn = (json: unknown, type: string): FoundObject[] => {
  const found: FoundObject[] = [];
  const visit = (value: unknown, known: string, depth: number, listed: boolean): void => {
    if (found.length >= MOST || depth > 4) return;
    if (Array.isArray(value)) {
      for (const member of value.slice(0, MOST)) visit(member, known, depth + 1, true);
      return;
    }
    if (!isTree(value)) return;
    const id = idOf(value, known);
    if (id !== undefined) {
      const names = Object.fromEntries(
        NAMES.flatMap((name) => {
          const text = idText(value[name]);
          return text === undefined ? [] : [[name, text]];
        }),
      );
      found.push({ type: known, id, object: value, names, listed });
      return;
    }
    for (const [name, member] of Object.entries(value).slice(0, 40)) {
      if (typeof member !== 'object' || member === null) continue;
      // Lists of a thing's parts have their own names: `{ listings: [] }`, `{ order: {} }`.
      visit(member, WRAPPER.test(name) ? known : typeName(name), depth + 1, listed);
    }
  };
  visit(json, type, 0, false);
  return found;
};

/** Of the answer to a creation, the object that was made. */
export const madeObject = (json: unknown, type: string): FoundObject | undefined => {
  const all = objectsIn(json, type);
  return (
    all.find((one) => one.type === type && !one.listed) ??
    all.find(({ listed }) => !listed) ??
    (all.length === 1 ? all[0] : undefined)
  );
};
