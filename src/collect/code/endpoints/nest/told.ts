import type { Expr, Fn, Module, Stmt } from '../../ir.ts';
import type { Program } from '../../program/program.ts';
import { bindingOf } from '../../program/scope.ts';
import { constantText } from '../path-text.ts';
import type { Step } from '../raw.ts';
import { isLeftOut } from './anonymous.ts';
import { argumentOf, type Written } from './decorators.ts';

/** Metadata of a class or method, which guards ask for: `SetMetadata('public', true)`, a decorator of `Reflector.createDecorator`. */
export interface Told {
  /** Its text, or what makes the decorator. */
  key: string | Expr;
  on: 'class' | 'method';
}

/** The metadata that decorators set. What is set to `false` is not told. */
export const toldBy = (program: Program, decorators: readonly Written[], on: Told['on']): Told[] =>
  decorators
    .flatMap(({ parts }) => parts)
    .flatMap((part): Told[] => {
      if (part.name === '@nestjs/throttler:SkipThrottle') return [{ key: part.name, on }];
      if (part.maker !== undefined) return [{ key: part.maker, on }];
      if (part.name !== '@nestjs/common:SetMetadata') return [];
      const [key, value] = [argumentOf(part, 0), argumentOf(part, 1)];
      const text = key === undefined ? undefined : constantText(program, key.m, key.fn, key.e);
      const isOff = value?.e.k === 'lit' && value.e.v === false;
      return text === undefined || isOff ? [] : [{ key: text, on }];
    });

/**
 * Steps without the guards that let this endpoint pass: for what is told of it (`@Public()`), for what is not (`@Roles(…)`), or for what a caller does
 * not send.
 */
export const inTheWay = (program: Program, steps: readonly Step[], told: readonly Told[]): Step[] =>
  steps.filter((step) => !letsPass(program, step, told));

const letsPass = (program: Program, { e, m, by }: Step, told: readonly Told[]): boolean => {
  if (by !== 'base' && by !== 'decorator') return false;
  if (e.k === 'id' || e.k === 'mem') {
    const ref = program.resolve(m, undefined, e);
    return (
      ref.r === 'package' &&
      ref.from === '@nestjs/throttler' &&
      told.some(({ key }) => key === '@nestjs/throttler:SkipThrottle')
    );
  }
  const fn = e.k === 'fn' ? m.fns[e.id] : undefined;
  return fn?.name === 'canActivate' && fn.body.some((stmt) => passes(program, m, fn, stmt, told));
};

/** `if (isPublic) return true`, `return isPublic || …` */
const passes = (program: Program, m: Module, fn: Fn, stmt: Stmt, told: readonly Told[]): boolean => {
  if (stmt.s === 'if') {
    const last = stmt.a.at(-1);
    const isTrue = last?.s === 'return' && last.e?.k === 'lit' && last.e.v === true;
    return isTrue && holds(program, m, fn, stmt.t, told);
  }
  return stmt.s === 'return' && stmt.e?.k === 'bin' && stmt.e.op === '||' && holds(program, m, fn, stmt.e.l, told);
};

/** Whether a condition over what is told is certain to hold. */
const holds = (program: Program, m: Module, fn: Fn, e: Expr, told: readonly Told[]): boolean => {
  if (e.k === 'bin' && e.op === '||') return [e.l, e.r].some((one) => holds(program, m, fn, one, told));
  const [asked, isNegated] = isMissing(e);
  if (asked !== undefined && isNegated && isLeftOut(m, fn, asked)) return true;
  const call = asked === undefined ? undefined : askedFor(m, fn, asked);
  const key = call?.a[0] === undefined ? undefined : keyOf(program, m, fn, call.a[0]);
  if (call === undefined || key === undefined) return false;
  const onMethod = call.a[1]?.k === 'call' && call.a[1].f.k === 'mem' && call.a[1].f.p === 'getHandler';
  const isTold = told.some((one) => one.key === key && (!onMethod || one.on === 'method'));
  return isNegated ? !isTold : isTold;
};

/** `!roles`, `!roles?.length`, `roles === undefined`, `roles.length === 0`: what is asked about, and that its absence is meant. */
const isMissing = (e: Expr): [asked: Expr | undefined, isNegated: boolean] => {
  const plain = (one: Expr): Expr => (one.k === 'mem' && one.p === 'length' ? one.o : one);
  if (e.k === 'un' && e.op === '!') return [plain(e.e), true];
  if (e.k === 'bin' && /^={2,3}$/.test(e.op)) {
    const isNothing = (e.r.k === 'id' && e.r.n === 'undefined') || (e.r.k === 'lit' && (e.r.v === null || e.r.v === 0));
    return isNothing ? [plain(e.l), true] : e.r.k === 'lit' && e.r.v === true ? [e.l, false] : [undefined, false];
  }
  return [e, false];
};

/** `reflector.getAllAndOverride(KEY, …)`, by itself or by the name that it was given. */
const askedFor = (m: Module, fn: Fn, e: Expr): Extract<Expr, { k: 'call' }> | undefined => {
  if (e.k === 'call')
    return e.f.k === 'mem' && typeof e.f.p === 'string' && /^get(?:AllAndOverride|AllAndMerge|All)?$/.test(e.f.p)
      ? e
      : undefined;
  const binding = e.k === 'id' ? bindingOf(m, fn, e.n) : undefined;
  return binding?.b === 'value' && binding.e?.k === 'call' && binding.path.length === 0
    ? askedFor(m, fn, binding.e)
    : undefined;
};

const keyOf = (program: Program, m: Module, fn: Fn, e: Expr): string | Expr | undefined => {
  const text = constantText(program, m, fn, e);
  if (text !== undefined) return text;
  const ref = program.resolve(m, fn, e);
  return ref.r === 'result' ? ref.e : undefined;
};
