import type { Expr, Fn, Module } from '../../ir.ts';
import type { Program } from '../../program/program.ts';
import { pathOf, type Ref } from '../../program/ref.ts';
import { constantText, joinPath } from '../path-text.ts';
import { DIALECTS, type Dialect, type ReceiverKey } from './dialect.ts';

/** An app or router, as something is called on it. */
export interface Found {
  key: ReceiverKey;
  dialect: Dialect | undefined;
  /** Below this path of it: `app.route('/x').get(…)`. Undefined when the path is only known at run time. */
  path: string | undefined;
  /** Where and by what it was made. */
  made?: Extract<Expr, { k: 'call' }>;
}

const MAX_STEPS = 10;

/** The key of a parameter that apps and routers come in by. */
export const paramKey = (m: Module, fn: Fn, index: number): string => `${m.path}#${fn.id}#${index}`;

const dialectOf = (path: string | undefined): Dialect | undefined =>
  path === undefined ? undefined : DIALECTS.find(({ makes }) => makes.has(path));

/** The last value that a function gives back. */
export const returned = (fn: Fn): Expr | undefined => {
  const last = fn.body.findLast((stmt) => stmt.s === 'return' && stmt.e !== undefined);
  return last?.s === 'return' ? last.e : undefined;
};

/** The app or router that an expression comes to. Undefined for everything else. */
export const findReceiver = (program: Program, ref: Ref, steps = MAX_STEPS): Found | undefined => {
  if (steps <= 0) return undefined;
  if (ref.r === 'param') return { key: paramKey(ref.m, ref.fn, ref.index), dialect: undefined, path: '' };
  // `{ app }` of a parameter, `this.app` that nothing was found for.
  if (ref.r === 'member') {
    if (ref.of.r === 'param' && /^(?:app|router|server|fastify|instance|api|hono)$/.test(ref.p))
      return { key: `${paramKey(ref.of.m, ref.of.fn, ref.of.index)}.${ref.p}`, dialect: undefined, path: '' };
    return undefined;
  }
  if (ref.r !== 'result') return undefined;
  const dialect = dialectOf(pathOf(ref));
  if (dialect !== undefined) {
    return { key: ref.e, dialect, path: '', made: ref.e };
  }
  const { of } = ref;
  if (of.r === 'fn') {
    const value = returned(of.fn);
    return value === undefined ? undefined : findReceiver(program, program.resolve(of.m, of.fn, value), steps - 1);
  }
  if (of.r !== 'member') return undefined;
  const inner = findReceiver(program, of.of, steps - 1);
  if (inner === undefined) return undefined;
  // Verbs and `use` give back what they were called on.
  const below =
    inner.dialect?.below.has(of.p) === true || inner.dialect?.chains.has(of.p) === true || of.p === 'basePath';
  if (!below && !(inner.dialect === undefined && of.p === 'route' && ref.e.a.length === 1)) return inner;
  const given = ref.e.a[0];
  if (given === undefined) return inner;
  const text = constantText(program, ref.m, ref.fn, given);
  return { ...inner, path: text === undefined || inner.path === undefined ? undefined : joinPath(inner.path, text) };
};
