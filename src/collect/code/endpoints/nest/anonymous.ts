import type { Expr, Fn, Module } from '../../ir.ts';
import { bindingOf } from '../../program/scope.ts';

/** Parts of a request that a caller may leave out. */
const LEFT_OUT = /^(?:headers?|query|body|cookies?|user|session|auth|token|authorization)$/i;

const MAX_STEPS = 6;

/**
 * Something that is missing whenever the caller does not send it: `request.headers['x-impersonate']`, `user`. A guard that lets pass without it keeps
 * nobody out.
 */
export const isLeftOut = (m: Module, fn: Fn, e: Expr, steps = MAX_STEPS): boolean => {
  if (steps <= 0) return false;
  if (e.k === 'mem') return (typeof e.p === 'string' && LEFT_OUT.test(e.p)) || isLeftOut(m, fn, e.o, steps - 1);
  if (e.k === 'await') return isLeftOut(m, fn, e.e, steps - 1);
  if (e.k === 'call')
    return (
      e.f.k === 'mem' && e.f.o.k === 'id' && /^req(?:uest)?$/.test(e.f.o.n) && (e.f.p === 'get' || e.f.p === 'header')
    );
  const binding = e.k === 'id' ? bindingOf(m, fn, e.n) : undefined;
  if (binding?.b !== 'value' || binding.e === undefined) return false;
  return binding.path.some((part) => LEFT_OUT.test(part)) || isLeftOut(m, fn, binding.e, steps - 1);
};
