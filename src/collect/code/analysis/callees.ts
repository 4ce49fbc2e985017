import type { Expr, Fn, Module } from '../ir.ts';
import type { Program } from '../program/program.ts';
import { pathOf, type Ref } from '../program/ref.ts';
import { propOf } from '../visit.ts';
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
  const kept = ref.r === 'result' ? remembered(of.program, ref) : undefined;
  if (kept !== undefined) return { kinds: 0, call: { ...kept, frame: undefined } };
  if (ref.r === 'fn') return { kinds: 0, call: { m: ref.m, fn: ref.fn, frame: undefined } };
  if (ref.r === 'class' && e.isNew === true) return NOTHING;
  const method =
    methodOf(of.program, ref) ??
    (ref.r === 'member' && pathOf(ref) === undefined ? of.program.onlyMethod(ref.p) : undefined);
  return method === undefined ? NOTHING : { kinds: 0, call: { ...method, frame: undefined } };
};

/** `this.orders.find(…)` where the constructor or a property says what `orders` is. */
/** `cache(async (id) => …)`: a function that a package remembers the answers of. */
const remembered = (program: Program, ref: Extract<Ref, { r: 'result' }>): { m: Module; fn: Fn } | undefined => {
  const [first] = ref.e.a;
  if (first === undefined || !/cache|memo|once/i.test(pathOf(ref.of) ?? '')) return undefined;
  const inner = program.resolve(ref.m, ref.fn, first);
  return inner.r === 'fn' ? { m: inner.m, fn: inner.fn } : undefined;
};

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
  if (of.r === 'result' && of.of.r === 'fn') return madeBy(program, of.of, p);
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

/** `agentService(db).create`: a member of what a function gives back. */
const madeBy = (
  program: Program,
  { m, fn }: Extract<Ref, { r: 'fn' }>,
  name: string,
): { m: Module; fn: Fn } | undefined => {
  const last = fn.body.findLast((stmt) => stmt.s === 'return');
  if (last?.s !== 'return' || last.e === undefined) return undefined;
  const made = program.resolve(m, fn, last.e);
  if (made.r === 'result' && made.of.r === 'class') return inClass(program, made.of, name);
  const member = made.r === 'value' && made.e.k === 'obj' ? propOf(made.e, name) : undefined;
  const ref = member === undefined || made.r !== 'value' ? undefined : program.resolve(made.m, made.fn, member);
  return ref?.r === 'fn' ? { m: ref.m, fn: ref.fn } : undefined;
};
