import type { Expr } from '../ir.ts';
import { textOf } from '../visit.ts';
import { KIND, flat, has, memberOf, type Kinds, type Val } from './kinds.ts';

/** What the names of functions and what they are given tell, where their code is not there to be followed. */

/** NestJS has the request in a context: `context.switchToHttp().getRequest()`. */
export const handsOutRequest = ({ f }: Extract<Expr, { k: 'call' }>, over: Val): boolean =>
  has(over.kinds, KIND.REQUEST) &&
  f.k === 'mem' &&
  typeof f.p === 'string' &&
  /^(?:switchTo(?:Http|Ws|Rpc)|getRequest|getContext|getClient|getHandshake)$/.test(f.p);

/** `prisma.order.update`, as it is written. */
export const nameOf = (e: Expr): string =>
  e.k === 'id'
    ? e.n
    : e.k === 'mem' && typeof e.p === 'string'
      ? `${nameOf(e.o)}.${e.p}`
      : e.k === 'call'
        ? `${nameOf(e.f)}()`
        : '';

/** What a name says of what who asks may do. */
export const ROLE_NAME = /(?:role|admin|permission|ability|allowed|authori[sz]e|staff|moderator|^can[A-Z]|\.can$)/i;

/** `isAdmin(user)`, `hasPermission(user, …)`: what it is asked about is what who asks may do. */
export const roleByName = (f: Expr, args: readonly Val[]): Kinds => {
  // CASL and its like: `ability.cannot('delete', subject('Order', order))`.
  if (f.k === 'mem' && (f.p === 'can' || f.p === 'cannot') && args.length > 1)
    return KIND.PRINCIPAL | KIND.ROLE | (args.some((one) => has(flat(one), KIND.ROW | KIND.INPUT)) ? KIND.OWNER : 0);
  return ROLE_NAME.test(nameOf(f)) && args.some(({ kinds }) => has(kinds, KIND.PRINCIPAL))
    ? KIND.PRINCIPAL | KIND.ROLE
    : 0;
};

/** What runs the function that it is given, once and at once. */
export const IN_ONE_GO =
  /(?:^|[.:$])(?:run|transaction|withTransaction|runInTransaction|runTransaction|start(?:Active)?Span|withSpan|withScope|withIsolationScope)$/i;

/** What may turn callers away by its name, and cannot be followed. */
export const DECIDES =
  /(?:auth|guard|permi|allow|access|assert|require|ensure|verify|check|protect|polic|session|user|\bcan)[\w]*$/i;

/** Schemas: what comes out of them is what they let through. */
export const CHECKS =
  /(?:^|[.:])(?:parse|safeParse|parseAsync|safeParseAsync|validate|validateSync|validateAsync|cast|assert|pick|omit)$/;

/** Hono hands out by `c.get('user')` what the app has put there; Express hands out headers so. */
export const putOnRequest = ({ f, a }: Extract<Expr, { k: 'call' }>, over: Val): Val | undefined => {
  const name = textOf(a[0]);
  if (f.k !== 'mem' || f.p !== 'get' || name === undefined || !has(over.kinds, KIND.REQUEST)) return undefined;
  if (/-|^(?:authorization|cookie|host|origin|referer|accept|forwarded)$/i.test(name)) return undefined;
  return memberOf(over, name);
};

const SECRET_NAME = /secret|hash|otp|passcode|(?:^|[a-z_])token$/i;

/** `matches(challenge.secretHash, hash(token))`: what the caller sent is compared with a secret that is stored. */
export const comparedWithSecret = ({ f, a }: Extract<Expr, { k: 'call' }>, args: readonly Val[]): Kinds =>
  /match|verif|compare|equal/i.test(nameOf(f)) &&
  a.some(
    (one, index) =>
      one.k === 'mem' && typeof one.p === 'string' && SECRET_NAME.test(one.p) && has(args[index]?.kinds ?? 0, KIND.ROW),
  ) &&
  args.some(({ kinds }) => has(kinds, KIND.INPUT | KIND.HEADER))
    ? KIND.SHARED
    : 0;

/** Methods that look for something in a list. */
export const LOOKS_FOR = /^(?:includes|has|indexOf|some|find|equals|isEqual)$/;

/** `user.companies.includes(order.company)`, `[order.buyer, order.seller].includes(user.id)`: whose it is. */
export const comparedIn = (over: Kinds, given: Kinds): Kinds =>
  (has(over, KIND.PRINCIPAL) && has(given, KIND.ROW | KIND.INPUT)) ||
  (has(over, KIND.ROW) && has(given, KIND.PRINCIPAL))
    ? KIND.OWNER
    : 0;
