import type { Expr, Fn, Module } from '../../ir.ts';
import type { Program } from '../../program/program.ts';
import { expressionsOf } from '../../visit.ts';

type Element = Extract<Expr, { k: 'jsx' }>;

export interface Usage {
  m: Module;
  fn: Fn | undefined;
  e: Element;
}

const known = new WeakMap<Program, ReadonlyMap<string, readonly Usage[]>>();

/** Where components are used, by their name. Looked for once, when it is first asked. */
const allUsages = (program: Program): ReadonlyMap<string, readonly Usage[]> => {
  const found = known.get(program);
  if (found !== undefined) return found;
  const all = new Map<string, Usage[]>();
  for (const m of program.modules.values())
    for (const { e, fn } of expressionsOf(m)) {
      if (e.k !== 'jsx' || !/^[A-Z]/.test(e.n)) continue;
      const list = all.get(e.n);
      if (list === undefined) all.set(e.n, [{ m, fn, e }]);
      else list.push({ m, fn, e });
    }
  known.set(program, all);
  return all;
};

const MOST_USAGES = 40;

/** The elements that a component is used in. */
export const usagesOf = (program: Program, component: Fn): Usage[] =>
  (allUsages(program).get(component.name ?? '') ?? []).slice(0, MOST_USAGES).filter(({ m, fn, e }) => {
    const meant = program.resolve(m, fn, { k: 'id', n: e.n, at: e.at });
    return meant.r === 'fn' && meant.fn === component;
  });
