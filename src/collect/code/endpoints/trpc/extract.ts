import type { Expr } from '../../ir.ts';
import type { Program } from '../../program/program.ts';
import { pathOf } from '../../program/ref.ts';
import { expressionsOf, propOf } from '../../visit.ts';
import type { Extracted, PlacedExpr, RawEndpoint } from '../raw.ts';
import { makesRouters, mergesRouters } from './instance.ts';
import { walkRouter, type Below } from './routers.ts';

/** Procedures of tRPC, by the routers that adapters serve. Where no adapter is seen, every router that is in no other is taken to be served. */
export const extractTrpc = (program: Program): Extracted => {
  const isUsed = [...program.modules.values()].some(({ imports }) =>
    imports.some(({ from }) => /^@trpc\/server/.test(from)),
  );
  if (!isUsed) return { endpoints: [], unresolved: [] };
  const { served, made } = routersIn(program);
  const all: Below = { program, endpoints: [], unresolved: [], seen: new Set() };
  for (const one of unique(served)) walkRouter(all, one, '');
  const isServed = all.seen.size > 0 || all.endpoints.length > 0;
  // Those in others first: what is left over is in none.
  const inside = new Set<Expr>();
  const rest = made
    .filter(({ e }) => !all.seen.has(e))
    .map((router) => {
      const below: Below = { program, endpoints: [], unresolved: [], seen: new Set() };
      walkRouter(below, router, '');
      for (const one of below.seen) if (one !== router.e) inside.add(one);
      return { router, below };
    });
  for (const { router, below } of rest) {
    if (inside.has(router.e)) continue;
    all.endpoints.push(...(isServed ? below.endpoints.map(unserved) : below.endpoints));
    all.unresolved.push(...below.unresolved);
  }
  return { endpoints: all.endpoints, unresolved: all.unresolved };
};

const unserved = (endpoint: RawEndpoint): RawEndpoint => ({
  ...endpoint,
  confidence: 'likely',
  unresolved: [...endpoint.unresolved, 'nothing was found that serves its router'],
});

const ADAPTER = /^(?:@trpc\/(?:server|next)|@hono\/trpc-server|trpc-|@elysiajs\/trpc|@koa|@sveltekit)/;

/** Routers that are given to an adapter, and every call that makes one. */
const routersIn = (program: Program): { served: PlacedExpr[]; made: PlacedExpr[] } => {
  const served: PlacedExpr[] = [];
  const made: PlacedExpr[] = [];
  for (const m of program.modules.values()) {
    const hasAdapter = m.imports.some(({ from }) => ADAPTER.test(from));
    for (const { e, fn } of expressionsOf(m)) {
      const given = hasAdapter ? propOf(e, 'router') : undefined;
      if (given !== undefined) served.push({ e: given, m, fn });
      if (e.k !== 'call') continue;
      const name = e.f.k === 'id' ? e.f.n : e.f.k === 'mem' && typeof e.f.p === 'string' ? e.f.p : '';
      if (!/rout/i.test(name)) continue;
      const ref = program.resolve(m, fn, e.f);
      // Inside a function that makes routers of what it is given there is nothing yet.
      const isPassedOn = e.a[0]?.k === 'id' && program.resolve(m, fn, e.a[0]).r === 'param';
      if (!isPassedOn && (makesRouters(program, ref) || mergesRouters(program, ref))) made.push({ e, m, fn });
      else if (pathOf(ref) === '@trpc/server:router') made.push(...outermost(m, fn, e));
    }
  }
  return { served, made };
};

/** tRPC 9 has a router at the start of a chain; the whole of it counts. */
const outermost = (m: PlacedExpr['m'], fn: PlacedExpr['fn'], start: Expr): PlacedExpr[] => {
  let at = start;
  for (const { e } of expressionsOf(m))
    if (e.k === 'call' && startOf(e) === start && lengthOf(e) > lengthOf(at)) at = e;
  return [{ e: at, m, fn }];
};

const startOf = (e: Expr): Expr => (e.k === 'call' && e.f.k === 'mem' && e.f.o.k === 'call' ? startOf(e.f.o) : e);
const lengthOf = (e: Expr): number => (e.k === 'call' && e.f.k === 'mem' ? 1 + lengthOf(e.f.o) : 0);

/** The same router may be given to several adapters: by name it is one. */
const unique = (routers: readonly PlacedExpr[]): PlacedExpr[] => {
  const known = new Set<string>();
  return routers.filter(({ e, m }) => {
    const key = e.k === 'id' ? e.n : `${m.path}:${e.at}`;
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
};
