import type { ActorPool } from '../../contract/actor.ts';
import { segmentsOf, shapeOf } from '../template.ts';
import { isPlural, isVerb, nameOfOne } from '../words.ts';

/** Names under which marketplaces and their frameworks put things, below the API's base. */
const COMMON =
  'me users products orders items listings cart cart/items checkout payments payouts refunds coupons reviews messages conversations notifications files uploads photos images categories shops sellers stores vendors customers addresses wishlist favorites reports settings profile account invoices transactions subscriptions disputes offers bookings search events webhooks sessions admin stats config posts comments articles tags feed user auth/login auth/register auth/sign-up auth/signup auth/logout auth/refresh auth/sessions auth/forgot-password auth/reset-password auth/verify-email auth/verify-otp auth/resend-verification auth/change-password auth/me auth/session login register signup logout users/me users/login users/register user me/password me/email graphql openapi.json'.split(
    ' ',
  );
/** Below what belongs to a role. */
const IN_AREA =
  'users orders products listings payouts balance stats dashboard settings profile reports refunds orders/export users/export'.split(
    ' ',
  );
const AT_ROOT = 'health healthz status version metrics admin webhooks webhooks/stripe webhooks/payments events'.split(
  ' ',
);
const ACTIONS = 'cancel refund approve reject publish archive messages reviews items photos comments'.split(' ');
const BASE = /^(?:api|rest|v\d+|rpc|services?|store|_api|api-v\d+)$/i;

export interface Vocabulary {
  /** `/api`, `/api/v1`; where the API lives. */
  bases: string[];
  /** What stands between base and collection: `seller`, `admin`. */
  areas: string[];
  /** Ends of known paths, from a collection on: `orders/{orderId}/ship`. */
  tails: string[];
  common: readonly string[];
  inArea: readonly string[];
  root: readonly string[];
  /** What is often done to an item. */
  actions: readonly string[];
}

/** The words of an app's known paths, and the field's own. */
export const vocabularyOf = (paths: Iterable<string>, actors: ActorPool | null): Vocabulary => {
  const bases = new Map<string, number>();
  const areas = new Set<string>();
  const tails = new Map<string, string>();
  for (const path of paths) {
    const { base, rest } = splitBase(path);
    if (base !== '') bases.set(base, (bases.get(base) ?? 0) + 1);
    const [head = '', next] = rest;
    if (next !== undefined && !next.includes('{') && !head.includes('{') && !isPlural(head)) areas.add(head);
    for (const tail of tailsOf(rest)) if (!tails.has(shapeOf(tail))) tails.set(shapeOf(tail), tail);
  }
  for (const { role } of actors?.all ?? [])
    for (const name of [role, role.replace(/or$/, 'ion')]) if (/^[a-z][\w-]{1,30}$/i.test(name)) areas.add(name);
  return {
    bases: [...bases]
      .sort((a, b) => b[1] - a[1])
      .map(([base]) => base)
      .slice(0, 3),
    areas: ['admin', ...areas]
      .filter(
        (area, index, all) =>
          !/^(?:auth|customer|assets|static|_next|me|cart)$/.test(area) && all.indexOf(area) === index,
      )
      .slice(0, 8),
    tails: [...tails.values()].slice(0, 120),
    common: COMMON,
    inArea: IN_AREA,
    root: AT_ROOT,
    actions: ACTIONS,
  };
};

export const splitBase = (path: string): { base: string; rest: string[] } => {
  const segments = segmentsOf(path);
  const at = segments.findIndex((segment) => !BASE.test(segment));
  const end = at === -1 ? segments.length : at;
  return {
    base: segments
      .slice(0, end)
      .map((part) => `/${part}`)
      .join(''),
    rest: segments.slice(end),
  };
};

const itemName = (collection: string, tail: string): string => {
  const name = `${nameOfOne(collection)}Id`;
  return tail.includes(`{${name}}`) ? 'id' : name;
};

/** `shop/orders/{orderId}/ship` gives itself and `orders/{orderId}/ship`; each plural end gives its item too. */
const tailsOf = (rest: readonly string[]): string[] => {
  if (rest.length === 0 || rest.length > 8 || (rest.length === 1 && isVerb(rest[0] ?? ''))) return [];
  const starts = [
    0,
    ...rest.flatMap((segment, index) =>
      index > 0 &&
      (isPlural(segment) || index === rest.length - 1) &&
      !segment.includes('{') &&
      !rest[index - 1]?.includes('{')
        ? [index]
        : [],
    ),
  ];
  return starts.slice(0, 3).flatMap((start) => {
    const tail = rest.slice(start).join('/');
    const last = rest.at(-1) ?? '';
    if (last.includes('{')) return [tail];
    const before = rest.at(-2)?.includes('{') ?? false;
    return [tail, ...(isPlural(last) ? [`${tail}/{${itemName(last, tail)}}`] : before ? [`${tail}s`] : [])];
  });
};
