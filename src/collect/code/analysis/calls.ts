import type { Expr } from '../ir.ts';
import { pathOf } from '../program/ref.ts';
import { touchOf } from './accesses.ts';
import {
  CHECKS,
  comparedIn,
  comparedWithSecret,
  DECIDES,
  handsOutRequest,
  IN_ONE_GO,
  LOOKS_FOR,
  nameOf,
  putOnRequest,
  roleByName,
} from './call-names.ts';
import { calleeOf } from './callees.ts';
import type { Evaluator } from './evaluator.ts';
import { FETCHES } from './flows.ts';
import type { Frame } from './frame.ts';
import { hostOfCall } from './hosts.ts';
import { givenBy, middlewareKinds, SIGNS, throwsUnsigned } from './known-calls.ts';
import { KIND, NOTHING, flat, has, memberOf, val, type Kinds, type Val } from './kinds.ts';
import { looksUp, pricedBy } from './prices.ts';
import type { SchemaMembers } from './schemas.ts';
import { isServiceClient } from './supabase-client.ts';
import { readClaims } from './token-decode.ts';
import { touched } from './touched.ts';

/** What a call gives: of stored data, of the repository’s own functions, of packages. */
export const called = (of: Evaluator, e: Extract<Expr, { k: 'call' }>, frame: Frame): Val => {
  const touch = touchOf(of.program, frame.m, frame.fn, e);
  if (touch !== undefined) {
    const rls = touch.by === 'supabase' && !isServiceClient(of.program, frame.m, frame.fn, e);
    return touched(of, touch, frame, rls);
  }
  const args = e.a.map((one) => of.eval(one, frame));
  const callee = calleeOf(of, e, frame);
  if (callee.call !== undefined) {
    const { value, end } = of.run(
      callee.call,
      args,
      frame.depth + (callee.call.frame === undefined ? 1 : 0),
      frame.maybe,
    );
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
    const named = roleByName(e.f, args) | comparedWithSecret(e, args);
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
  const put = putOnRequest(e, over);
  if (put !== undefined) return put;
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
  if (SIGNS.test(path) && has(flat(args[0] ?? NOTHING), KIND.REWRITTEN))
    of.happened.push({ h: 'lapsed', kind: 'signature', when: 'parsed body', m: frame.m, at: e.at });
  // It throws at what is not signed; who catches that decides.
  if (throwsUnsigned(path)) {
    const { m, fn, depth } = frame;
    const failure = { how: 'throws' } as const;
    const when = of.conditionAt(frame);
    of.happened.push({
      h: 'stop',
      kinds: known,
      failure,
      m,
      at: e.at,
      name: fn?.name ?? '',
      words: [],
      maybe: frame.maybe > 0,
      depth,
      when,
    });
  }
  // Functions that are given to others are run by them: transactions, loops, wrappers.
  let given = 0;
  let made: Val | undefined;
  for (const one of args) {
    if (one.call === undefined) continue;
    const params = one.call.fn.params.map(() => val(over.kinds & ~KIND.REQUEST));
    const maybe = IN_ONE_GO.test(path) ? frame.maybe : frame.maybe + 1;
    made = of.run(one.call, params, frame.depth + 1, maybe).value;
    given |= made.kinds;
  }
  const fields = pricedBy(path, e.a, args);
  if (fields.length > 0) of.happened.push({ h: 'priced', what: path, fields, m: frame.m, at: e.at });
  if (has(known, KIND.PRINCIPAL | KIND.VERIFIED | KIND.RATE)) return { kinds: known, path: `${path}()` };
  const claims = readClaims(of, frame, e, path, inner);
  const method = e.f.k === 'mem' && typeof e.f.p === 'string' ? memberOf(over, e.f.p).kinds : over.kinds;
  const own = e.f.k === 'mem' && typeof e.f.p === 'string' && LOOKS_FOR.test(e.f.p) ? comparedIn(over.kinds, inner) : 0;
  if (own !== 0) of.happened.push({ h: 'compared', m: frame.m, at: e.at });
  // What a package makes of the request: who asks, most often; the caller has not simply chosen it.
  if (inner !== 0 && has(inner, KIND.REQUEST) && known === 0) given |= KIND.CONTEXT;
  const isAsked = !/log|track|capture|analytic|sentry|json$|stringify|push$|set$/i.test(path);
  if (isAsked && !CHECKS.test(path) && has(inner, KIND.PRINCIPAL) && has(inner, KIND.INPUT | KIND.PICKED | KIND.ROW))
    given |= KIND.TOLD;
  if (DECIDES.test(path) && has(inner, KIND.PRINCIPAL | KIND.REQUEST | KIND.HEADER)) of.asked = true;
  // What another server answers is not the secret that it was asked with.
  const sent = FETCHES.test(path) ? inner & ~KIND.SECRET : inner;
  const looked = has(inner | given, KIND.INPUT) && looksUp(path, over) ? KIND.LOOKED : 0;
  const checked = CHECKS.test(path) ? KIND.CHECKED : 0;
  const result =
    checked |
    (path === 'JSON.stringify' && has(inner, KIND.INPUT) ? KIND.REWRITTEN : 0) |
    hostOfCall(e, args[1]?.kinds) |
    looked |
    (sent & ~KIND.REQUEST) |
    (method & ~KIND.REQUEST) |
    known |
    given |
    own |
    claims |
    roleByName(e.f, args) |
    comparedWithSecret(e, args);
  const wrapped = args.find((one) => one.call !== undefined)?.call;
  return {
    kinds: result,
    ...(checked === 0 || over.schema === undefined ? {} : { props: letThrough(path, result, over.schema) }),
    // A list keeps its members, and a text of JSON is what it was made of.
    ...(path.endsWith('.map') && made !== undefined ? { items: [made] } : {}),
    ...(path === 'JSON.stringify' && args[0]?.props !== undefined ? { props: args[0].props } : {}),
    ...(wrapped === undefined || e.f.k === 'mem' ? {} : { call: wrapped }),
    ...(path.includes(':') || /^[a-z@]/.test(path) ? { path: `${path}()` } : {}),
  };
};

/** A schema that takes any text for a member says nothing of what stands in it. */
const letThrough = (path: string, kinds: Kinds, schema: SchemaMembers): Record<string, Val> => {
  const props = Object.fromEntries(
    [...schema].map(([name, what]) => [name, val(what === 'text' ? kinds & ~KIND.CHECKED : kinds)]),
  );
  return /\.safe/.test(path) ? { data: { kinds, props } } : props;
};
