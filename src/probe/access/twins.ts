import type { Operation } from '../contract/operation.ts';
import { deedOf, isPage } from './operations.ts';

/** A second way to what another operation does. */
export interface Twin {
  /** The operation it repeats. */
  of: Operation;
  /** `page`: a page or form with code of its own in front of the same thing. `host`: the same program, answering at a second name. */
  kind: 'page' | 'host';
}

/** Which operations do what another one does too. An API's operation is the one that counts; of hosts the first. */
export const twinsOf = (operations: readonly Operation[]): ReadonlyMap<Operation, Twin> => {
  const known = twins.get(operations);
  if (known !== undefined) return known;
  const found = new Map<Operation, Twin>();
  const [first] = operations
    .map(({ origin, id }) => (id.startsWith('http') ? '' : origin))
    .filter((origin) => origin !== '');
  const main = new Map(
    operations.filter(({ origin }) => origin === first).map((one) => [`${one.method} ${one.path}`, one]),
  );
  for (const operation of operations) {
    const same = main.get(`${operation.method} ${operation.path}`);
    // The same program behind a second name answers there too; only what is described there belongs there.
    if (operation.origin !== first && !isDescribed(operation) && same !== undefined)
      found.set(operation, { of: same, kind: 'host' });
  }
  const api = new Map(
    operations
      .filter((operation) => !isPage(operation) && !found.has(operation))
      .toReversed()
      .map((operation) => [deedOf(operation), operation]),
  );
  for (const operation of operations) {
    const same = api.get(deedOf(operation));
    if (isPage(operation) && !found.has(operation) && same !== undefined)
      found.set(operation, { of: same, kind: 'page' });
  }
  twins.set(operations, found);
  return found;
};

const twins = new WeakMap<readonly Operation[], ReadonlyMap<Operation, Twin>>();

const isDescribed = ({ sources }: Operation): boolean =>
  sources.some((source) => ['openapi', 'har', 'postman', 'config'].includes(source));

const kept = (cache: WeakMap<readonly Operation[], Operation[]>, without: readonly Twin['kind'][]) => {
  return (operations: readonly Operation[]): Operation[] => {
    const known = cache.get(operations);
    if (known !== undefined) return known;
    const all = twinsOf(operations);
    const list = operations.filter((operation) => !without.includes(all.get(operation)?.kind ?? ('' as 'page')));
    cache.set(operations, list);
    return list;
  };
};

/** Each deed once: to make things, and to find ways to read and remove them. */
export const withoutTwins = kept(new WeakMap(), ['page', 'host']);

/** Pages and forms beside the API that does the same: each has a guard of its own, which may be forgotten. */
export const withPages = kept(new WeakMap(), ['host']);
