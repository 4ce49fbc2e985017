import type { Class, Decorator, Expr, Fn, Module } from '../../ir.ts';
import type { Program } from '../../program/program.ts';
import { pathOf } from '../../program/ref.ts';
import { returned } from '../receivers/find-receiver.ts';

/** A decorator of a package, as it reaches a class or method: by itself, or out of one that the repository composes. */
export interface Applied {
  /** `@nestjs/common:UseGuards`. Undefined for one of the repository that nothing is known of. */
  name: string | undefined;
  args: readonly Expr[];
  /** Where the arguments are written. */
  m: Module;
  fn: Fn | undefined;
  at: number;
  /** The call of the composing function, for arguments that it passes on. */
  given?: Given;
  /** The call of `Reflector.createDecorator` that made it. */
  maker?: Expr;
}

interface Given {
  to: Fn;
  args: readonly Expr[];
  m: Module;
  fn: Fn | undefined;
}

/** All that a decorator as written comes to. */
export interface Written {
  e: Expr;
  m: Module;
  parts: readonly Applied[];
}

const MAX_DEPTH = 6;

/** The decorators of a class or member in the order in which they are applied: from the last to the first. */
export const decoratorsOf = (program: Program, m: Module, decorators: readonly Decorator[] | undefined): Written[] =>
  (decorators ?? []).toReversed().map(({ e }) => ({ e, m, parts: partsOf(program, m, undefined, e, undefined, 0) }));

const partsOf = (
  program: Program,
  m: Module,
  fn: Fn | undefined,
  e: Expr,
  given: Given | undefined,
  depth: number,
): Applied[] => {
  if (depth > MAX_DEPTH) return [];
  if (e.k === 'call') {
    const ref = program.resolve(m, fn, e.f);
    const name = pathOf(ref);
    if (name === '@nestjs/common:applyDecorators')
      return e.a.flatMap((one) =>
        listed(program, m, fn, one).flatMap((x) => partsOf(program, m, fn, x, given, depth + 1)),
      );
    if (ref.r === 'fn') return composed(program, { to: ref.fn, args: e.a, m, fn }, ref.m, depth);
    const maker = ref.r === 'result' && name?.startsWith('@nestjs/core:Reflector.') === true ? { maker: ref.e } : {};
    return [{ name, args: e.a, m, fn, at: e.at, ...maker, ...(given === undefined ? {} : { given }) }];
  }
  const ref = program.resolve(m, fn, e);
  if (ref.r === 'fn') return composed(program, { to: ref.fn, args: [], m, fn }, ref.m, depth);
  // `const Public = SetMetadata('public', true)`
  if (ref.r === 'result') return partsOf(program, ref.m, ref.fn, ref.e, undefined, depth + 1);
  return [{ name: pathOf(ref), args: [], m, fn, at: e.at }];
};

/** A function that gives back a decorator: composed, a single one, or one that applies others by hand. */
const composed = (program: Program, given: Given, m: Module, depth: number): Applied[] => {
  const value = returned(given.to);
  if (value?.k !== 'fn') return value === undefined ? [] : partsOf(program, m, given.to, value, given, depth + 1);
  const inner = m.fns[value.id];
  return (inner?.body ?? []).flatMap((stmt) =>
    stmt.s === 'expr' && stmt.e.k === 'call' && stmt.e.f.k === 'call'
      ? partsOf(program, m, inner, stmt.e.f, given, depth + 1)
      : [],
  );
};

/** An argument, or the elements of the array that is spread there; those pushed to it without a condition too. */
const listed = (program: Program, m: Module, fn: Fn | undefined, e: Expr): readonly Expr[] => {
  if (e.k !== 'spread') return [e];
  const ref = program.resolve(m, fn, e.e);
  if (ref.r !== 'value' || ref.e.k !== 'arr') return [];
  const { e: array } = e;
  const pushed = (fn?.body ?? []).flatMap((stmt) =>
    stmt.s === 'expr' &&
    stmt.e.k === 'call' &&
    stmt.e.f.k === 'mem' &&
    stmt.e.f.p === 'push' &&
    isSame(stmt.e.f.o, array)
      ? stmt.e.a
      : [],
  );
  return [...ref.e.e, ...pushed];
};

const isSame = (a: Expr, b: Expr): boolean => a.k === 'id' && b.k === 'id' && a.n === b.n;

/** An argument of a decorator, where the composing function only passes it on: as whoever uses it wrote it. */
export const argumentOf = (
  { args, m, fn, given }: Applied,
  index: number,
): { e: Expr; m: Module; fn: Fn | undefined } | undefined => {
  const e = args[index];
  if (e === undefined) return undefined;
  if (given === undefined || e.k !== 'id') return { e, m, fn };
  const at = given.to.params.findIndex(({ pat }) => pat.p === 'id' && pat.n === e.n);
  const passed = at < 0 ? undefined : given.args[at];
  if (passed !== undefined) return { e: passed, m: given.m, fn: given.fn };
  const pattern = at < 0 ? undefined : given.to.params[at]?.pat;
  if (pattern?.p === 'id' && pattern.d !== undefined) return { e: pattern.d, m, fn };
  return at < 0 ? { e, m, fn } : undefined;
};

/** A class with the file that it stands in. */
export interface Placed {
  m: Module;
  c: Class;
}
