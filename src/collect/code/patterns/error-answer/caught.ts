import { touchOf } from '../../analysis/accesses.ts';
import type { Expr, Fn, Module } from '../../ir.ts';
import type { Program } from '../../program/program.ts';
import { bindingOf } from '../../program/scope.ts';
import { expressionsIn, statementsIn } from '../../visit.ts';
import { handedTo } from '../handed-to.ts';
import { asksWhere } from '../told/developers.ts';

export interface Here {
  program: Program;
  m: Module;
  fn: Fn | undefined;
}

/** What an answer tells of an error: its text, all its members, where in the code it happened, what was asked of the database. */
export type OfError = 'message' | 'error' | 'stack' | 'query';

const MAX_STEPS = 8;
const ERROR = /^(?:e|err|error|ex|exception|cause|reason)$|(?:Error|Err)$/;
const QUERY = /^(?:details?|hint|sql|sqlMessage|query|parameters|parent|original|meta)$/;
const CATCHERS = /^(?:catch|onError|setErrorHandler|setDefaultErrorHandler)$/;

/** A name that holds what was thrown, or what a database answered instead of rows. */
export const isError = ({ program, m, fn }: Here, e: Expr, steps = MAX_STEPS): boolean => {
  if (e.k !== 'id' || steps <= 0) return false;
  const binding = bindingOf(m, fn, e.n);
  switch (binding?.b) {
    case 'caught':
      return isInCatch(m, fn, e);
    case 'param':
      return binding.path.length === 0 && binding.index === 0 && ERROR.test(e.n) && takesErrors(m, binding.fn);
    case 'value': {
      if (binding.e === undefined) return false;
      const inside = { program, m, fn: binding.fn };
      if (binding.path.length === 0) return isError(inside, binding.e, steps - 1);
      const call = binding.e.k === 'await' ? binding.e.e : binding.e;
      return (
        binding.path[0] === 'error' && call.k === 'call' && touchOf(program, m, binding.fn, call)?.by === 'supabase'
      );
    }
    default:
      return false;
  }
};

/** Names are those of a whole function: one that is declared in the block that was tried is another. */
const isInCatch = (m: Module, fn: Fn | undefined, e: Extract<Expr, { k: 'id' }>): boolean => {
  for (let inner = fn; ; inner = inner.parent === undefined ? undefined : m.fns[inner.parent]) {
    for (const stmt of statementsIn(inner?.body ?? m.body))
      if (stmt.s === 'try' && stmt.name?.p === 'id' && stmt.name.n === e.n && stmt.c !== undefined)
        for (const one of expressionsIn(stmt.c)) if (one === e || (one.k === 'fn' && holds(m, one.id, e))) return true;
    if (inner === undefined) return false;
  }
};

const holds = (m: Module, id: number, e: Expr): boolean => {
  for (const one of expressionsIn(m.fns[id]?.body ?? [])) if (one === e) return true;
  return false;
};

/** `(error, req, res, next) => …`, `promise.catch((error) => …)`, `app.onError(…)`. */
const takesErrors = (m: Module, fn: Fn): boolean => {
  if (fn.params.length === 4 || (fn.of !== undefined && fn.name === 'catch')) return true;
  const f = handedTo(m, fn.id)?.call.f;
  return f?.k === 'mem' && typeof f.p === 'string' && CATCHERS.test(f.p);
};

/** What a value tells of an error to whoever reads it. */
export const ofErrorIn = (here: Here, e: Expr, steps = MAX_STEPS): OfError[] => {
  if (steps <= 0) return [];
  const sub = (one: Expr): OfError[] => ofErrorIn(here, one, steps - 1);
  switch (e.k) {
    case 'id': {
      if (isError(here, e)) return ['error'];
      const binding = bindingOf(here.m, here.fn, e.n);
      if (binding?.b !== 'value' || binding.e === undefined || binding.many === true) return [];
      const inside = { ...here, fn: binding.fn };
      const [member] = binding.path;
      if (member === undefined) return ofErrorIn(inside, binding.e, steps - 1);
      return binding.path.length === 1 && isError(inside, binding.e) ? ofMember(member) : [];
    }
    case 'mem':
      return isError(here, e.o) && typeof e.p === 'string' ? ofMember(e.p) : [];
    case 'obj':
      return e.props.flatMap(({ v }) => sub(v));
    case 'tpl':
      return e.e.flatMap((one) => textual(sub(one)));
    case 'arr':
      return e.e.flatMap(sub);
    case 'spread':
    case 'await':
      return sub(e.e);
    case 'bin':
      if (e.op === '&&') return asksWhere(here.m, here.fn, e.l) ? [] : sub(e.r);
      return e.op === '+'
        ? [...textual(sub(e.l)), ...textual(sub(e.r))]
        : e.op === '||' || e.op === '??'
          ? [...sub(e.l), ...sub(e.r)]
          : [];
    case 'cond':
      if (asksWhere(here.m, here.fn, e.t)) return [];
      return isOfKind(here, e.t) ? sub(e.b) : [...sub(e.a), ...sub(e.b)];
    case 'call':
      return ofCall(here, e, steps);
    default:
      return [];
  }
};

const ofMember = (name: string): OfError[] =>
  name === 'message' ? ['message'] : name === 'stack' ? ['stack'] : QUERY.test(name) ? ['query'] : [];

/** An error in a text is its name and its message. */
const textual = (list: readonly OfError[]): OfError[] => list.map((one) => (one === 'error' ? 'message' : one));

const ofCall = (here: Here, e: Extract<Expr, { k: 'call' }>, steps: number): OfError[] => {
  const [given, second] = e.a;
  if (given !== undefined && e.f.k === 'id' && e.f.n === 'String') return textual(ofErrorIn(here, given, steps - 1));
  if (e.f.k !== 'mem') return [];
  if (e.f.p === 'toString' && isError(here, e.f.o)) return ['message'];
  if (e.f.p !== 'stringify' || given === undefined || e.f.o.k !== 'id' || e.f.o.n !== 'JSON') return [];
  // `JSON.stringify(error, Object.getOwnPropertyNames(error))`
  return second?.k === 'call' && isError(here, given) ? ['stack'] : ofErrorIn(here, given, steps - 1);
};

/**
 * A condition that only errors of a kind pass which the app makes itself: `error instanceof HttpError`, `error.isOperational`. `yes`: it must be so;
 * behind `if (error instanceof HttpError) throw error` it must not.
 */
export const isOfKind = (here: Here, test: Expr, yes = true): boolean => {
  if (test.k === 'un') return test.op === '!' && isOfKind(here, test.e, !yes);
  if (test.k === 'bin') {
    if (test.op === 'instanceof') return yes && isError(here, test.l) && !(test.r.k === 'id' && test.r.n === 'Error');
    if (/^[!=]==?$/.test(test.op))
      return yes === test.op.startsWith('=') && [test.l, test.r].some((one) => one.k === 'mem' && isError(here, one.o));
    return isOfKind(here, test.l, yes) || isOfKind(here, test.r, yes);
  }
  if (!yes) return false;
  if (test.k === 'mem') return isError(here, test.o) && test.p !== 'message';
  return test.k === 'call' && test.a.some((one) => isError(here, one));
};
