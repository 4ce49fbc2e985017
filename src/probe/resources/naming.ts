import type { Actor } from '../contract/actor.ts';
import type { Operation } from '../contract/operation.ts';
import { isVerb, nameOfOne, singular } from '../inventory/words.ts';
import { segmentsOf } from '../inventory/template.ts';

const OWN = /^(?:_?id|uuid|guid|uid|pk|key|slug|handle|code|number|no|hash|identifier|name|username|user_?name)$/i;
const TAIL =
  /^(.+?)[_-]?(?:Id|_id|-id|ID|ids|Ids|_ids|Uuid|_uuid|UUID|Guid|Slug|_slug|Handle|_handle|Key|_key|Number|_number|Name|_name|Code|_code|Pk|_pk)$/;
const MINE = /^(?:me|self|my|mine|profile|account|whoami|current[-_]?user|user[-_]?info)$/i;

/** One spelling for a type: `order-items`, `OrderItem`, `order_item` → `orderItem`. */
export const typeName = (word: string): string => nameOfOne(singular(word.slice(0, 100)));

const bare = (type: string): string => singular(type.replaceAll(/[^a-z0-9]/gi, '').toLowerCase());

/** `product` and `storeProduct` are one; `order` and `orderItem` are two. */
export const sameType = (a: string, b: string): boolean => {
  const [x, y] = [bare(a), bare(b)];
  return x === y || (x.length > 3 && y.endsWith(x)) || (y.length > 3 && x.endsWith(y));
};

/** What a name refers to: `listingId` → listing. Undefined when it names nothing, as `id` does. */
export const typeOfName = (name: string): string | undefined => {
  if (OWN.test(name)) return undefined;
  const base = TAIL.exec(name)?.[1];
  return base === undefined || base === '' ? undefined : typeName(base);
};

const nameIn = (segment: string | undefined): string | undefined => /\{([^{}]+)\}/.exec(segment ?? '')?.[1];

/** The type of a path parameter, by what stands before it or else by its name. */
export const typeOfParameter = (path: string, parameter: string): string | undefined => {
  const segments = segmentsOf(path);
  const at = segments.findIndex((segment) => nameIn(segment) === parameter);
  const before = at > 0 ? segments[at - 1] : undefined;
  const isNamed =
    before !== undefined && nameIn(before) === undefined && !isVerb(before) && !/^(?:v\d+|api|rest)$/i.test(before);
  const byName = typeOfName(parameter);
  if (isNamed && (byName === undefined || singular(before) !== before)) {
    // `/cart/items/{listingId}`: the name says more than the collection.
    return byName !== undefined && !sameType(byName, before) ? byName : typeName(before);
  }
  return byName ?? (isNamed ? typeName(before) : undefined);
};

/** What a path without a parameter at its end is about: its last word that is no verb. */
export const typeOfPath = (path: string): string | undefined => {
  const literals = segmentsOf(path).filter((segment) => nameIn(segment) === undefined);
  const last = literals.findLast(
    (segment) => !isVerb(segment) && !/^(?:v\d+|api|rest|all|list|mine|my|new|search)$/i.test(segment),
  );
  if (last === undefined) return undefined;
  return MINE.test(last) ? 'user' : typeName(last);
};

/** Names of the path's parameters. */
export const parametersIn = (path: string): string[] => segmentsOf(path).flatMap((segment) => nameIn(segment) ?? []);

/** The parameter that ends a path; undefined when a word does. */
export const lastParameter = (path: string): string | undefined => nameIn(segmentsOf(path).at(-1));

export const isOwnName = (name: string): boolean => OWN.test(name);
export const isMine = (segment: string): boolean => MINE.test(segment);

const STAFF = /(?:admin|moderat|^mod$|staff|support|manager|root|super|operator|auditor|helpdesk|employee|finance)/i;
const STAFF_AREA =
  /^(?:admins?|administration|administrator|backoffice|back-office|internal|management|manage|console|ops|moderation|moderators?|mod|staff|superuser)$/i;

/** Works for the marketplace, and so sees what belongs to others. */
export const isStaff = ({ role }: Actor): boolean => STAFF.test(role);

const stem = (word: string): string => word.toLowerCase().replace(/(?:ation|ators?|ors?|ers?|ions?|s)$/, '');

/** Whether an operation is in this actor's part of the app: `/seller/…` is for sellers, `/admin/…` for staff. */
export const isFor = (
  actor: Actor,
  { path, origin }: Pick<Operation, 'path' | 'origin'>,
  everyone: readonly Actor[],
): boolean => {
  if (actor.origin !== undefined && actor.origin !== origin && everyone.some((one) => one.origin !== actor.origin)) {
    if (isStaff(actor)) return false;
  }
  for (const segment of segmentsOf(path).slice(0, 3)) {
    const roles = new Set(
      everyone
        .filter(
          ({ role }) =>
            role.toLowerCase() === segment.toLowerCase() ||
            (stem(role).length >= 5 && stem(role) === stem(segment) && isStaff({ role } as Actor)),
        )
        .map(({ role }) => role),
    );
    if (roles.size > 0) return roles.has(actor.role);
    if (STAFF_AREA.test(segment)) return isStaff(actor);
  }
  return !isStaff(actor);
};
