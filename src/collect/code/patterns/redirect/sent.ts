import type { Expr, Fn, Module } from '../../ir.ts';
import { bindingOf } from '../../program/scope.ts';
import { textOf } from '../../visit.ts';

export interface Scope {
  m: Module;
  fn: Fn | undefined;
  /** Names that hold what was sent, by the way the function is called. */
  given?: ReadonlyMap<string, string>;
}

/** A text that the caller sent, as the code reads it: `req.query.next`; with the names that hold it. */
export interface Sent {
  what: string;
  names: readonly string[];
}

/** Where requests keep what one puts into an address or a form. */
const HOLDERS = /^(?:query|searchParams|search_params|formData|form|body|queryParams)$/;
export const GETS = /^(?:get|query|param)$/;
const READERS = /^(?:getQuery|useSearchParams|readBody|parseQuery)$/;
export const MENDS = /^(?:toString|trim|decodeURI(?:Component)?)$/;

/** The text itself, not a part of another one. Undefined for everything else. */
export const sentText = (scope: Scope, e: Expr, depth = 0): Sent | undefined => {
  if (depth > 6) return undefined;
  switch (e.k) {
    case 'await':
      return sentText(scope, e.e, depth + 1);
    case 'id':
      return ofName(scope, e.n, depth);
    case 'mem': {
      const name = typeof e.p === 'string' ? e.p : textOf(e.p);
      return name !== undefined && isHolder(scope, e.o) ? { what: shown(e), names: [name] } : undefined;
    }
    case 'call':
      return ofCall(scope, e, depth);
    // `next || '/'`
    case 'bin':
      return e.op === '||' || e.op === '??' ? sentText(scope, e.l, depth + 1) : undefined;
    default:
      return undefined;
  }
};

const ofName = (scope: Scope, name: string, depth: number): Sent | undefined => {
  const given = scope.given?.get(name);
  if (given !== undefined) return { what: given, names: [name] };
  const binding = bindingOf(scope.m, scope.fn, name);
  if (binding === undefined || binding.b === 'import' || binding.b === 'caught') return undefined;
  const { path } = binding;
  const last = path.at(-1);
  if (last !== undefined) {
    const holder = path.at(-2);
    const of = binding.b === 'value' && path.length === 1 ? binding.e : undefined;
    const isHeld = holder === undefined ? of !== undefined && isHolder(scope, of) : HOLDERS.test(holder);
    return isHeld ? { what: `${holder ?? (of === undefined ? '' : shown(of))}.${last}`, names: [name] } : undefined;
  }
  if (binding.b !== 'value' || binding.e === undefined || binding.many === true) return undefined;
  const sent = sentText(scope, binding.e, depth + 1);
  return sent === undefined ? undefined : { what: sent.what, names: [...sent.names, name] };
};

const ofCall = (scope: Scope, { f, a, isNew }: Extract<Expr, { k: 'call' }>, depth: number): Sent | undefined => {
  const [first] = a;
  if (f.k === 'id') {
    // An absolute address wins over the base that stands beside it.
    const passes = (isNew === true && f.n === 'URL') || f.n === 'String' || MENDS.test(f.n);
    return passes && first !== undefined ? sentText(scope, first, depth + 1) : undefined;
  }
  if (f.k !== 'mem' || typeof f.p !== 'string') return undefined;
  if (MENDS.test(f.p)) return sentText(scope, f.o, depth + 1);
  const name = textOf(first);
  const reads = GETS.test(f.p) && (isHolder(scope, f.o) || (f.p === 'query' && f.o.k === 'mem' && f.o.p === 'req'));
  return reads && name !== undefined ? { what: `${shown(f)}('${name}')`, names: [name] } : undefined;
};

/** The last word of what is called or read: `redirect` of `res.redirect`. */
export const nameOf = (e: Expr): string => {
  if (e.k === 'id') return e.n;
  if (e.k === 'mem') return typeof e.p === 'string' ? e.p : '';
  return e.k === 'await' ? nameOf(e.e) : e.k === 'call' ? nameOf(e.f) : '';
};

/** `req.query`, `new URL(request.url).searchParams`, `await req.formData()`, `getQuery(event)`. */
const isHolder = (scope: Scope, e: Expr, depth = 0): boolean => {
  if (depth > 4) return false;
  if (e.k === 'await') return isHolder(scope, e.e, depth + 1);
  if (e.k === 'mem') return typeof e.p === 'string' && HOLDERS.test(e.p) && !isOther(e.o);
  if (e.k === 'call') {
    const name = nameOf(e.f);
    if (READERS.test(name)) return true;
    return e.f.k === 'mem' && (HOLDERS.test(name) || name === 'json') && /^(?:req|request)$/.test(nameOf(e.f.o));
  }
  if (e.k !== 'id') return false;
  const binding = bindingOf(scope.m, scope.fn, e.n);
  if (binding?.b === 'value' && binding.e !== undefined)
    return binding.path.length === 0
      ? isHolder(scope, binding.e, depth + 1)
      : HOLDERS.test(binding.path.at(-1) ?? '') && !isOther(binding.e);
  return binding?.b === 'param' && HOLDERS.test(binding.path.at(-1) ?? e.n);
};

/** What a schema gave back, which may have asked for more than a text; what another server answered. */
const isOther = (e: Expr): boolean =>
  /^(?:pars|valid|result|submission|data$|input$|res$|response|reply|answer|fetch)/i.test(nameOf(e));

const shown = (e: Expr): string => {
  if (e.k === 'id') return e.n;
  if (e.k === 'mem') return `${shown(e.o)}.${typeof e.p === 'string' ? e.p : (textOf(e.p) ?? '…')}`;
  return e.k === 'await' ? shown(e.e) : e.k === 'call' ? `${shown(e.f)}()` : '…';
};
