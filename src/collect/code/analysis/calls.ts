import type { Expr } from '../ir.ts';
import { pathOf } from '../program/ref.ts';
import { touchOf } from './accesses.ts';
import { calleeOf } from './callees.ts';
import type { Evaluator } from './evaluator.ts';
import type { Frame } from './frame.ts';
import { KIND, NOTHING, has, memberOf, val, type Kinds, type Val } from './kinds.ts';
import { givenBy, middlewareKinds } from './known-calls.ts';
import { isServiceClient } from './supabase-client.ts';
import { readClaims } from './token-decode.ts';
import type { Touch } from './touch.ts';

/** What a call gives: of stored data, of the repository’s own functions, of packages. */
export const called = (of: Evaluator, e: Extract<Expr, { k: 'call' }>, frame: Frame): Val => {
  const touch = touchOf(of.program, frame.m, frame.fn, e);
  if (touch !== undefined) {
    const kindsOf = (list: readonly Expr[]): Kinds => list.reduce((all, one) => all | flat(of.eval(one, frame)), 0);
    const where = kindsOf(touch.where);
    const data = kindsOf(touch.data);
    const rls = touch.by === 'supabase' && !isServiceClient(of.program, frame.m, frame.fn, e);
    return touched(of, touch, frame, where, data, rls);
  }
  const args = e.a.map((one) => of.eval(one, frame));
  const callee = calleeOf(of, e, frame);
  if (callee.call !== undefined) {
    const { value, end } = of.run(callee.call, args, frame.depth + 1, frame.maybe);
    if (end.ends && end.failure?.how === 'throws')
      of.happened.push({
        h: 'call',
        path: 'never',
        kinds: 0,
        first: 0,
        e: undefined,
        m: frame.m,
        at: e.at,
        maybe: frame.maybe > 0,
      });
    const named = roleByName(e.f, args);
    return { ...value, kinds: value.kinds | named };
  }
  const ref = of.program.resolve(frame.m, frame.fn, e.f);
  const over = e.f.k === 'mem' ? of.eval(e.f.o, frame) : NOTHING;
  const path =
    pathOf(ref) ??
    (over.path !== undefined && e.f.k === 'mem' && typeof e.f.p === 'string' ? `${over.path}.${e.f.p}` : nameOf(e.f));
  const known = givenBy(path) | middlewareKinds(path);
  if (path === '@nestjs/graphql:GqlExecutionContext.create' || handsOutRequest(e, over)) return val(KIND.REQUEST);
  const inner = args.reduce((all, one) => all | flat(one), 0);
  if (path !== '')
    of.happened.push({
      h: 'call',
      path,
      kinds: inner | known,
      first: args[0] === undefined ? 0 : flat(args[0]),
      e: e.a[0],
      m: frame.m,
      at: e.at,
      maybe: frame.maybe > 0,
    });
  // Functions that are given to others are run by them: transactions, loops, wrappers.
  let given = 0;
  for (const one of args) {
    if (one.call === undefined) continue;
    const params = one.call.fn.params.map(() => val(over.kinds & ~KIND.REQUEST));
    given |= of.run(one.call, params, frame.depth + 1, frame.maybe + 1).value.kinds;
  }
  if (has(known, KIND.PRINCIPAL | KIND.VERIFIED | KIND.RATE)) return { kinds: known, path: `${path}()` };
  const claims = readClaims(of, frame, e, path, inner);
  const method = e.f.k === 'mem' && typeof e.f.p === 'string' ? memberOf(over, e.f.p).kinds : over.kinds;
  const result = (inner & ~KIND.REQUEST) | (method & ~KIND.REQUEST) | known | given | claims | roleByName(e.f, args);
  const wrapped = args.find((one) => one.call !== undefined)?.call;
  return {
    kinds: result,
    ...(wrapped === undefined || e.f.k === 'mem' ? {} : { call: wrapped }),
    ...(path.includes(':') || /^[a-z@]/.test(path) ? { path: `${path}()` } : {}),
  };
};

/** What an object carries in its members counts too. */
const flat = (value: Val, depth = 0): Kinds => {
  if (value.props === undefined || depth > 4) return value.kinds;
  return Object.values(value.props).reduce((all, one) => all | (flat(one, depth + 1) & ~KIND.REQUEST), value.kinds);
};

/** Writes a touch of stored data down, and gives what it reads. */
export const touched = (of: Evaluator, touch: Touch, frame: Frame, where: Kinds, data: Kinds, rls: boolean): Val => {
  of.happened.push({ h: 'touch', touch, where, data, m: frame.m, maybe: frame.maybe > 0, rls });
  const own = has(where, KIND.PRINCIPAL | KIND.OWN) ? KIND.OWN : 0;
  // Looking up the user by who asks is finding out who asks.
  const self =
    own !== 0 && /^(?:users?|accounts?|profiles?|sessions?|members?|customers?|sellers?)$/i.test(touch.model)
      ? KIND.PRINCIPAL
      : 0;
  return val(KIND.ROW | own | self);
};

/** NestJS has the request in a context: `context.switchToHttp().getRequest()`. */
const handsOutRequest = ({ f }: Extract<Expr, { k: 'call' }>, over: Val): boolean =>
  has(over.kinds, KIND.REQUEST) &&
  f.k === 'mem' &&
  typeof f.p === 'string' &&
  /^(?:switchTo(?:Http|Ws|Rpc)|getRequest|getContext|getClient|getHandshake)$/.test(f.p);

const nameOf = (e: Expr): string =>
  e.k === 'id'
    ? e.n
    : e.k === 'mem' && typeof e.p === 'string'
      ? `${nameOf(e.o)}.${e.p}`
      : e.k === 'call'
        ? `${nameOf(e.f)}()`
        : '';

const ROLE_NAME = /(?:role|admin|permission|ability|allowed|authori[sz]e|staff|moderator|^can[A-Z]|\.can$)/i;

/** `isAdmin(user)`, `hasPermission(user, …)`: what it is asked about is what who asks may do. */
const roleByName = (f: Expr, args: readonly Val[]): Kinds =>
  ROLE_NAME.test(nameOf(f)) && args.some(({ kinds }) => has(kinds, KIND.PRINCIPAL)) ? KIND.PRINCIPAL | KIND.ROLE : 0;
