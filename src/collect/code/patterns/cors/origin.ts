import type { Expr, Fn, Module } from '../../ir.ts';
import { bindingOf } from '../../program/scope.ts';
import { textOf } from '../../visit.ts';

/** Where names are looked up, and those that hold the origin there by the way the function is called. */
export interface Scope {
  m: Module;
  fn: Fn | undefined;
  given: ReadonlySet<string>;
}

const ORIGIN = /^(?:req(?:uest)?|incoming|client|caller)?_?origin(?:header)?$/i;
const MENDS = new Set<unknown>(['toLowerCase', 'trim', 'toString', 'replace']);
const READS = new Set<unknown>(['get', 'header', 'getHeader', 'getRequestHeader']);

/** The origin that a request names, or the host in it. */
export const isOrigin = (scope: Scope, e: Expr, depth = 0): boolean => {
  if (depth > 4) return false;
  switch (e.k) {
    case 'id':
      return scope.given.has(e.n) || ORIGIN.test(e.n) || isOriginByName(scope, e.n, depth);
    case 'mem':
      if (e.p === 'hostname' || e.p === 'host') return isAddressOfOrigin(scope, e.o, depth);
      return e.p === 'origin' || e.p === 'Origin';
    case 'call':
      if (e.f.k === 'id') return e.f.n === 'String' && e.a[0] !== undefined && isOrigin(scope, e.a[0], depth + 1);
      if (e.f.k !== 'mem') return false;
      if (READS.has(e.f.p)) return e.a.some((one) => textOf(one)?.toLowerCase() === 'origin');
      return MENDS.has(e.f.p) && isOrigin(scope, e.f.o, depth + 1);
    // `origin || '*'`
    case 'bin':
      return (e.op === '||' || e.op === '??') && isOrigin(scope, e.l, depth + 1);
    default:
      return false;
  }
};

/** The expression that a name of the code stands for. */
export const valueOf = ({ m, fn }: Scope, name: string): Expr | undefined => {
  const binding = bindingOf(m, fn, name);
  return binding?.b === 'value' && binding.path.length === 0 && binding.many !== true ? binding.e : undefined;
};

const isOriginByName = (scope: Scope, name: string, depth: number): boolean => {
  const binding = bindingOf(scope.m, scope.fn, name);
  if (binding?.b !== 'value' || binding.e === undefined || binding.many === true) return false;
  const [member] = binding.path;
  if (member === undefined) return isOrigin(scope, binding.e, depth + 1);
  return (member === 'hostname' || member === 'host') && isAddressOfOrigin(scope, binding.e, depth);
};

/** `new URL(origin)`. */
const isAddressOfOrigin = (scope: Scope, e: Expr, depth: number): boolean => {
  const made = e.k === 'id' ? valueOf(scope, e.n) : e;
  return (
    made?.k === 'call' &&
    made.f.k === 'id' &&
    made.f.n === 'URL' &&
    made.a[0] !== undefined &&
    isOrigin(scope, made.a[0], depth + 1)
  );
};
