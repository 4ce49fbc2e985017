import type { Expr, Fn, Module, Stmt } from '../../ir.ts';
import type { Program } from '../../program/program.ts';
import { bindingOf } from '../../program/scope.ts';
import { exprsOf, expressionsIn, statementsIn, textOf, within } from '../../visit.ts';

export const HTTP_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']);

/** Functions that give or compare the method of a request: those of h3. */
const ASKS = /^(?:getMethod|isMethod|assertMethod)$/;

/**
 * The methods that a handler for all of them tells apart, each with its line: `if (req.method === 'POST')`, `switch (req.method)`, a table that is
 * looked up by it. `*` is among them when it goes on with every other method, and alone when it tells none apart.
 */
export const methodsOf = (program: Program, m: Module, fn: Fn): Map<string, number> => {
  const found = new Map<string, number>();
  const add = (text: string | undefined, at: number): void => {
    const method = text?.toUpperCase() ?? '';
    if (HTTP_METHODS.has(method) && !found.has(method)) found.set(method, at);
  };
  const isMethod = (e: Expr): boolean => asksMethod(m, fn, e);
  const inside = m.fns.filter((one) => isWithin(m, one, fn));
  for (const one of inside)
    for (const stmt of statementsIn(one.body))
      if (stmt.s === 'switch' && isMethod(stmt.e)) for (const { t } of stmt.cases) add(textOf(t), t?.at ?? stmt.at);
  for (const e of inside.flatMap((one) => [...expressionsIn(one.body)])) {
    if (e.k === 'bin' && /^[!=]==?$/.test(e.op)) {
      if (isMethod(e.l)) add(textOf(e.r), e.at);
      if (isMethod(e.r)) add(textOf(e.l), e.at);
    }
    if (e.k === 'call') {
      const callee = e.f.k === 'id' ? e.f.n : '';
      if (ASKS.test(callee)) for (const one of listed(program, m, fn, e.a[1])) add(one, e.at);
      if (e.f.k === 'mem' && e.f.p === 'includes' && e.a[0] !== undefined && isMethod(e.a[0]))
        for (const one of listed(program, m, fn, e.f.o)) add(one, e.at);
    }
    if (e.k === 'mem' && typeof e.p !== 'string' && isMethod(e.p)) {
      const table = program.resolve(m, fn, e.o);
      if (table.r === 'value' && table.e.k === 'obj')
        for (const { n, v } of table.e.props) if (typeof n === 'string') add(n, v.at);
    }
  }
  const tells = [...found.keys()].some((one) => one !== 'OPTIONS' && one !== 'HEAD');
  if (!tells || goesOn(fn, isMethod)) found.set('*', fn.at);
  return found;
};

const isWithin = (m: Module, one: Fn, fn: Fn): boolean => {
  for (let at: Fn | undefined = one; at !== undefined; at = at.parent === undefined ? undefined : m.fns[at.parent])
    if (at.id === fn.id) return true;
  return false;
};

const listed = (program: Program, m: Module, fn: Fn, e: Expr | undefined): string[] => {
  if (e === undefined) return [];
  const ref = program.resolve(m, fn, e);
  const value = ref.r === 'value' ? ref.e : e;
  return (value.k === 'arr' ? value.e : [value]).flatMap((one) => textOf(one) ?? []);
};

/** `req.method`, `method` taken out of it, `req.method.toLowerCase()`, `getMethod(event)`. */
const asksMethod = (m: Module, fn: Fn, e: Expr, steps = 6): boolean => {
  if (steps <= 0) return false;
  if (e.k === 'mem') return e.p === 'method';
  if (e.k === 'id') {
    const binding = bindingOf(m, fn, e.n);
    if (binding?.b === 'param' || binding?.b === 'value') {
      if (binding.path.at(-1) === 'method') return true;
      return (
        binding.b === 'value' &&
        binding.path.length === 0 &&
        binding.e !== undefined &&
        asksMethod(m, fn, binding.e, steps - 1)
      );
    }
    return false;
  }
  if (e.k === 'call')
    return e.f.k === 'mem' && typeof e.f.p === 'string' && /^to(?:Upper|Lower)Case$/.test(e.f.p)
      ? asksMethod(m, fn, e.f.o, steps - 1)
      : e.f.k === 'id' && ASKS.test(e.f.n);
  if (e.k === 'bin') return (e.op === '??' || e.op === '||') && asksMethod(m, fn, e.l, steps - 1);
  return false;
};

const REFUSES = new Set<unknown>([400, 404, 405, 501]);

/** After the last `if` over the method, something else than a refusal is done: that is for every other method. */
const goesOn = (fn: Fn, isMethod: (e: Expr) => boolean): boolean => {
  const asks = (stmt: Stmt): boolean =>
    exprsOf(stmt).some((e) => [...within(e)].some((one) => one.k === 'bin' && (isMethod(one.l) || isMethod(one.r))));
  const last = fn.body.findLastIndex((stmt) => stmt.s === 'if' && asks(stmt));
  const chosen = fn.body[last];
  // `if (req.method !== 'POST') return …`: what comes after it is for that method.
  if (chosen?.s !== 'if' || chosen.b !== undefined || isNegated(chosen.t) || !ends(chosen.a)) return false;
  const rest = fn.body.slice(last + 1);
  if (rest.length === 0) return false;
  return ![...expressionsIn(rest)].some(
    (e) =>
      (e.k === 'lit' && (REFUSES.has(e.v) || e.v === 'Allow')) ||
      (e.k === 'call' && e.f.k === 'mem' && typeof e.f.p === 'string' && /notAllowed|notFound/i.test(e.f.p)),
  );
};

const isNegated = (e: Expr): boolean =>
  (e.k === 'bin' && (e.op.startsWith('!') || isNegated(e.l))) || (e.k === 'un' && e.op === '!');

const ends = (body: readonly Stmt[]): boolean => {
  const last = body.at(-1);
  return last?.s === 'return' || last?.s === 'throw' || (last?.s === 'try' && ends(last.b));
};
