import type { Expr } from '../../ir.ts';
import { expressionsIn, textOf, within } from '../../visit.ts';
import { conditionsAround } from '../conditions.ts';
import type { Asked } from './leads.ts';
import { GETS, MENDS, nameOf, type Scope } from './sent.ts';

/**
 * What is asked about a target before it is used. `slash`: only that it begins with one, as `//evil.example` does. `closed`: something more, which
 * is believed to be enough.
 */
export type Care = 'none' | 'slash' | 'closed';

const CHECKS =
  /safe|valid|allow|check|sanit|verif|assert|same|^is[A-Z]|pars|normal|resolv|trust|internal|relative|local|clean|guard|match/i;

const most = (cares: readonly Care[]): Care =>
  cares.includes('closed') ? 'closed' : cares.includes('slash') ? 'slash' : 'none';

const isNamed = (e: Expr, names: readonly string[]): boolean =>
  (e.k === 'id' && names.includes(e.n)) ||
  (e.k === 'mem' && typeof e.p === 'string' && names.includes(e.p)) ||
  (e.k === 'call' && names.includes(textOf(e.a[0]) ?? ''));

const mentions = (e: Expr, names: readonly string[]): boolean => [...within(e)].some((one) => isNamed(one, names));

/** All that is asked of it, in the value, around the redirect and elsewhere in the function. */
export const careFor = (scope: Scope, redirect: Expr, names: readonly string[], asked: readonly Asked[]): Care => {
  const around = conditionsAround(scope.m, scope.fn, redirect).map(({ test }) => test);
  return most([
    ...asked.map((one) => ofTest(one.test, one.names)),
    ...around.map((test) => (isVerdict(test) ? 'closed' : ofTest(test, names))),
    ...elsewhere(scope, redirect, names),
  ]);
};

/** `if (isAllowed)`: found out before, in whatever way. */
const isVerdict = (test: Expr): boolean => [...within(test)].some((e) => e.k === 'id' && CHECKS.test(e.n));

const PARTS = new Set<unknown>(['hostname', 'host', 'origin', 'protocol']);

/** It is taken apart, and a part of it is read. */
const isTakenApart = (all: readonly Expr[], names: readonly string[]): boolean =>
  all.some((e) => e.k === 'call' && nameOf(e.f) === 'URL' && e.a[0] !== undefined && mentions(e.a[0], names)) &&
  all.some((e) => e.k === 'mem' && PARTS.has(e.p) && !/^(?:req|request|nextUrl|url|location)$/.test(nameOf(e.o)));

/** Calls that look at it, and assignments that mend it. */
const elsewhere = (scope: Scope, redirect: Expr, names: readonly string[]): Care[] => {
  const body = scope.fn?.body ?? scope.m.body;
  const own = new Set(within(redirect));
  const all = [...expressionsIn(body)].filter((e) => !own.has(e));
  if (isTakenApart(all, names)) return ['closed'];
  return all.flatMap((e): Care[] => {
    if (e.k === 'call' && CHECKS.test(nameOf(e.f)) && e.a.some((one) => mentions(one, names))) return ['closed'];
    if (e.k !== 'assign' || !('k' in e.l) || e.l.k !== 'id' || !names.includes(e.l.n)) return [];
    const cares = conditionsAround(scope.m, scope.fn, e).map(({ test }) => ofTest(test, names));
    return [most(cares) === 'slash' ? 'slash' : 'closed'];
  });
};

const ofTest = (test: Expr, names: readonly string[]): Care =>
  most([...within(test)].filter((e) => mentions(e, names)).map((e) => ofPart(e, names)));

const ofPart = (e: Expr, names: readonly string[]): Care => {
  if (e.k === 'call') {
    const name = nameOf(e.f);
    if (name === 'startsWith' && textOf(e.a[0]) === '/') return 'slash';
    return GETS.test(name) || MENDS.test(name) ? 'none' : 'closed';
  }
  if (e.k !== 'bin' || !/^[!=]==?$/.test(e.op)) return 'none';
  const isKind = (side: Expr): boolean => side.k === 'un' && side.op === 'typeof';
  const isText = (side: Expr): boolean => (textOf(side) ?? '') !== '' || side.k === 'mem' || side.k === 'id';
  if (isKind(e.l) || isKind(e.r)) return 'none';
  const other = mentions(e.l, names) ? e.r : e.l;
  return isText(other) && !(other.k === 'id' && other.n === 'undefined') ? 'closed' : 'none';
};
