import type { Expr, Module } from '../../ir.ts';
import type { Program } from '../../program/program.ts';
import { pathOf } from '../../program/ref.ts';
import { textOf } from '../../visit.ts';
import type { PlacedExpr, RawEndpoint, Unresolved } from '../raw.ts';
import { returned } from '../receivers/find-receiver.ts';
import { chainOf } from './chain.ts';
import { definitionOf, makesRouters, mergesRouters, resultOf } from './instance.ts';
import { oldRouter } from './version-9.ts';

/** What is found below a router. */
export interface Below {
  program: Program;
  endpoints: RawEndpoint[];
  unresolved: Unresolved[];
  /** The calls that make routers, as they are come by. */
  seen: Set<Expr>;
}

const MAX_DEPTH = 24;
const MAX_ENDPOINTS = 20_000;
const LAST = new Set(['query', 'mutation', 'subscription']);

export const dotted = (prefix: string, name: string): string => (prefix === '' ? name : `${prefix}.${name}`);

/** Whether something was a router; what is below it is added. */
export const walkRouter = (below: Below, at: PlacedExpr, prefix: string, depth = 0): boolean => {
  const { program } = below;
  const definition = definitionOf(program, at);
  if (definition === undefined || depth > MAX_DEPTH || below.endpoints.length > MAX_ENDPOINTS) return false;
  const { e, m, fn } = definition;
  if (e.k === 'obj') {
    record(below, definition, prefix, depth);
    return true;
  }
  if (e.k !== 'call') return false;
  const callee = program.resolve(m, fn, e.f);
  const [given] = e.a;
  if (given !== undefined && makesRouters(program, callee)) {
    below.seen.add(e);
    record(below, { e: given, m, fn }, prefix, depth);
    return true;
  }
  if (mergesRouters(program, callee)) {
    below.seen.add(e);
    for (const one of e.a)
      if (!walkRouter(below, { e: one.k === 'spread' ? one.e : one, m, fn }, prefix, depth + 1))
        below.unresolved.push({ what: 'a router that is merged, but was not found', m, at: one.at });
    return true;
  }
  if (given !== undefined && /^@trpc\/server:(?:unstable_|experimental_)?lazy$/.test(pathOf(callee) ?? ''))
    return lazily(below, { e: given, m, fn }, prefix, depth);
  if (oldRouter(below, definition, prefix, (router, path) => walkRouter(below, router, path, depth + 1))) return true;
  const made = resultOf(program, definition);
  return made !== undefined && walkRouter(below, made, prefix, depth + 1);
};

/** `lazy(() => import('./orders'))`, `lazy(() => import('./orders').then((m) => m.ordersRouter))` */
const lazily = (below: Below, { e, m, fn }: PlacedExpr, prefix: string, depth: number): boolean => {
  const { program } = below;
  const loader = e.k === 'fn' ? m.fns[e.id] : undefined;
  const value = loader === undefined ? undefined : returned(loader);
  const isThen = value?.k === 'call' && value.f.k === 'mem' && value.f.p === 'then';
  const loaded =
    value === undefined ? undefined : program.resolve(m, fn, isThen && value.f.k === 'mem' ? value.f.o : value);
  if (loaded?.r !== 'module') return false;
  const picked = isThen ? value.a[0] : undefined;
  const pick = picked?.k === 'fn' ? m.fns[picked.id] : undefined;
  const member = pick === undefined ? undefined : returned(pick);
  const names = member?.k === 'mem' && typeof member.p === 'string' ? [member.p] : exportedNames(loaded.m);
  for (const name of names) {
    const ref = program.exported(loaded.m, name);
    if (ref.r === 'result' && walkRouter(below, { e: ref.e, m: ref.m, fn: ref.fn }, prefix, depth + 1)) return true;
  }
  return false;
};

const exportedNames = (m: Module): string[] => ['default', ...m.exports.map(({ name }) => name)];

/** `{ orders: ordersRouter, list: procedure.query(…), ...more }` */
const record = (below: Below, at: PlacedExpr, prefix: string, depth: number): void => {
  const definition = definitionOf(below.program, at);
  if (definition?.e.k !== 'obj') {
    below.unresolved.push({ what: 'a router whose procedures are put together at run time', m: at.m, at: at.e.at });
    return;
  }
  const { m, fn } = definition;
  for (const { n, v } of definition.e.props) {
    if (n === undefined) {
      record(below, { e: v, m, fn }, prefix, depth + 1);
      continue;
    }
    const name = typeof n === 'string' ? n : textOf(n);
    if (name === undefined) below.unresolved.push({ what: 'a procedure whose name is known at run time', m, at: v.at });
    else entry(below, { e: v, m, fn }, dotted(prefix, name), depth);
  }
};

const entry = (below: Below, at: PlacedExpr, path: string, depth: number): void => {
  const endpoint = procedure(below.program, at, path);
  if (endpoint !== undefined) below.endpoints.push(endpoint);
  else if (!walkRouter(below, at, path, depth + 1))
    below.unresolved.push({ what: `what “${path}” of a router is`, m: at.m, at: at.e.at });
};

/** `protectedProcedure.input(schema).query(handler)`, itself, by its name or out of a function. */
const procedure = (program: Program, at: PlacedExpr, path: string, depth = 0): RawEndpoint | undefined => {
  const definition = definitionOf(program, at);
  if (definition === undefined || definition.e.k !== 'call' || depth > MAX_DEPTH) return undefined;
  const { e, m, fn } = definition;
  const [handler] = e.a;
  if (e.f.k !== 'mem' || typeof e.f.p !== 'string' || !LAST.has(e.f.p) || handler === undefined) {
    const made = resultOf(program, definition);
    return made === undefined ? undefined : procedure(program, made, path, depth + 1);
  }
  const { steps, schemas, isWhole } = chainOf(program, { e: e.f.o, m, fn }, 'middleware');
  return {
    framework: 'trpc',
    kind: 'procedure',
    method: 'CALL',
    path,
    m,
    at: e.at,
    steps: [...steps, { e: handler, m, fn, by: 'handler' }],
    schemas,
    confidence: isWhole ? 'certain' : 'likely',
    unresolved: isWhole ? [] : ['the procedure that it is built on was not found'],
  };
};
