import type { Expr, Fn, Module } from '../../ir.ts';
import type { Program } from '../../program/program.ts';
import { pathOf, type Ref } from '../../program/ref.ts';
import { expressionsIn, statementsIn, within } from '../../visit.ts';

/** What reads no stored data and no session, though it is waited for: texts, drawing, what the caller sent. */
const HARMLESS =
  /^(?:next-intl|next-i18next|i18next|next\/(?:navigation|link|image|font|dynamic|server|cache|og)|react(?:-dom|-i18next)?|@lingui\/|clsx|zod|date-fns|fs|path|url|node:|gray-matter|shiki|@mdx-js|next-mdx|remark|rehype|nuqs|@next\/)/;
/** Reads the cookies or headers of the request, and so who asks. */
const SESSION = /^next\/headers:(?:cookies|headers|draftMode)\b/;
const CALLER_SENT = /^(?:params|searchParams|props)$/;

const MAX_DEPTH = 6;
const MAX_LOOKS = 400;

/**
 * Whether a component, or what it draws on the server, reads stored data or a session: it waits for something of a package or of the network,
 * itself or through functions of the repository. Errs towards yes.
 */
export const createReadsData = (program: Program) => {
  // Yes, or no as far down as was looked; none while it is looked at.
  const known = { waited: new Map<Fn, boolean | number>(), called: new Map<Fn, boolean | number>() };
  let looks = 0;

  const ofRef = (ref: Ref, waited: boolean, depth: number): boolean => {
    if (ref.r === 'fn') return ofFn(ref.m, ref.fn, depth - 1, waited);
    const path = pathOf(ref);
    if (path !== undefined && SESSION.test(path)) return true;
    if (path === 'fetch') return true;
    // `cache(fn)`, `unstable_cache(fn)`: what the package is given to call.
    const inner = innermost(ref);
    if (inner !== undefined && inner.e.a.some((one) => one.k === 'fn' || one.k === 'id'))
      for (const one of inner.e.a) {
        const given = program.resolve(inner.m, inner.fn, one);
        if (given.r === 'fn' && ofFn(given.m, given.fn, depth - 1, true)) return true;
      }
    if (path !== undefined && HARMLESS.test(path)) return false;
    return waited && (path === undefined || !/^(?:Promise|JSON|Math|Object|Array|Date|console)\b/.test(path));
  };

  const ofFn = (m: Module, fn: Fn, depth: number, waited: boolean): boolean => {
    if (depth <= 0 || looks++ > MAX_LOOKS || isClient(m)) return false;
    const seen = waited ? known.waited : known.called;
    const before = seen.get(fn);
    if (typeof before === 'boolean') return before;
    if (before !== undefined && before >= depth) return false;
    seen.set(fn, false);
    const own = [...m.fns].filter((one) => one.id === fn.id || one.parent === fn.id);
    const found =
      own.some((one) => [...expressionsIn(one.body)].some((e) => ofExpr(m, one, e, depth))) ||
      // What it gives back unwaited is waited for by who calls it.
      (waited && returnedCalls(fn).some((e) => ofCall(m, fn, e, true, depth)));
    seen.set(fn, found || depth);
    return found;
  };

  const ofExpr = (m: Module, fn: Fn, e: Expr, depth: number): boolean => {
    if (e.k === 'await') {
      const waited = e.e;
      if (waited.k === 'import') return false;
      if (waited.k === 'call') return ofCall(m, fn, waited, true, depth);
      return !isCallerSent(waited);
    }
    if (e.k === 'call') return ofCall(m, fn, e, false, depth);
    if (e.k !== 'jsx' || !/^[A-Z]/.test(e.n)) return false;
    const [head = '', ...rest] = e.n.split('.');
    const name: Expr = rest.reduce<Expr>((o, p) => ({ k: 'mem', o, p, at: e.at }), { k: 'id', n: head, at: e.at });
    const ref = program.resolve(m, fn, name);
    return ref.r === 'fn' && ref.fn !== fn && ofFn(ref.m, ref.fn, depth - 1, false);
  };

  const ofCall = (m: Module, fn: Fn, e: Call, waited: boolean, depth: number): boolean => {
    // `Promise.all([a(), b()])`: each of them is waited for.
    const callee = program.resolve(m, fn, e.f);
    if (waited && /^Promise\b/.test(pathOf(callee) ?? ''))
      return e.a.flatMap((one) => [...within(one)]).some((one) => one.k === 'call' && ofCall(m, fn, one, true, depth));
    return ofRef(callee, waited, depth);
  };

  return (m: Module, fn: Fn): boolean => {
    looks = 0;
    return ofFn(m, fn, MAX_DEPTH, false);
  };
};

type Call = Extract<Expr, { k: 'call' }>;

const returnedCalls = (fn: Fn): Call[] =>
  [...statementsIn(fn.body)].flatMap((stmt) => (stmt.s === 'return' && stmt.e?.k === 'call' ? [stmt.e] : []));

const isClient = (m: Module): boolean => m.directives.includes('use client');

const isCallerSent = (e: Expr): boolean =>
  e.k === 'id' ? CALLER_SENT.test(e.n) : e.k === 'mem' && typeof e.p === 'string' && CALLER_SENT.test(e.p);

const innermost = (ref: Ref): Extract<Ref, { r: 'result' }> | undefined => {
  for (let at: Ref = ref, steps = 0; steps < 12; steps++) {
    if (at.r === 'result') return at;
    if (at.r !== 'member') return undefined;
    at = at.of;
  }
  return undefined;
};
