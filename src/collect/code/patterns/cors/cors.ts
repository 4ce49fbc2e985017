import type { CodePattern } from '../../../../model/evidence/code.ts';
import type { Expr, Fn } from '../../ir.ts';
import { pathOf } from '../../program/ref.ts';
import { expressionsIn, expressionsOf, propOf, statementsIn, textOf } from '../../visit.ts';
import { conditionsAround } from '../conditions.ts';
import type { PatternFinder, Spot } from '../spot.ts';
import { isForDevelopers } from '../told/developers.ts';
import { isStartedByHand } from '../told/server.ts';
import { isOrigin, valueOf, type Scope } from './origin.ts';
import { ofPattern, passes, passesAll, type Passes } from './passes.ts';

const ALLOW_ORIGIN = 'access-control-allow-origin';
const ALLOW_CREDENTIALS = 'access-control-allow-credentials';
const NOBODY_KNOWN: ReadonlySet<string> = new Set();

/** Origins that may read answers with the cookies of their visitor, where strangers are among them. */
export const letsOriginsIn: PatternFinder = (spot) => {
  const { m, fn, e } = spot;
  const found = ofOptions(spot) ?? ofHeader(spot);
  if (found === undefined || found.who === 'some' || found.who === 'nobody') return undefined;
  if (isStartedByHand(m.path) || isForDevelopers(m, fn, e)) return undefined;
  return {
    kind: 'cors',
    at: { path: m.path, line: found.at },
    ...(found.who === 'all' ? { what: found.what } : found.who),
  };
};

interface Found {
  who: Passes;
  what: CodePattern['what'];
  at: number;
}

/** The options of a CORS middleware, of whatever framework: `{ origin, credentials: true }`. */
const ofOptions = (spot: Spot): Found | undefined => {
  const { program, m, fn, e } = spot;
  const credentials = propOf(e, 'credentials');
  if (e.k !== 'obj' || credentials?.k !== 'lit' || credentials.v !== true) return undefined;
  const written = propOf(e, 'origin');
  if (written === undefined) return undefined;
  const scope: Scope = { m, fn, given: NOBODY_KNOWN };
  const origin = (written.k === 'id' ? valueOf(scope, written.n) : undefined) ?? written;
  const { at } = written;
  if (origin.k === 'lit' && origin.v === true) return { who: 'all', what: 'origin: true', at };
  if (origin.k === 'regex') return { who: ofPattern(origin), what: 'a pattern', at };
  if (origin.k === 'arr') {
    const who = origin.e.map(ofPattern).find((one) => one !== 'some');
    return who === undefined ? undefined : { who, what: 'a pattern', at };
  }
  const ref = program.resolve(m, fn, written);
  if (ref.r !== 'fn' || pathOf(ref) !== undefined) return undefined;
  const who = ofFunction({ ...spot, m: ref.m }, ref.fn);
  return who === undefined ? undefined : { who, what: 'a function that says yes to every origin', at };
};

/** `(origin, callback) => …` says whether by its callback, `(origin) => …` gives the origin back. */
const ofFunction = (spot: Spot, fn: Fn): Passes | undefined => {
  const { m } = spot;
  const [first, second] = fn.params;
  const name = first?.pat.p === 'id' ? first.pat.n : undefined;
  const scope: Scope = { m, fn, given: new Set(name === undefined ? [] : [name]) };
  const verdicts: Passes[] = [];
  const add = (value: Expr, at: Expr): void => {
    if (isForDevelopers(m, fn, at)) return;
    const who = ofValue(scope, value);
    if (who !== undefined) verdicts.push(both(passesAll(scope, conditionsAround(m, fn, at)), who));
  };
  if (second?.pat.p === 'id') {
    const callback = second.pat.n;
    for (const e of expressionsIn(fn.body))
      if (e.k === 'call' && e.f.k === 'id' && e.f.n === callback && e.a[1] !== undefined) add(e.a[1], e);
  }
  if (verdicts.length === 0)
    for (const stmt of statementsIn(fn.body))
      if (stmt.s === 'return' && stmt.e !== undefined && !isYes(stmt.e)) add(stmt.e, stmt.e);
  return verdicts.find((one) => one === 'all') ?? verdicts.find((one) => typeof one === 'object') ?? verdicts[0];
};

const isYes = (e: Expr): boolean => e.k === 'lit' || e.k === 'call';

const both = (a: Passes, b: Passes): Passes => (a === 'all' ? b : b === 'all' || typeof a === 'string' ? a : b);

/** Whom a value lets in that becomes the header: the origin itself, `ok ? origin : other`, `ok && origin`, true. Undefined for another value. */
const ofValue = (scope: Scope, e: Expr, depth = 0): Passes | undefined => {
  if (depth > 4) return undefined;
  if (isOrigin(scope, e)) return 'all';
  if (e.k === 'lit') return e.v === true ? 'all' : undefined;
  if (e.k === 'await') return ofValue(scope, e.e, depth + 1);
  if (e.k === 'cond')
    return isOrigin(scope, e.a)
      ? passes(scope, e.t, true)
      : isOrigin(scope, e.b)
        ? passes(scope, e.t, false)
        : undefined;
  if (e.k === 'bin' && e.op === '&&' && isOrigin(scope, e.r)) return passes(scope, e.l, true);
  if (e.k === 'id') {
    const value = valueOf(scope, e.n);
    return value === undefined ? undefined : ofValue(scope, value, depth + 1);
  }
  // `callback(null, ALLOWED.includes(origin))`
  return e.k === 'call' || e.k === 'bin' || e.k === 'un' ? passes(scope, e, true) : undefined;
};

/** The header set by hand, where the same file lets credentials through. */
const ofHeader = (spot: Spot): Found | undefined => {
  const { m, fn, e } = spot;
  const value = headerOf(e, ALLOW_ORIGIN);
  if (value === undefined || textOf(value) !== undefined || !allowsCredentials(spot)) return undefined;
  const scope: Scope = { m, fn, given: NOBODY_KNOWN };
  const who = isOrigin(scope, value) || value.k !== 'call' ? ofValue(scope, value) : undefined;
  if (who === undefined || who === 'some' || who === 'nobody') return undefined;
  const around = passesAll(scope, conditionsAround(m, fn, e));
  return { who: both(around, who), what: 'the origin of the request', at: e.at };
};

/** What a header is set to: by a call, as a member of an object, by an assignment. */
const headerOf = (e: Expr, name: string): Expr | undefined => {
  const isHeader = (text: string | undefined): boolean => text?.length === name.length && text.toLowerCase() === name;
  const isName = (one: Expr | undefined): boolean => isHeader(textOf(one));
  if (e.k === 'call') return e.a[e.a.findIndex(isName) + 1 || e.a.length];
  if (e.k === 'obj') return e.props.findLast(({ n }) => typeof n === 'string' && isHeader(n))?.v;
  if (e.k === 'assign' && 'k' in e.l && e.l.k === 'mem' && typeof e.l.p === 'string' && isHeader(e.l.p)) return e.r;
  return undefined;
};

const known = new WeakMap<Spot['m'], boolean>();

const allowsCredentials = ({ m }: Spot): boolean => {
  const found = known.get(m);
  if (found !== undefined) return found;
  let allows = false;
  for (const { e } of expressionsOf(m)) {
    const value = headerOf(e, ALLOW_CREDENTIALS);
    if (value !== undefined && (textOf(value) === 'true' || (value.k === 'lit' && value.v === true))) allows = true;
  }
  known.set(m, allows);
  return allows;
};
