import type { Expr, Fn, Module, Stmt } from '../../ir.ts';
import type { Program } from '../../program/program.ts';
import { bindingOf } from '../../program/scope.ts';
import { blocksOf, textOf, within } from '../../visit.ts';
import { HTTP_METHODS } from '../files/method-switch.ts';
import { constantText } from '../path-text.ts';

/** A path that a handler compares the request with, under the method that it asks for beside or around. */
export interface ComparedPath {
  method: string;
  path: string;
  at: number;
  /** The function that its branch does nothing but call. */
  calls?: Expr;
}

/** `return list(req, res);` as all that stands in a branch, with a bare `return` after it or without. */
const calledIn = (body: readonly Stmt[]): Expr | undefined => {
  const [first, ...rest] = body.filter((stmt) => stmt.s !== 'jump' && (stmt.s !== 'return' || stmt.e !== undefined));
  const e = first?.s === 'return' || first?.s === 'expr' ? first.e : undefined;
  const call = e?.k === 'await' ? e.e : e;
  return rest.length === 0 && call?.k === 'call' && call.isNew !== true ? call.f : undefined;
};

const MAX_STEPS = 6;

/** Whether something is that part of the request: `req.url`, `new URL(req.url).pathname`, a name that was taken out of them. */
const isPart = (m: Module, fn: Fn, e: Expr, part: RegExp, steps = MAX_STEPS): boolean => {
  if (steps <= 0) return false;
  if (e.k === 'mem') return typeof e.p === 'string' && part.test(e.p);
  if (e.k === 'bin' && (e.op === '??' || e.op === '||')) return isPart(m, fn, e.l, part, steps - 1);
  // `req.url.split('?')[0]`, `url.pathname.replace(…)`, `req.method.toUpperCase()`
  if (e.k === 'call') return e.f.k === 'mem' && isPart(m, fn, e.f.o, part, steps - 1);
  const binding = e.k === 'id' ? bindingOf(m, fn, e.n) : undefined;
  if (binding?.b === 'param') return part.test(binding.path.at(-1) ?? '');
  if (binding?.b !== 'value') return false;
  const last = binding.path.at(-1);
  if (last !== undefined && !/^\d+$/.test(last)) return part.test(last);
  return binding.e !== undefined && isPart(m, fn, binding.e, part, steps - 1);
};

const PATH = /^(?:url|pathname|path)$/;
const METHOD = /^method$/;

/** Every path that a handler tells apart, in the order of the code. */
export const comparedPaths = (program: Program, m: Module, fn: Fn): ComparedPath[] => {
  const found: ComparedPath[] = [];
  const textIn = (e: Expr): string | undefined => constantText(program, m, fn, e);
  const pathIn = (e: Expr): string | undefined => {
    const text = textIn(e);
    return text?.startsWith('/') === true ? text : undefined;
  };
  const comparing = (e: Expr, part: RegExp, text: (other: Expr) => string | undefined): string | undefined =>
    e.k === 'bin' && /^={2,3}$/.test(e.op)
      ? isPart(m, fn, e.l, part)
        ? text(e.r)
        : isPart(m, fn, e.r, part)
          ? text(e.l)
          : undefined
      : undefined;
  const methodIn = (e: Expr): string | undefined => {
    const text = [...within(e)].map((one) => comparing(one, METHOD, textIn)).find((one) => one !== undefined);
    return text !== undefined && HTTP_METHODS.has(text) ? text : undefined;
  };
  const pathsIn = (e: Expr): string[] =>
    [...within(e)].flatMap((one) => {
      const same = comparing(one, PATH, pathIn);
      if (same !== undefined) return [same];
      if (one.k !== 'call' || one.f.k !== 'mem' || one.f.p !== 'startsWith' || !isPart(m, fn, one.f.o, PATH)) return [];
      const head = one.a[0] === undefined ? undefined : pathIn(one.a[0]);
      return head === undefined ? [] : [`${head.replace(/\/$/, '')}/{rest}`];
    });
  /** Inside a branch for a path its methods may be told apart; one for each, or the one around it. */
  const methodsBelow = (body: readonly Stmt[]): string[] =>
    body.flatMap((stmt) => [
      ...(stmt.s === 'if' ? [methodIn(stmt.t) ?? []].flat() : []),
      ...(stmt.s === 'switch' && isPart(m, fn, stmt.e, METHOD)
        ? stmt.cases.flatMap(({ t }) => textOf(t) ?? []).filter((text) => HTTP_METHODS.has(text))
        : []),
    ]);
  const add = (path: string, methods: readonly string[], around: string, at: number, branch: readonly Stmt[]): void => {
    const calls = calledIn(branch);
    for (const method of methods.length > 0 ? methods : [around])
      if (method !== 'OPTIONS' && method !== 'HEAD')
        found.push({ method, path, at, ...(calls === undefined ? {} : { calls }) });
  };
  const walk = (body: readonly Stmt[], around: string): void => {
    for (const stmt of body) {
      if (stmt.s === 'if') {
        const own = methodIn(stmt.t);
        const paths = pathsIn(stmt.t);
        for (const path of paths) add(path, own === undefined ? methodsBelow(stmt.a) : [own], around, stmt.at, stmt.a);
        if (paths.length === 0) walk(stmt.a, own ?? around);
        walk(stmt.b ?? [], around);
      } else if (stmt.s === 'switch' && isPart(m, fn, stmt.e, PATH)) {
        for (const { t, b } of stmt.cases) {
          const path = t === undefined ? undefined : pathIn(t);
          if (path !== undefined) add(path, methodsBelow(b), around, t?.at ?? stmt.at, b);
        }
      } else for (const block of blocksOf(stmt)) walk(block, around);
    }
  };
  walk(fn.body, '*');
  return found;
};
