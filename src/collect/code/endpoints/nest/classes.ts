import type { Expr, Fn, Member, Module } from '../../ir.ts';
import type { Program } from '../../program/program.ts';
import type { Ref } from '../../program/ref.ts';
import { returned } from '../receivers/find-receiver.ts';
import type { Placed } from './decorators.ts';

const MAX_DEPTH = 8;

/** The class that something is: itself, an instance of it, or what a function makes (`mixin(class …)`). */
export const classOf = (program: Program, ref: Ref, depth = 0): Placed | undefined => {
  if (depth > MAX_DEPTH) return undefined;
  if (ref.r === 'class') return { m: ref.m, c: ref.c };
  if (ref.r !== 'result') return undefined;
  const { of, e } = ref;
  if (of.r === 'class') return e.isNew === true ? { m: of.m, c: of.c } : undefined;
  if (of.r === 'fn') return classGivenBy(program, of.m, of.fn, depth);
  const [first] = e.a;
  return of.r === 'package' && of.name === 'mixin' && first !== undefined
    ? classOf(program, program.resolve(ref.m, ref.fn, first), depth + 1)
    : undefined;
};

/** The class that a function gives back, or an instance of it. */
export const classGivenBy = (program: Program, m: Module, fn: Fn, depth = 0): Placed | undefined => {
  const value = returned(fn);
  return value === undefined ? undefined : classOf(program, program.resolve(m, fn, value), depth + 1);
};

/** The function around a class that stands in one. */
const around = ({ m, c }: Placed): Fn | undefined => {
  const method = m.fns.find(({ of }) => of === c.id);
  return method?.parent === undefined ? undefined : m.fns[method.parent];
};

/** A class and those that it extends, the nearest first, as far as they are the repository's own. */
export const lineage = (program: Program, placed: Placed): Placed[] => {
  const line = [placed];
  for (let at: Placed | undefined = placed; at?.c.extends !== undefined && line.length < MAX_DEPTH;) {
    const base: Placed | undefined = classOf(program, program.resolve(at.m, around(at), at.c.extends));
    if (base === undefined || line.some(({ c }) => c === base.c)) break;
    line.push(base);
    at = base;
  }
  return line;
};

/** What a class extends that is not the repository's own: `AuthGuard('jwt')`. */
export const foreignBase = (
  program: Program,
  placed: Placed,
): { e: Expr; m: Module; fn: Fn | undefined } | undefined => {
  const last = lineage(program, placed).at(-1);
  return last?.c.extends === undefined ? undefined : { e: last.c.extends, m: last.m, fn: around(last) };
};

export interface Method {
  member: Member;
  fn: Fn;
  /** The file of the class that has it. */
  m: Module;
}

/** The methods of a class, inherited ones too; those of the nearest class count. */
export const methodsOf = (program: Program, placed: Placed): Method[] => {
  const found = new Map<string, Method>();
  for (const { m, c } of lineage(program, placed))
    for (const member of c.members) {
      const fn = member.fn === undefined ? undefined : m.fns[member.fn];
      if (fn === undefined || member.static || member.kind === 'constructor' || found.has(member.name)) continue;
      found.set(member.name, { member, fn, m });
    }
  return [...found.values()];
};
