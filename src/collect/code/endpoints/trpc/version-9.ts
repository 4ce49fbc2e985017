import type { Program } from '../../program/program.ts';
import { pathOf } from '../../program/ref.ts';
import { propOf, textOf } from '../../visit.ts';
import type { PlacedExpr, RawEndpoint, Step } from '../raw.ts';
import { returned } from '../receivers/find-receiver.ts';

/**
 * Routers of tRPC 9: `trpc.router().middleware(…).query('byId', { input, resolve }).merge('orders.', orders)`. Middlewares stand in front of what is
 * declared behind them. False for what is none.
 */
export const oldRouter = (
  { program, endpoints }: { program: Program; endpoints: RawEndpoint[] },
  at: PlacedExpr,
  prefix: string,
  merge: (router: PlacedExpr, prefix: string) => boolean,
): boolean => {
  const links = linksOf(program, at);
  if (links === undefined) return false;
  const before: Step[] = [];
  const joined = (name: string): string => (prefix === '' ? name : `${prefix}.${name}`);
  for (const { e, m, fn, name } of links) {
    const [first, options] = e.a;
    const text = textOf(first);
    if (name === 'middleware' && first !== undefined) before.push({ e: first, m, fn, by: 'base' });
    if (name === 'merge') {
      const router = text === undefined ? first : options;
      const from = endpoints.length;
      if (router !== undefined)
        merge({ e: router, m, fn }, text === undefined ? prefix : joined(text.replace(/\.$/, '')));
      for (const [index, one] of endpoints.entries())
        if (index >= from) endpoints[index] = { ...one, steps: [...before, ...one.steps] };
    }
    const handler = propOf(options, 'resolve');
    if (!/^(?:query|mutation|subscription)$/.test(name) || text === undefined || handler === undefined) continue;
    const schema = propOf(options, 'input');
    endpoints.push({
      framework: 'trpc',
      kind: 'procedure',
      method: 'CALL',
      path: joined(text),
      m,
      at: e.at,
      steps: [...before, { e: handler, m, fn, by: 'handler' }],
      schemas: schema === undefined ? [] : [{ e: schema, m, fn }],
      confidence: 'certain',
      unresolved: [],
    });
  }
  return true;
};

type Link = PlacedExpr & { e: Extract<PlacedExpr['e'], { k: 'call' }>; name: string };

/** The calls of a chain in order, those of the function that starts it (`createProtectedRouter()`) first. */
const linksOf = (program: Program, at: PlacedExpr, depth = 0): Link[] | undefined => {
  const { e, m, fn } = at;
  if (e.k !== 'call' || depth > 200) return undefined;
  const callee = program.resolve(m, fn, e.f);
  if (pathOf(callee) === '@trpc/server:router') return [];
  if (callee.r === 'fn') {
    const value = returned(callee.fn);
    return value === undefined ? undefined : linksOf(program, { e: value, m: callee.m, fn: callee.fn }, depth + 1);
  }
  if (e.f.k !== 'mem' || typeof e.f.p !== 'string') return undefined;
  const before = linksOf(program, { e: e.f.o, m, fn }, depth + 1);
  return before === undefined ? undefined : [...before, { e, m, fn, name: e.f.p }];
};
