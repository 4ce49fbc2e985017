import type { Expr, Fn, Module } from '../../ir.ts';
import type { Program } from '../../program/program.ts';
import { pathOf } from '../../program/ref.ts';
import { callsOf, propOf } from '../../visit.ts';
import { handlerSteps } from '../files/handler-steps.ts';
import { HTTP_METHODS } from '../files/method-switch.ts';
import { inBraces } from '../path-text.ts';
import type { Extracted, RawEndpoint, Step } from '../raw.ts';
import { servedMethods } from './handlers.ts';
import { comparedPaths } from './paths.ts';

type Call = Extract<Expr, { k: 'call' }>;

const SERVES = /^(?:https?(?::createServer|\.createServer)|http2:createSecureServer|Bun\.serve|Deno\.serve)$/;

/** Before names are followed, which takes longer. */
const NAMED = /serve/i;

const nameOf = (e: Expr): string => (e.k === 'id' ? e.n : e.k === 'mem' && typeof e.p === 'string' ? e.p : '');

/**
 * Servers without a framework: `http.createServer`, `Bun.serve` with its routes, `Deno.serve`, and Workers (`export default { fetch }`). What one
 * function does for several paths is followed where each calls a function of its own.
 */
export const extractServed = (program: Program): Extracted => {
  const endpoints: RawEndpoint[] = [];
  for (const m of program.modules.values()) {
    // Edge functions have a path of their own.
    if (/(?:^|\/)supabase\/functions\//.test(m.path)) continue;
    for (const { e, fn } of callsOf(m)) {
      if (!NAMED.test(nameOf(e.f))) continue;
      if (!SERVES.test(pathOf(program.resolve(m, fn, e.f)) ?? '')) continue;
      endpoints.push(...routesIn(program, m, fn, e));
      const handler = e.a
        .flatMap((one) => (one.k === 'obj' ? (propOf(one, 'fetch') ?? propOf(one, 'handler') ?? []) : [one]))
        .at(-1);
      if (handler !== undefined) endpoints.push(...told(program, handlerSteps(program, { m, fn, e: handler })));
    }
    const own = m.exports.some(({ name }) => name === 'default') ? program.exported(m, 'default') : undefined;
    const fetch = own?.r === 'value' ? propOf(own.e, 'fetch') : undefined;
    if (own?.r === 'value' && fetch !== undefined)
      endpoints.push(...told(program, handlerSteps(program, { m: own.m, fn: own.fn, e: fetch })));
  }
  return { endpoints, unresolved: [] };
};

/** Bun: `routes: { '/orders/:id': { GET: show, DELETE: remove }, '/health': ok }` */
const routesIn = (program: Program, m: Module, fn: Fn | undefined, { a }: Call): RawEndpoint[] => {
  const routes = propOf(a[0], 'routes');
  const ref = routes === undefined ? undefined : program.resolve(m, fn, routes);
  if (ref?.r !== 'value' || ref.e.k !== 'obj') return [];
  const at = { m: ref.m, fn: ref.fn };
  return ref.e.props.flatMap(({ n, v }): RawEndpoint[] => {
    if (typeof n !== 'string' || !n.startsWith('/')) return [];
    const byMethod = v.k === 'obj' ? v.props.filter((one) => typeof one.n === 'string' && HTTP_METHODS.has(one.n)) : [];
    if (byMethod.length > 0)
      return byMethod.map((one) =>
        endpoint(
          at.m,
          typeof one.n === 'string' ? one.n : '*',
          inBraces(n),
          v.at,
          handlerSteps(program, { ...at, e: one.v }),
        ),
      );
    const steps = handlerSteps(program, { ...at, e: v });
    // A page or a file that was imported answers by itself.
    if (handlerOf(program, steps) === undefined) return [];
    return servedMethods(program, steps).map(([method]) => endpoint(at.m, method, inBraces(n), v.at, steps));
  });
};

const handlerOf = (program: Program, steps: readonly Step[]): { m: Module; fn: Fn } | undefined => {
  const last = steps.at(-1);
  const ref = last === undefined ? undefined : program.resolve(last.m, last.fn, last.e);
  return ref?.r === 'fn' ? ref : undefined;
};

/**
 * The paths that a handler for all of them tells apart; a router of a framework that is given instead has its own. Of several, each has the function
 * that its branch calls, or none: what guards one of them guards no other.
 */
const told = (program: Program, steps: readonly Step[]): RawEndpoint[] => {
  const handler = handlerOf(program, steps);
  if (handler === undefined) return [];
  const { m, fn } = handler;
  const paths = comparedPaths(program, m, fn);
  return paths.map(({ method, path, at, calls }) => {
    const isOwn = calls !== undefined && program.resolve(m, fn, calls).r === 'fn';
    const own: Step[] = isOwn ? [...steps.slice(0, -1), { e: calls, m, fn, by: 'handler' }] : [];
    return {
      ...endpoint(m, method, path, at, paths.length === 1 ? steps : own),
      confidence: 'likely',
      unresolved: paths.length === 1 ? [] : ['what stands in front of it in the function that tells paths apart'],
    };
  });
};

const endpoint = (m: Module, method: string, path: string, at: number, steps: readonly Step[]): RawEndpoint => ({
  framework: 'node-http',
  kind: 'http',
  method,
  path,
  m,
  at,
  steps,
  confidence: 'certain',
  unresolved: [],
});
