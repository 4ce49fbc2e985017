import type { Expr, Fn, Module } from '../ir.ts';
import type { Program } from '../program/program.ts';
import { pathOf, type Ref } from '../program/ref.ts';
import type { Evaluator } from './evaluator.ts';
import type { Frame } from './frame.ts';
import { NOTHING, memberOf, type Val } from './kinds.ts';

/** The function of the repository that a call means. */
export const calleeOf = (of: Evaluator, e: Extract<Expr, { k: 'call' }>, frame: Frame): Val => {
  if (e.f.k === 'id') {
    const own = of.name(frame, e.f.n);
    if (own.call !== undefined) return own;
  }
  if (e.f.k === 'fn') return of.eval(e.f, frame);
  if (e.f.k === 'mem' && typeof e.f.p === 'string' && e.f.o.k === 'id') {
    const member = memberOf(of.name(frame, e.f.o.n), e.f.p);
    if (member.call !== undefined) return member;
  }
  const ref = of.program.resolve(frame.m, frame.fn, e.f);
  if (ref.r === 'fn') return { kinds: 0, call: { m: ref.m, fn: ref.fn, frame: undefined } };
  if (ref.r === 'class' && e.isNew === true) return NOTHING;
  const method =
    methodOf(of.program, ref) ??
    (ref.r === 'member' && pathOf(ref) === undefined ? of.program.onlyMethod(ref.p) : undefined);
  return method === undefined ? NOTHING : { kinds: 0, call: { ...method, frame: undefined } };
};

/** `this.orders.find(…)` where the constructor or a property says what `orders` is. */
const methodOf = (program: Program, ref: Ref): { m: Module; fn: Fn } | undefined => {
  if (ref.r !== 'member') return undefined;
  const { of, p } = ref;
  if (of.r === 'member' && of.of.r === 'this' && of.of.c !== undefined) {
    const { m, c } = of.of;
    const construct = c.members.find(({ kind }) => kind === 'constructor')?.fn;
    const param = (construct === undefined ? undefined : m.fns[construct])?.params.find(
      ({ pat }) => pat.p === 'id' && pat.n === of.p,
    );
    const type = param?.type ?? c.members.find(({ name }) => name === of.p)?.type;
    return type === undefined ? undefined : methodOfType(program, m, type, p);
  }
  if (of.r === 'param' && of.type !== undefined) return methodOfType(program, of.m, of.type, p);
  if (of.r === 'result' && of.of.r === 'class') return inClass(program, of.of, p);
  return undefined;
};

const methodOfType = (program: Program, m: Module, type: string, name: string): { m: Module; fn: Fn } | undefined => {
  const ref = program.resolve(m, undefined, { k: 'id', n: type, at: 0 });
  return ref.r === 'class' ? inClass(program, ref, name) : undefined;
};

const inClass = (
  program: Program,
  { m, c }: Extract<Ref, { r: 'class' }>,
  name: string,
  depth = 0,
): { m: Module; fn: Fn } | undefined => {
  const id = c.members.find((one) => one.name === name && one.fn !== undefined)?.fn;
  const fn = id === undefined ? undefined : m.fns[id];
  if (fn !== undefined) return { m, fn };
  const base = c.extends === undefined || depth > 4 ? undefined : program.resolve(m, undefined, c.extends);
  return base?.r === 'class' ? inClass(program, base, name, depth + 1) : undefined;
};
