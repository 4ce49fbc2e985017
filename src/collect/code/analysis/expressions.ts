import type { Expr } from '../ir.ts';
import { pathOf } from '../program/ref.ts';
import { textOf } from '../visit.ts';
import { called } from './calls.ts';
import type { Evaluator } from './evaluator.ts';
import type { Frame } from './frame.ts';
import { hostOfSum, hostOfTemplate } from './hosts.ts';
import { KIND, NOTHING, has, memberOf, ofEnvironment, val, type Val } from './kinds.ts';
import { touchOfTemplate } from './raw-sql.ts';
import { touched } from './touched.ts';

/** What an expression gives; calls in it are followed. */
export const evaluate = (of: Evaluator, e: Expr, frame: Frame): Val => {
  if (of.isSpent()) return NOTHING;
  switch (e.k) {
    case 'id':
      return of.name(frame, e.n);
    case 'mem':
      return member(of, e, frame);
    case 'call':
      return called(of, e, frame);
    case 'tpl': {
      const touch = touchOfTemplate(e);
      if (touch !== undefined) return touched(of, touch, frame, false);
      const parts = e.e.map((one) => of.eval(one, frame).kinds);
      return val(parts.reduce((all, one) => all | one, hostOfTemplate(e.texts, parts)));
    }
    case 'obj': {
      const props: Record<string, Val> = {};
      let kinds = 0;
      for (const { n, v } of e.props) {
        const value = of.eval(v, frame);
        kinds |= value.kinds & ~KIND.REQUEST;
        if (typeof n === 'string') props[n] = value;
        else if (n === undefined) Object.assign(props, value.props);
      }
      return { kinds, props };
    }
    case 'arr': {
      const items = e.e.flatMap((one) => {
        const value = of.eval(one, frame);
        return one.k === 'spread' && value.items !== undefined ? value.items : [value];
      });
      return { kinds: items.reduce((all, one) => all | (one.kinds & ~KIND.REQUEST), 0), items };
    }
    case 'seq':
    case 'other':
      return val(e.e.reduce((all, one) => all | of.eval(one, frame).kinds, 0));
    case 'fn': {
      const fn = frame.m.fns[e.id];
      return fn === undefined ? NOTHING : { kinds: 0, call: { m: frame.m, fn, frame } };
    }
    case 'await':
    case 'spread':
      return of.eval(e.e, frame);
    case 'un':
      return val(of.eval(e.e, frame).kinds);
    case 'bin':
      return binary(of, e, frame);
    case 'cond': {
      const test = of.test(e.t, frame).kinds;
      const [a, b] = [e.a, e.b].map((one) => of.inside(frame, () => of.eval(one, frame)));
      return { ...(a ?? NOTHING), kinds: (a?.kinds ?? 0) | (b?.kinds ?? 0) | (test & KIND.PRINCIPAL) };
    }
    case 'assign': {
      const value = of.eval(e.r, frame);
      if ('k' in e.l) of.assign(frame, e.l, value);
      else of.bind(frame, e.l, value);
      return value;
    }
    case 'jsx': {
      for (const { v } of e.props) if (v.k !== 'fn') of.eval(v, frame);
      for (const one of e.c) of.eval(one, frame);
      return NOTHING;
    }
    case 'yield':
      return e.e === undefined ? NOTHING : of.eval(e.e, frame);
    default:
      return NOTHING;
  }
};

const member = (of: Evaluator, e: Extract<Expr, { k: 'mem' }>, frame: Frame): Val => {
  const path = e.o.k === 'mem' || e.o.k === 'id' ? pathOf(of.program.resolve(frame.m, frame.fn, e)) : undefined;
  const set = path === undefined ? undefined : ofEnvironment(path);
  if (set !== undefined) return set;
  const owner = of.eval(e.o, frame);
  const p = typeof e.p === 'string' ? e.p : textOf(e.p);
  if (p === undefined) {
    const by = typeof e.p === 'string' ? 0 : of.eval(e.p, frame).kinds;
    const looked = has(by, KIND.INPUT) && !has(owner.kinds, KIND.INPUT | KIND.REQUEST) ? KIND.LOOKED : 0;
    return val(owner.kinds | by | looked);
  }
  const found = memberOf(owner, p);
  if (found.kinds !== 0 || found.call !== undefined || found.props !== undefined) return found;
  return of.ofRef(of.program.resolve(frame.m, frame.fn, e));
};

const binary = (of: Evaluator, e: Extract<Expr, { k: 'bin' }>, frame: Frame): Val => {
  const isLogic = e.op === '&&' || e.op === '||' || e.op === '??';
  const left = isLogic && e.op !== '??' ? of.test(e.l, frame) : of.eval(e.l, frame);
  const right = isLogic ? of.inside(frame, () => of.eval(e.r, frame)) : of.eval(e.r, frame);
  let kinds = left.kinds | right.kinds | (e.op === '+' ? hostOfSum(e.l, left.kinds) : 0);
  if (/^[!=]==?$/.test(e.op)) {
    const meets = (a: number, b: number): boolean =>
      (has(left.kinds, a) && has(right.kinds, b)) || (has(right.kinds, a) && has(left.kinds, b));
    if (meets(KIND.PRINCIPAL, KIND.ROW | KIND.INPUT | KIND.OWN) || isOwnAgainstOther(left.kinds, right.kinds)) {
      kinds |= KIND.OWNER;
      // Two things that are both of who asks tell nothing of anybody else's.
      if (!has(left.kinds, KIND.PRINCIPAL) || !has(right.kinds, KIND.PRINCIPAL))
        of.happened.push({ h: 'compared', m: frame.m, at: e.at });
    }
    if (meets(KIND.SECRET, KIND.HEADER | KIND.INPUT)) kinds |= KIND.SHARED;
  }
  return isLogic ? { ...right, ...left, kinds } : val(kinds);
};

/** `order.shopId !== shop.id`, where the shop is known by who asks, or was put on the request by the app. */
const isOwnAgainstOther = (left: number, right: number): boolean => {
  const own = KIND.OWN | KIND.CONTEXT;
  const other = KIND.PICKED | KIND.INPUT;
  return (
    (has(left, own) && has(right, other) && !has(right, own)) ||
    (has(right, own) && has(left, other) && !has(left, own))
  );
};
