import type { Expr } from '../../ir.ts';
import type { Program } from '../../program/program.ts';
import { pathOf, type Ref } from '../../program/ref.ts';
import type { PlacedExpr } from '../raw.ts';
import { returned } from '../receivers/find-receiver.ts';

const MAX_DEPTH = 6;

/** `initTRPC.context().create()`, by itself or out of a function of the repository. */
const isInstance = (program: Program, ref: Ref, depth = 0): boolean => {
  if (ref.r !== 'result' || depth > MAX_DEPTH) return false;
  if (/^@trpc\/server:initTRPC(?:\(\))?(?:\.\w+\(\))*\.create\(\)$/.test(pathOf(ref) ?? '')) return true;
  if (ref.of.r !== 'fn') return false;
  const value = returned(ref.of.fn);
  return value !== undefined && isInstance(program, program.resolve(ref.of.m, ref.of.fn, value), depth + 1);
};

/** Whether something is that member of an instance: `t.procedure`, `t.router`. */
export const isOfInstance = (program: Program, ref: Ref, name: string): boolean =>
  ref.r === 'member' && ref.p === name && isInstance(program, ref.of);

/** What makes routers: `t.router`, and a function that gives what it gets to it. */
export const makesRouters = (program: Program, ref: Ref, depth = 0): boolean => {
  if (isOfInstance(program, ref, 'router')) return true;
  if (ref.r !== 'fn' || depth > MAX_DEPTH) return false;
  const value = returned(ref.fn);
  const [given] = value?.k === 'call' ? value.a : [];
  return (
    value?.k === 'call' &&
    given?.k === 'id' &&
    ref.fn.params.some(({ pat }) => pat.p === 'id' && pat.n === given.n) &&
    makesRouters(program, program.resolve(ref.m, ref.fn, value.f), depth + 1)
  );
};

export const mergesRouters = (program: Program, ref: Ref): boolean =>
  isOfInstance(program, ref, 'mergeRouters') || /^@trpc\/server(?:\/\w+)*:mergeRouters$/.test(pathOf(ref) ?? '');

/** What a name stands for, with the place where it is written. The expression itself when it is no name. */
export const definitionOf = (program: Program, { e, m, fn }: PlacedExpr): PlacedExpr | undefined => {
  if (e.k !== 'id' && e.k !== 'mem' && e.k !== 'await') return { e, m, fn };
  const ref = program.resolve(m, fn, e);
  return ref.r === 'result' || ref.r === 'value' ? { e: ref.e, m: ref.m, fn: ref.fn } : undefined;
};

/** What a function of the repository gives back when it is called there. */
export const resultOf = (program: Program, { e, m, fn }: PlacedExpr): PlacedExpr | undefined => {
  const ref = e.k === 'call' ? program.resolve(m, fn, e.f) : undefined;
  const value: Expr | undefined = ref?.r === 'fn' ? returned(ref.fn) : undefined;
  return ref?.r === 'fn' && value !== undefined ? { e: value, m: ref.m, fn: ref.fn } : undefined;
};
