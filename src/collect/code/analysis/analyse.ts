import type { CodeFlow, CodeGuard, CodeInput, Endpoint } from '../../../model/evidence/code.ts';
import type { RawEndpoint, Step } from '../endpoints/raw.ts';
import type { Expr } from '../ir.ts';
import type { Program } from '../program/program.ts';
import { pathOf } from '../program/ref.ts';
import { accessesOf } from './access-evidence.ts';
import { unlimitedIn } from './costs.ts';
import { environmentOf } from './environment.ts';
import type { Happening } from './events.ts';
import { FETCHES, flowsOf } from './flows.ts';
import { follow } from './follow.ts';
import { guardOf, kindOfStop } from './guards.ts';
import { KIND, has, type Val } from './kinds.ts';
import { lapsesOf } from './lapses.ts';
import { middlewareKinds } from './known-calls.ts';
import { pricesOf } from './prices.ts';
import { unverifiedClaimsOf } from './unverified-claims.ts';

const shown = (e: Expr): string =>
  e.k === 'id'
    ? e.n
    : e.k === 'mem'
      ? `${shown(e.o)}.${typeof e.p === 'string' ? e.p : '[]'}`
      : e.k === 'call'
        ? shown(e.f)
        : e.k === 'fn'
          ? 'handler'
          : e.k;

const GUARDING_NAME = /auth|guard|protect|require|session|jwt|login|signed|permission|role|admin|verify/i;
const LIMITING_NAME = /rate-?limit|ratelimit|limiter|throttl|slow-?down|^limits?\./i;
const NO_GUARD =
  /cors|helmet|json|urlencoded|logger|morgan|compression|static|cookie-?parser|body-?parser|passport\.initialize|error|notfound/i;

/** A step that cannot be followed: known by its package, or named like a guard. */
const byName = (program: Program, step: Step, value: Val): CodeGuard | undefined => {
  const name = step.name ?? shown(step.e);
  const path = pathOf(program.resolve(step.m, step.fn, step.e)) ?? '';
  const by = step.by === 'handler' ? 'wrapper' : step.by === 'matcher' ? 'matcher' : step.by;
  const at = { path: step.m.path, line: step.e.at };
  const known = middlewareKinds(path) | value.kinds;
  if (has(known, KIND.RATE)) return { kind: 'rate-limit', by, name, failure: 'answers', at, certain: true };
  if (has(known, KIND.PRINCIPAL)) return { kind: 'session', by, name, failure: 'answers', at, certain: true };
  if (step.by === 'handler' || NO_GUARD.test(name)) return undefined;
  if (LIMITING_NAME.test(name) || LIMITING_NAME.test(path))
    return { kind: 'rate-limit', by, name, failure: 'answers', at, certain: false };
  if (GUARDING_NAME.test(name))
    return {
      kind: /role|admin|permission/i.test(name) ? 'role' : 'session',
      by,
      name,
      failure: 'answers',
      at,
      certain: false,
    };
  return undefined;
};

/** A guard of NestJS turns away by what it gives back: `return roles.includes(user.role)`. */
const decidedBy = ({ e, m, by }: Step, given: readonly number[], name = ''): CodeGuard | undefined => {
  const fn = e.k === 'fn' ? m.fns[e.id] : undefined;
  if (fn?.name !== 'canActivate' || by === 'handler') return undefined;
  const kinds = given.reduce((all, one) => all | one, 0);
  const failure = { how: 'answers' } as const;
  return guardOf({ h: 'stop', kinds, failure, m, at: fn.at, name, words: [], maybe: false, depth: 0 }, by, name);
};

/** Supabase lets in whoever has a token that it signed: a user's, or the public anon key. That much only is certain. */
const platformGuards = ({ platform = [] }: RawEndpoint): CodeGuard[] =>
  platform.map(({ name, at }) => ({ kind: 'session', by: 'platform', name, failure: 'answers', at, certain: false }));

/** A signature is checked, if only where the app is deployed. */
const isVerifying = (one: Happening): boolean => one.h === 'call' && has(one.kinds, KIND.VERIFIED);

/** What one endpoint asks for before it works, and what it touches. Follows its code into the repository's own functions. */
export const analyse = (
  program: Program,
  raw: RawEndpoint,
): { endpoint: Omit<Endpoint, 'id'>; happened: readonly Happening[] } => {
  const guards: CodeGuard[] = platformGuards(raw);
  const happened: Happening[] = [];
  const claims: CodeFlow[] = [];
  const unresolved = [...raw.unresolved];
  /** What may be a question for who calls; of no interest where that is asked anyway. */
  const doubts: string[] = [];
  let asks = false;
  for (const step of raw.steps) {
    const { value, runs, given, made, happened: all, asked, spent } = follow(program, raw, step);
    for (const one of all)
      if (
        one.h === 'call' &&
        has(one.kinds, KIND.HEADER) &&
        has(one.kinds, KIND.INPUT) &&
        !has(one.kinds, KIND.VERIFIED) &&
        !ONLY_READS.test(one.path)
      )
        doubts.push(`what ${one.path} does with a header of the request`);
      else if (one.h === 'call' && FETCHES.test(one.path) && has(one.kinds, KIND.SECRET) && has(one.kinds, KIND.INPUT))
        doubts.push(`whether what ${one.path} answers confirms what was sent`);
    claims.push(...unverifiedClaimsOf(all, guards.some(isAsked) || raw.platform !== undefined));
    asks ||= asked && step.by !== 'middleware' && step.by !== 'matcher';
    if (spent) unresolved.push(`the code of ${shown(step.e)} was too much to be followed to its end`);
    // What runs when a middleware is made does not run for a request.
    const own = step.by === 'handler' && step.e.k !== 'call' ? all : all.slice(runs === 0 ? 0 : made);
    const name = step.name ?? (step.e.k === 'fn' ? undefined : shown(step.e));
    const stops = own.flatMap((one) => {
      const guard =
        one.h === 'stop'
          ? guardOf(
              one,
              step.by === 'handler' ? (one.depth > 0 ? 'call' : 'inline') : step.by,
              name ?? (one.name || 'inline'),
            )
          : undefined;
      return guard === undefined ? [] : [guard];
    });
    guards.push(...stops);
    const decided = stops.length > 0 ? undefined : decidedBy(step, given, name);
    if (decided !== undefined) guards.push(decided);
    // What cannot be followed is known by its package or its name; what was followed and turns nobody away is no guard, whatever its name.
    const named = runs === 0 ? byName(program, step, value) : undefined;
    if (named !== undefined) guards.push(named);
    // Finding out who asks reads sessions and users; that is not what the endpoint is for.
    if (step.by === 'handler' || stops.some(({ kind }) => kind === 'owner')) happened.push(...own);
    else happened.push(...own.filter((one) => isForAll(one, step, name)));
  }
  const lapses = lapsesOf(happened);
  const unlimited = guards.some(({ kind }) => kind === 'rate-limit') ? [] : unlimitedIn(happened);
  const environment = environmentOf(raw, happened);
  const handler = raw.steps.findLast(({ by }) => by === 'handler')?.e;
  const named = handler === undefined || handler.k === 'fn' ? undefined : shown(handler);
  return {
    endpoint: {
      framework: raw.framework,
      kind: raw.kind,
      app: program.packageOf(raw.m.path)?.folder ?? '',
      method: raw.method,
      path: raw.path,
      at: { path: raw.m.path, line: raw.at },
      ...(named === undefined ? {} : { handler: named }),
      inputs: inputsOf(happened),
      guards: distinct(guards),
      accesses: accessesOf(happened),
      flows: [...flowsOf(happened), ...pricesOf(happened), ...claims],
      ...(asks || happened.some(isVerifying) ? { asks: true as const } : {}),
      ...stateOf(happened),
      ...(lapses.length === 0 ? {} : { lapses }),
      ...(unlimited.length === 0 ? {} : { unlimited }),
      ...(environment === undefined ? {} : { environment }),
      confidence: raw.confidence,
      unresolved: [...new Set(guards.some(isWho) ? unresolved : [...unresolved, ...doubts])].slice(0, 20),
    },
    happened,
  };
};

/** Who asks was found out, by more than the name of what does it. */
const isAsked = ({ kind, certain }: CodeGuard): boolean => certain && (kind === 'session' || kind === 'role');
/** Where it goes on only in some state of the data that callers have no part in: a setup that was not done yet. */
const stateOf = (happened: readonly Happening[]): Pick<Endpoint, 'state'> => {
  const first = happened.findIndex(
    (one) => one.h === 'touch' && one.touch.deed !== 'find' && one.touch.deed !== 'list',
  );
  const stop = happened
    .slice(0, first < 0 ? happened.length : first)
    .find(
      (one) =>
        one.h === 'stop' && one.failure.soft !== true && has(one.kinds, KIND.STATE) && !has(one.kinds, KIND.INPUT),
    );
  return stop?.h === 'stop' ? { state: { path: stop.m.path, line: stop.at } } : {};
};

const isWho = ({ kind }: CodeGuard): boolean => kind === 'session' || kind === 'role' || kind === 'owner';

/** They turn a header into another form, and ask nothing. */
const ONLY_READS =
  /^(?:Buffer\.from|String|Number|Boolean|parseInt|URL|URLSearchParams|JSON\.\w+|Object\.\w+|decodeURIComponent|atob|console\.\w+)$|\.(?:split|trim|toLowerCase|toUpperCase|replace|slice|substring|startsWith|endsWith|match|test|exec|includes|info|debug|warn|error|log)$/;

/** Of what happens before the handler: what turns callers away for sure, or may. */
const isForAll = (one: Happening, { by }: Step, name: string | undefined): boolean => {
  // What stands in front of the whole app compares tokens and sessions, not what the request is about.
  const isFar = by === 'middleware' || by === 'matcher';
  if (one.h === 'lapsed') return true;
  if (one.h === 'compared') return !isFar;
  if (one.h !== 'stop' || kindOfStop(one, name) === 'csrf') return false;
  return !(isFar && one.maybe && !has(one.kinds, KIND.INPUT));
};

const distinct = (guards: readonly CodeGuard[]): CodeGuard[] => [
  ...new Map(guards.map((one) => [`${one.kind} ${one.name} ${one.at.path}:${one.at.line}`, one])).values(),
];

const inputsOf = (happened: readonly Happening[]): CodeInput[] => {
  const lines = happened.flatMap((one) =>
    one.h === 'touch' && has(one.where | one.data, KIND.INPUT) ? [one.touch.at] : [],
  );
  return lines.length === 0 ? [] : [{ from: 'argument', line: lines[0] ?? 0 }];
};
