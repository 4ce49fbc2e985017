import type { Expr, Fn, Module, Stmt } from '../ir.ts';
import { blocksOf, expressionsIn, exprsOf, partsOf } from '../visit.ts';

/** A condition under which something runs. */
export interface Condition {
  test: Expr;
  /** It must be so; false: it must not. */
  yes: boolean;
}

/** The conditions around an expression inside another; undefined when it does not stand there. */
const around = (e: Expr, target: Expr): Condition[] | undefined => {
  if (e === target) return [];
  for (const part of partsOf(e)) {
    const found = around(part, target);
    if (found === undefined) continue;
    const own: Condition[] =
      e.k === 'cond' && part !== e.t
        ? [{ test: e.t, yes: part === e.a }]
        : e.k === 'bin' && part === e.r && (e.op === '&&' || e.op === '||')
          ? [{ test: e.l, yes: e.op === '&&' }]
          : [];
    return [...own, ...found];
  }
  return undefined;
};

const leaves = (body: readonly Stmt[]): boolean => {
  const last = body.at(-1)?.s;
  return last === 'return' || last === 'throw';
};

const aroundIn = (body: readonly Stmt[], target: Expr): Condition[] | undefined => {
  const left: Condition[] = [];
  for (const stmt of body) {
    for (const e of exprsOf(stmt)) {
      const found = around(e, target);
      if (found !== undefined) return [...left, ...found];
    }
    for (const block of blocksOf(stmt)) {
      const found = aroundIn(block, target);
      if (found !== undefined)
        return [...left, ...(stmt.s === 'if' ? [{ test: stmt.t, yes: block === stmt.a }] : []), ...found];
    }
    // `if (isProduction) return;` decides what comes after it.
    if (stmt.s === 'if' && leaves(stmt.a)) left.push({ test: stmt.t, yes: false });
  }
  return undefined;
};

/** The conditions under which an expression runs, out to the top of its file: those of the functions around it too. */
export const conditionsAround = (m: Module, fn: Fn | undefined, target: Expr): Condition[] => {
  const found: Condition[] = [];
  let at: Expr = target;
  for (let inner = fn, steps = 0; steps < 20; steps++) {
    found.push(...(aroundIn(inner?.body ?? m.body, at) ?? []));
    if (inner === undefined) break;
    const { id, parent } = inner;
    const outer: Fn | undefined = parent === undefined ? undefined : m.fns[parent];
    const made = [...expressionsIn(outer?.body ?? m.body)].find((e) => e.k === 'fn' && e.id === id);
    if (made === undefined) break;
    at = made;
    inner = outer;
  }
  return found;
};
