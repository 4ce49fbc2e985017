import type { Expr, Fn, Module, Stmt } from '../../ir.ts';
import { bindingOf } from '../../program/scope.ts';
import { blocksOf, exprsOf, partsOf, within } from '../../visit.ts';

const DEVELOPERS =
  /^(?:is_?)?(?:dev(?:elopment)?(?:_?mode)?|debug(?:_?mode)?|local(?:host)?|verbose|test(?:_?env(?:ironment)?)?)$|^__DEV__$/i;
const PRODUCTION = /^(?:is_?)?prod(?:uction)?$/i;

/** A condition that asks where the code runs, or whether something is set up. */
const asksWhere = (m: Module, fn: Fn | undefined, test: Expr): boolean =>
  [...within(test)].some(
    (e) =>
      isOfEnvironment(e) ||
      (e.k === 'mem' && typeof e.p === 'string' && isNamed(e.p)) ||
      (e.k === 'id' && (isNamed(e.n) || isSetUp(m, fn, e.n))) ||
      (e.k === 'lit' && (e.v === 'development' || e.v === 'production' || e.v === 'test')),
  );

/** `process.env.X`, `import.meta.env.X`, `Deno.env.get('X')`. */
const isOfEnvironment = (e: Expr): boolean => e.k === 'mem' && e.o.k === 'mem' && e.o.p === 'env' && e.o.o.k !== 'mem';

const isSetUp = (m: Module, fn: Fn | undefined, name: string): boolean => {
  const binding = bindingOf(m, fn, name);
  return binding?.b === 'value' && binding.e !== undefined && [...within(binding.e)].some(isOfEnvironment);
};

const isNamed = (name: string): boolean => DEVELOPERS.test(name) || PRODUCTION.test(name);

/** The conditions around an expression inside another; undefined when it does not stand there. */
const around = (e: Expr, target: Expr): Expr[] | undefined => {
  if (e === target) return [];
  for (const part of partsOf(e)) {
    const found = around(part, target);
    if (found === undefined) continue;
    const test =
      e.k === 'cond' && part !== e.t ? e.t : e.k === 'bin' && part === e.r && /&&|\|\|/.test(e.op) ? e.l : undefined;
    return test === undefined ? found : [test, ...found];
  }
  return undefined;
};

const aroundIn = (body: readonly Stmt[], target: Expr): Expr[] | undefined => {
  const left: Expr[] = [];
  for (const stmt of body) {
    for (const e of exprsOf(stmt)) {
      const found = around(e, target);
      if (found !== undefined) return [...left, ...found];
    }
    for (const block of blocksOf(stmt)) {
      const found = aroundIn(block, target);
      if (found !== undefined) return [...left, ...(stmt.s === 'if' ? [stmt.t] : []), ...found];
    }
    // `if (isProduction) return;` decides what comes after it.
    if (stmt.s === 'if' && stmt.b === undefined && stmt.a.at(-1)?.s === 'return') left.push(stmt.t);
  }
  return undefined;
};

/** The conditions under which an expression runs, out to the top of its file: those of the functions around it too. */
export const conditionsAround = (m: Module, fn: Fn | undefined, target: Expr): Expr[] => {
  const found: Expr[] = [];
  let at: Expr = target;
  for (let inner = fn, steps = 0; steps < 20; steps++) {
    found.push(...(aroundIn(inner?.body ?? m.body, at) ?? []));
    if (inner === undefined) break;
    const { id, parent } = inner;
    const outer: Fn | undefined = parent === undefined ? undefined : m.fns[parent];
    const made = [...expressionsBelow(outer?.body ?? m.body)].find((e) => e.k === 'fn' && e.id === id);
    if (made === undefined) break;
    at = made;
    inner = outer;
  }
  return found;
};

function* expressionsBelow(body: readonly Stmt[]): Generator<Expr> {
  for (const stmt of body) {
    for (const e of exprsOf(stmt)) yield* within(e);
    for (const block of blocksOf(stmt)) yield* expressionsBelow(block);
  }
}

/** Runs on the machines of developers only, or where something was not set up: a mail that is printed because there is no mail server. */
export const isForDevelopers = (m: Module, fn: Fn | undefined, target: Expr): boolean =>
  conditionsAround(m, fn, target).some((test) => asksWhere(m, fn, test));
