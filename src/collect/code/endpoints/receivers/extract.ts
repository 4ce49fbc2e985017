import { isRelevant, pathOverlaps } from './overlap.ts';
import type { Program } from '../../program/program.ts';
import { inBraces, joinPath } from '../path-text.ts';
import type { Extracted, RawEndpoint, Step } from '../raw.ts';
import type { ReceiverKey, Dialect } from './dialect.ts';
import { collectEvents, type Event, type Graph } from './events.ts';

const MAX_DEPTH = 12;
const MAX_ENDPOINTS = 20_000;

interface Guarding {
  path: string;
  steps: readonly Step[];
}

/** Endpoints of frameworks in which apps and routers are spoken to: Express, Fastify, Hono, Koa. */
export const extractReceivers = (program: Program): Extracted => {
  const graph = collectEvents(program);
  const endpoints: RawEndpoint[] = [];
  const reached = new Set<ReceiverKey>();
  const mounted = new Set(
    [...graph.receivers.values()].flatMap(({ events }) =>
      events.flatMap((event) => (event.t === 'mount' || event.t === 'given' ? [event.key] : [])),
    ),
  );
  const walk = (
    key: ReceiverKey,
    prefix: string,
    before: readonly Guarding[],
    dialect: Dialect,
    likely: string | undefined,
    depth: number,
  ): void => {
    const receiver = graph.receivers.get(key);
    if (receiver === undefined || depth > MAX_DEPTH || endpoints.length > MAX_ENDPOINTS) return;
    reached.add(key);
    const own = joinPath(prefix, receiver.prefix);
    const guarding = [...before];
    const all = flattened(graph, receiver.events, depth, reached);
    const ordered =
      dialect.unordered === true ? [...all].sort((a, b) => Number(b.t === 'use') - Number(a.t === 'use')) : all;
    for (const event of ordered) {
      const path = joinPath(own, event.path);
      if (event.t === 'use') guarding.push({ path, steps: event.steps });
      else if (event.t === 'mount')
        walk(
          event.key,
          path,
          [...guarding.filter((one) => pathOverlaps(one.path, path)), { path, steps: event.steps }],
          graph.receivers.get(event.key)?.dialect ?? dialect,
          likely,
          depth + 1,
        );
      else if (event.t === 'route' && event.steps.length > 0)
        endpoints.push({
          framework: dialect.framework,
          kind: 'http',
          method: event.method,
          path: inBraces(path),
          m: event.m,
          at: event.at,
          steps: [
            ...guarding.filter((one) => isRelevant(one.path, path)).flatMap(({ steps }) => steps),
            ...event.steps,
          ],
          confidence: likely === undefined ? 'certain' : 'likely',
          unresolved: likely === undefined ? [] : [likely],
        });
    }
  };
  for (const [key, { dialect }] of graph.receivers)
    if (dialect?.apps.has(madeBy(key, dialect)) === true && !mounted.has(key)) walk(key, '', [], dialect, undefined, 0);
  for (const [key, { dialect }] of graph.receivers)
    if (dialect !== undefined && !reached.has(key) && !mounted.has(key))
      walk(key, '', [], dialect, 'where its router is mounted was not found', 0);
  return { endpoints, unresolved: graph.unresolved };
};

/** Any app counts as one; routers are told from apps by what makes them. */
const madeBy = (key: ReceiverKey, dialect: Dialect): string => {
  if (typeof key === 'string') return '';
  const isRouter =
    key.k === 'call' && key.f.k === 'mem'
      ? key.f.p === 'Router'
      : key.k === 'call' && key.f.k === 'id' && /router/i.test(key.f.n);
  return isRouter ? '' : ([...dialect.apps][0] ?? '');
};

/** What functions do with an app that they are given stands where they are called. */
const flattened = (graph: Graph, events: readonly Event[], depth: number, reached: Set<ReceiverKey>): Event[] =>
  events.flatMap((event) => {
    if (event.t !== 'given' || depth > MAX_DEPTH) return [event];
    reached.add(event.key);
    const inner = graph.receivers.get(event.key);
    return inner === undefined
      ? []
      : flattened(graph, inner.events, depth + 1, reached).map((one) => ({
          ...one,
          path: joinPath(event.path, one.path),
        }));
  });
