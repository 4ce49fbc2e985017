import type { Expr } from '../../ir.ts';
import { textOf, within } from '../../visit.ts';
import type { Condition } from '../conditions.ts';
import { passesContains, passesPattern, passesPrefix, passesSuffix } from './lookalikes.ts';
import { isOrigin, valueOf, type Scope } from './origin.ts';

/**
 * Whom a condition lets through. `all`: everybody who names an origin. `nobody`: only who names none. `some`: the origins that it lists, or who
 * knows. A test that looks like a list of origins and lets strangers in has what it says, and the origin of such a stranger.
 */
export type Passes = 'all' | 'nobody' | 'some' | Lookalike;

export interface Lookalike {
  what: string;
  stranger: string;
}

const METHOD = /^(?:method|OPTIONS|GET|POST|req|request|headers?|ctx|c|event)$/;

const both = (a: Passes, b: Passes): Passes => {
  if (a === 'nobody' || b === 'nobody') return 'nobody';
  if (a === 'some' || b === 'some') return 'some';
  return a === 'all' ? b : a;
};

const either = (a: Passes, b: Passes): Passes => {
  if (a === 'all' || b === 'all') return 'all';
  if (typeof a === 'object') return a;
  if (typeof b === 'object') return b;
  return a === 'nobody' ? b : a;
};

/** All conditions at once. */
export const passesAll = (scope: Scope, conditions: readonly Condition[]): Passes =>
  conditions.reduce<Passes>((all, { test, yes }) => both(all, passes(scope, test, yes)), 'all');

/** Whom one condition lets through, where it must be so or must not. */
export const passes = (scope: Scope, e: Expr, yes: boolean, depth = 0): Passes => {
  if (depth > 8) return 'some';
  if (isOrigin(scope, e)) return yes ? 'all' : 'nobody';
  switch (e.k) {
    case 'lit':
      return (e.v === true) === yes ? 'all' : 'nobody';
    case 'un':
      return e.op === '!' ? passes(scope, e.e, !yes, depth + 1) : 'some';
    case 'await':
      return passes(scope, e.e, yes, depth + 1);
    case 'id': {
      const value = valueOf(scope, e.n);
      return value === undefined ? 'some' : passes(scope, value, yes, depth + 1);
    }
    case 'bin':
      if (e.op === '&&' || e.op === '||') {
        const [l, r] = [passes(scope, e.l, yes, depth + 1), passes(scope, e.r, yes, depth + 1)];
        return (e.op === '&&') === yes ? both(l, r) : either(l, r);
      }
      return ofComparison(scope, e, yes);
    case 'call':
      return ofCall(scope, e, yes);
    default:
      return 'some';
  }
};

const ofComparison = (scope: Scope, e: Extract<Expr, { k: 'bin' }>, yes: boolean): Passes => {
  const isEqual = /^===?$/.test(e.op);
  const isUnequal = /^!==?$/.test(e.op);
  if ((e.l.k === 'un' && e.l.op === 'typeof') || isOrigin(scope, e.l)) {
    // Whether there is one at all.
    if (isNothing(e.r)) return (isUnequal || e.l.k === 'un') === yes ? 'all' : 'nobody';
    if (e.l.k === 'un') return textOf(e.r) === 'string' && isEqual === yes ? 'all' : 'nobody';
  }
  const index = indexOf(scope, e.l);
  if (index !== undefined && yes) {
    const isAtStart = isEqual && e.r.k === 'lit' && e.r.v === 0;
    return compared(isAtStart ? 'startsWith' : 'includes', index);
  }
  return [...within(e)].every(isOfMethod) ? 'all' : 'some';
};

const isNothing = (e: Expr): boolean =>
  (e.k === 'lit' && (e.v === null || e.v === '' || e.v === 'null' || e.v === 'undefined')) ||
  (e.k === 'id' && e.n === 'undefined');

/** `req.method === 'OPTIONS'` says nothing of who asks. */
const isOfMethod = (e: Expr): boolean =>
  e.k === 'bin' ||
  (e.k === 'id' && METHOD.test(e.n)) ||
  (e.k === 'mem' && typeof e.p === 'string' && METHOD.test(e.p)) ||
  (e.k === 'lit' && METHOD.test(String(e.v)));

/** What `origin.indexOf(…)` looks for. */
const indexOf = (scope: Scope, e: Expr): string | undefined =>
  e.k === 'call' && e.f.k === 'mem' && e.f.p === 'indexOf' && isOrigin(scope, e.f.o) ? textOf(e.a[0]) : undefined;

const JUDGES: Readonly<Record<string, (text: string) => string | undefined>> = {
  endsWith: passesSuffix,
  includes: passesContains,
  startsWith: passesPrefix,
};

const compared = (by: string, text: string | undefined): Passes => {
  const stranger = text === undefined ? undefined : JUDGES[by]?.(text);
  return stranger === undefined ? 'some' : { what: `${by}('${text}')`, stranger };
};

/** A pattern that is tried on an origin. */
export const ofPattern = (e: Expr | undefined): Passes => {
  const stranger = e?.k === 'regex' ? passesPattern(e.v) : undefined;
  return e?.k !== 'regex' || stranger === undefined ? 'some' : { what: `/${e.v}/`, stranger };
};

const ofCall = (scope: Scope, { f, a }: Extract<Expr, { k: 'call' }>, yes: boolean): Passes => {
  if (f.k !== 'mem' || typeof f.p !== 'string') return 'some';
  const [first] = a;
  // Not in the list: that is any stranger.
  if (!yes)
    return (f.p === 'includes' || f.p === 'has') && first !== undefined && isOrigin(scope, first) ? 'all' : 'some';
  if (isOrigin(scope, f.o)) return f.p === 'match' ? ofPattern(written(scope, first)) : compared(f.p, textOf(first));
  if (f.p === 'test' && first !== undefined && isOrigin(scope, first)) return ofPattern(written(scope, f.o));
  if (f.p === 'some' && first?.k === 'fn') return ofSome(scope, written(scope, f.o), first.id);
  return 'some';
};

const written = (scope: Scope, e: Expr | undefined): Expr | undefined => (e?.k === 'id' ? valueOf(scope, e.n) : e);

/** `LIST.some((one) => origin.endsWith(one))`: by the list where it is written out, otherwise by what lists of origins hold. */
const ofSome = (scope: Scope, list: Expr | undefined, id: number): Passes => {
  const fn = scope.m.fns[id];
  const param = fn?.params[0]?.pat;
  const [only] = fn?.body ?? [];
  if (fn === undefined || param?.p !== 'id' || fn.body.length !== 1 || only?.s !== 'return' || only.e === undefined)
    return 'some';
  const test = only.e;
  if (test.k !== 'call' || test.f.k !== 'mem' || typeof test.f.p !== 'string' || !isOrigin(scope, test.f.o))
    return 'some';
  const [arg] = test.a;
  if (arg?.k !== 'id' || arg.n !== param.n) return 'some';
  const { p } = test.f;
  if (list?.k === 'arr') return list.e.reduce<Passes>((all, one) => either(all, compared(p, textOf(one))), 'some');
  // A list of whole origins, from the environment: what begins with one or holds one need not be one.
  return p === 'startsWith' || p === 'includes'
    ? { what: `${p} on a list`, stranger: 'https://your-app.example.evil.example' }
    : 'some';
};
