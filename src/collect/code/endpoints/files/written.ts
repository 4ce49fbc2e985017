import type { Expr, Fn, Module } from '../../ir.ts';
import type { Program } from '../../program/program.ts';
import { bindingOf } from '../../program/scope.ts';

/** An expression and where it is written. */
export interface Written {
  m: Module;
  fn: Fn | undefined;
  e: Expr;
}

const MAX_STEPS = 16;

const member = (o: Expr, p: string): Expr => ({ k: 'mem', o, p, at: o.at });

/** Something of another file or package, as if it were asked for in place. */
const imported = (from: string, name: string, at: number): Expr =>
  member({ k: 'import', e: { k: 'lit', v: from, at }, at }, name);

/**
 * Follows a name to where its value is written: through files and re-exports, up to the call that wraps a handler. A function keeps the name that
 * leads to it; what comes from a package stays as it stands.
 */
export const written = (program: Program, place: Written, steps = MAX_STEPS): Written => {
  const { m, fn, e } = place;
  if (steps <= 0) return place;
  if (e.k === 'await') return written(program, { m, fn, e: e.e }, steps - 1);
  if (e.k === 'id') return named(program, place, e.n, steps);
  if (e.k !== 'mem' || typeof e.p !== 'string') return place;
  const of = program.resolve(m, fn, e.o);
  if (of.r === 'module') return exportWritten(program, of.m, e.p, steps - 1) ?? place;
  if (of.r !== 'value' || of.e.k !== 'obj') return place;
  const found = of.e.props.findLast(({ n }) => n === e.p)?.v;
  return found === undefined ? place : written(program, { m: of.m, fn: of.fn, e: found }, steps - 1);
};

const named = (program: Program, place: Written, name: string, steps: number): Written => {
  const { m, fn } = place;
  const binding = bindingOf(m, fn, name);
  if (binding?.b === 'import') {
    const target = program.moduleFor(m, binding.from);
    if (target === undefined || binding.name === '*') return place;
    return exportWritten(program, target, binding.name, steps - 1) ?? place;
  }
  if (binding?.b !== 'value' || binding.e === undefined || binding.many === true) return place;
  if (binding.path.length > 0)
    return written(program, { m, fn: binding.fn, e: binding.path.reduce(member, binding.e) }, steps - 1);
  return binding.e.k === 'fn' || binding.e.k === 'class'
    ? place
    : written(program, { m, fn: binding.fn, e: binding.e }, steps - 1);
};

/** Where the value that a file exports under a name is written. Undefined when it exports none of that name. */
export const exportWritten = (
  program: Program,
  m: Module,
  name: string,
  steps = MAX_STEPS,
  seen: Set<Module> = new Set(),
): Written | undefined => {
  if (steps <= 0 || seen.has(m)) return undefined;
  seen.add(m);
  const own = m.exports.find((one) => one.name === name);
  if (own !== undefined) {
    if (own.from !== undefined) {
      const target = program.moduleFor(m, own.from);
      const of = own.of ?? name;
      const there = target === undefined || of === '*' ? undefined : exportWritten(program, target, of, steps - 1);
      return there ?? { m, fn: undefined, e: imported(own.from, of, own.at) };
    }
    const e: Expr = own.e ?? { k: 'id', n: own.local ?? name, at: own.at };
    return written(program, { m, fn: undefined, e }, steps - 1);
  }
  for (const { name: all, from } of m.exports) {
    if (all !== '*' || from === undefined || name === 'default') continue;
    const target = program.moduleFor(m, from);
    const found = target === undefined ? undefined : exportWritten(program, target, name, steps - 1, seen);
    if (found !== undefined) return found;
  }
  return commonJs(program, m, name, steps - 1);
};

/** `module.exports = …` is the default; `exports.x = …`, `module.exports.x = …`. */
const commonJs = (program: Program, m: Module, name: string, steps: number): Written | undefined => {
  for (const stmt of m.body) {
    if (stmt.s !== 'expr' || stmt.e.k !== 'assign' || !('k' in stmt.e.l) || stmt.e.l.k !== 'mem') continue;
    const { o, p } = stmt.e.l;
    const isWhole = o.k === 'id' && o.n === 'module' && p === 'exports';
    const isOf = (o.k === 'id' && o.n === 'exports') || (o.k === 'mem' && o.p === 'exports');
    if ((isWhole && name === 'default') || (isOf && p === name))
      return written(program, { m, fn: undefined, e: stmt.e.r }, steps);
  }
  return undefined;
};

/** The names that a file exports, those of other files that it passes on too, with their lines in it. */
export const exportedNames = (program: Program, m: Module, seen: Set<Module> = new Set()): Map<string, number> => {
  const names = new Map<string, number>();
  if (seen.has(m)) return names;
  seen.add(m);
  for (const { name, from, at } of m.exports) {
    if (name !== '*') names.set(name, at);
    const target = name === '*' && from !== undefined ? program.moduleFor(m, from) : undefined;
    if (target === undefined) continue;
    for (const inner of exportedNames(program, target, seen).keys())
      if (inner !== 'default' && !names.has(inner)) names.set(inner, at);
  }
  return names;
};
