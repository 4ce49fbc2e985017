import type { Expr, Fn, Module } from '../../ir.ts';
import type { Program } from '../../program/program.ts';
import type { Ref } from '../../program/ref.ts';
import { callsOf, propOf, textOf } from '../../visit.ts';
import { constantText, constantTexts, joinPath } from '../path-text.ts';
import type { Step, Unresolved } from '../raw.ts';
import { VERBS, type Dialect, type ReceiverKey } from './dialect.ts';
import { findReceiver, paramKey, type Found } from './find-receiver.ts';

/** What is done to an app or router, in the order of the code. */
export type Event =
  | { t: 'route'; method: string; path: string; steps: readonly Step[]; m: Module; at: number }
  | { t: 'use'; path: string; steps: readonly Step[] }
  | { t: 'mount'; path: string; key: ReceiverKey; steps: readonly Step[]; m: Module; at: number }
  /** It is given to a function, which goes on with it. */
  | { t: 'given'; path: string; key: string };

export interface Receiver {
  key: ReceiverKey;
  dialect: Dialect | undefined;
  prefix: string;
  events: Event[];
}

export interface Graph {
  receivers: ReadonlyMap<ReceiverKey, Receiver>;
  unresolved: readonly Unresolved[];
}

type Call = Extract<Expr, { k: 'call' }>;

interface Place {
  program: Program;
  m: Module;
  fn: Fn | undefined;
}

const MARKERS = /^(?:express|fastify|hono|koa|@koa\/router|koa-router|@hono\/|polka|router|express-)/;

/** Everything that is done to apps and routers anywhere in the program. */
export const collectEvents = (program: Program): Graph => {
  const receivers = new Map<ReceiverKey, Receiver>();
  const unresolved: Unresolved[] = [];
  const isUsed = [...program.modules.values()].some(
    ({ imports, body }) =>
      imports.some(({ from }) => MARKERS.test(from)) ||
      body.some((stmt) => stmt.s === 'let' && stmt.e?.k === 'call' && textOf(stmt.e.a[0]) !== undefined),
  );
  if (!isUsed) return { receivers, unresolved };
  const of = ({ key, dialect, made }: Found, place: Place): Receiver => {
    const known = receivers.get(key);
    if (known !== undefined) return known;
    const option = dialect?.prefixOption === undefined ? undefined : propOf(made?.a[0], dialect.prefixOption);
    const prefix = option === undefined ? '' : (constantText(place.program, place.m, place.fn, option) ?? '');
    const receiver: Receiver = { key, dialect, prefix, events: [] };
    receivers.set(key, receiver);
    return receiver;
  };
  for (const m of program.modules.values()) {
    for (const { e, fn } of callsOf(m)) {
      const place = { program, m, fn };
      if (e.f.k === 'mem') onMember(place, e, e.f, of, unresolved);
      given(place, e, of);
    }
  }
  return { receivers, unresolved };
};

const step = ({ m, fn }: Place, e: Expr, by: Step['by']): Step => ({ e, m, fn, by });

/** Handlers that are given one after another or in arrays, each on its own. */
const stepsOf = (place: Place, given: readonly Expr[], by: Step['by']): Step[] =>
  given.flatMap((e) => {
    if (e.k === 'arr') return stepsOf(place, e.e, by);
    const inner = e.k === 'spread' ? e.e : e;
    const ref = inner.k === 'id' || inner.k === 'mem' ? place.program.resolve(place.m, place.fn, inner) : undefined;
    if (ref?.r === 'value' && ref.e.k === 'arr') return stepsOf({ ...place, m: ref.m, fn: ref.fn }, ref.e.e, by);
    return [step(place, inner, by)];
  });

const onMember = (
  place: Place,
  e: Call,
  f: Extract<Expr, { k: 'mem' }>,
  of: (found: Found, place: Place) => Receiver,
  unresolved: Unresolved[],
): void => {
  const { program, m, fn } = place;
  const name = typeof f.p === 'string' ? f.p : undefined;
  if (name !== undefined && !INTERESTING.has(name)) return;
  const found = findReceiver(program, program.resolve(m, fn, f.o));
  if (found === undefined) return;
  // A parameter may be anything: only what looks like a route or a mount counts, and only when a router comes in by it.
  if (name === undefined) {
    if (found.dialect !== undefined)
      unresolved.push({ what: 'a route whose method is chosen at run time', m, at: e.at });
    return;
  }
  const base = found.path;
  if (base === undefined) {
    if (found.dialect !== undefined)
      unresolved.push({ what: 'a route below a path that is put together at run time', m, at: e.at });
    return;
  }
  const events = eventsOf(place, e, name, base, found, unresolved);
  if (events.length > 0) of(found, place).events.push(...events);
};

const INTERESTING = new Set([...VERBS, 'use', 'route', 'register', 'mount', 'addHook', 'on', 'openapi']);

const eventsOf = (
  place: Place,
  e: Call,
  name: string,
  base: string,
  found: Found,
  unresolved: Unresolved[],
): Event[] => {
  const { m } = place;
  const { dialect } = found;
  if (VERBS.has(name)) return verb(place, e, name, base, found, unresolved);
  if (name === 'on') return onMethods(place, e, base);
  if (name === 'openapi') return byContract(place, e, base);
  if (name === 'route' && e.a[0]?.k === 'obj') return byOptions(place, e.a[0], base, unresolved);
  if (name === 'addHook') {
    const hook = textOf(e.a[0]) ?? '';
    return /^(?:onRequest|preParsing|preValidation|preHandler)$/.test(hook) && e.a[1] !== undefined
      ? [{ t: 'use', path: base, steps: stepsOf(place, [e.a[1]], 'middleware') }]
      : [];
  }
  if (dialect !== undefined && !dialect.mounts.has(name) && !dialect.uses.has(name)) return [];
  if (name === 'register') return registered(place, e, base);
  // `use(path, …)`, `route(path, router)`; without a path for all.
  const paths = constantTexts(place.program, m, place.fn, e.a[0]);
  const rest = paths === undefined ? e.a : e.a.slice(1);
  if (paths === undefined && e.a.length > 1 && isComputedText(e.a[0])) {
    unresolved.push({ what: 'something mounted under a path that is put together at run time', m, at: e.at });
    return [];
  }
  return (paths ?? ['']).flatMap((path) => mounted(place, rest, joinPath(base, path), e.at));
};

const isComputedText = (e: Expr | undefined): boolean => e?.k === 'tpl' || e?.k === 'bin';

/** Middlewares and routers in one list: those before a router stand in front of it. */
const mounted = (place: Place, given: readonly Expr[], path: string, at: number): Event[] => {
  const events: Event[] = [];
  let before: Step[] = [];
  for (const one of stepsOf(place, given, 'middleware')) {
    const found = findReceiver(place.program, place.program.resolve(one.m, one.fn, unwrapped(one.e)));
    if (found === undefined || (found.dialect === undefined && typeof found.key === 'string')) {
      before.push(one);
      continue;
    }
    events.push({ t: 'mount', path: joinPath(path, found.path ?? ''), key: found.key, steps: before, m: place.m, at });
    before = [];
  }
  if (before.length > 0) events.push({ t: 'use', path, steps: before });
  return events;
};

/** `router.routes()` of Koa is the router. */
const unwrapped = (e: Expr): Expr =>
  e.k === 'call' && e.f.k === 'mem' && (e.f.p === 'routes' || e.f.p === 'middleware') ? e.f.o : e;

const verb = (place: Place, e: Call, name: string, base: string, found: Found, unresolved: Unresolved[]): Event[] => {
  const { program, m, fn } = place;
  const method = name === 'all' ? '*' : name === 'del' ? 'DELETE' : name.toUpperCase();
  const chained = found.path !== '';
  const first = e.a[0];
  const texts = constantTexts(program, m, fn, first);
  // `app.get('setting')` reads a setting.
  if (texts !== undefined && e.a.length === 1 && !chained) return [];
  if (texts === undefined && (first === undefined || !chained)) {
    if (found.dialect !== undefined && e.a.length > 1)
      unresolved.push({ what: `a ${method} route whose path is put together at run time`, m, at: e.at });
    return [];
  }
  const given = texts === undefined ? e.a : e.a.slice(1);
  const options = given.length > 1 && given[0]?.k === 'obj' ? given[0] : undefined;
  const steps = [
    ...(options === undefined ? [] : hooksIn(place, options)),
    ...handlers(place, options === undefined ? given : given.slice(1)),
  ];
  const own = options === undefined ? undefined : propOf(options, 'handler');
  if (own !== undefined) steps.push(step(place, own, 'handler'));
  return (texts ?? ['']).map((path) => ({ t: 'route', method, path: joinPath(base, path), steps, m, at: e.at }));
};

/** The last is the handler, those before it are in its way. */
const handlers = (place: Place, given: readonly Expr[]): Step[] => {
  const all = stepsOf(place, given, 'middleware');
  const last = all.at(-1);
  return last === undefined ? [] : [...all.slice(0, -1), { ...last, by: 'handler' }];
};

const HOOKS = ['onRequest', 'preParsing', 'preValidation', 'preHandler', 'beforeHandler'];

const hooksIn = (place: Place, options: Expr): Step[] =>
  HOOKS.flatMap((name) => {
    const given = propOf(options, name);
    return given === undefined ? [] : stepsOf(place, [given], 'middleware');
  });

/** Hono: `app.on(['GET', 'POST'], '/path', …)`. */
const onMethods = (place: Place, e: Call, base: string): Event[] => {
  const { program, m, fn } = place;
  const methods = constantTexts(program, m, fn, e.a[0]);
  const paths = constantTexts(program, m, fn, e.a[1]);
  if (methods === undefined || paths === undefined || !methods.every((one) => /^[A-Z]+$/.test(one))) return [];
  const steps = handlers(place, e.a.slice(2));
  return methods.flatMap((method) =>
    paths.map((path): Event => ({ t: 'route', method, path: joinPath(base, path), steps, m, at: e.at })),
  );
};

/** Hono with contracts: `app.openapi(createRoute({ method, path, middleware }), handler)`. */
const byContract = (place: Place, e: Call, base: string): Event[] => {
  const { program, m, fn } = place;
  const [contract, ...given] = e.a;
  const ref = contract === undefined ? undefined : program.resolve(m, fn, contract);
  if (ref?.r !== 'result') return [];
  const options = ref.e.a[0];
  const method = textOf(propOf(options, 'method'));
  const path = constantText(program, ref.m, ref.fn, propOf(options, 'path'));
  if (method === undefined || path === undefined) return [];
  const before = propOf(options, 'middleware');
  const steps = [
    ...(before === undefined ? [] : stepsOf({ program, m: ref.m, fn: ref.fn }, [before], 'middleware')),
    ...handlers(place, given),
  ];
  return [{ t: 'route', method: method.toUpperCase(), path: joinPath(base, inHono(path)), steps, m, at: e.at }];
};

const inHono = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ':$1');

/** Fastify: `route({ method, url, handler, preHandler })`. */
const byOptions = (place: Place, options: Expr, base: string, unresolved: Unresolved[]): Event[] => {
  const { program, m, fn } = place;
  const methods = constantTexts(program, m, fn, propOf(options, 'method'));
  const path = constantText(program, m, fn, propOf(options, 'url') ?? propOf(options, 'path'));
  const handler = propOf(options, 'handler');
  if (methods === undefined || path === undefined) {
    if (handler !== undefined)
      unresolved.push({ what: 'a route whose path is put together at run time', m, at: options.at });
    return [];
  }
  const steps = [...hooksIn(place, options), ...(handler === undefined ? [] : [step(place, handler, 'handler')])];
  return methods.map((method) => ({
    t: 'route',
    method: method.toUpperCase(),
    path: joinPath(base, path),
    steps,
    m,
    at: options.at,
  }));
};

/** Fastify: `register(plugin, { prefix })`. A plugin made by fastify-plugin goes on with the same app. */
const registered = (place: Place, e: Call, base: string): Event[] => {
  const { program, m, fn } = place;
  const [plugin, options] = e.a;
  if (plugin === undefined) return [];
  const prefix = constantText(program, m, fn, propOf(options, 'prefix')) ?? '';
  let ref: Ref = program.resolve(m, fn, plugin);
  let shared = false;
  if (ref.r === 'module') ref = program.exported(ref.m, 'default');
  if (ref.r === 'result' && ref.of.r === 'package' && /^fastify-plugin$/.test(ref.of.from)) {
    const inner = ref.e.a[0];
    shared = true;
    ref = inner === undefined ? ref : program.resolve(ref.m, ref.fn, inner);
  }
  if (ref.r === 'fn') {
    const key = paramKey(ref.m, ref.fn, 0);
    return shared
      ? [{ t: 'given', path: base, key }]
      : [{ t: 'mount', path: joinPath(base, prefix), key, steps: [], m, at: e.at }];
  }
  return [{ t: 'use', path: joinPath(base, prefix), steps: [step(place, plugin, 'middleware')] }];
};

/** `registerOrders(app)`, `setup({ app })`: the function goes on with it. */
const given = (place: Place, e: Call, of: (found: Found, place: Place) => Receiver): void => {
  const { program, m, fn } = place;
  if (e.f.k === 'mem' && typeof e.f.p === 'string' && INTERESTING.has(e.f.p)) return;
  for (const [index, argument] of e.a.entries()) {
    const inner = argument.k === 'obj' ? argument.props : [{ n: undefined, v: argument }];
    for (const { n, v } of inner) {
      if (v.k !== 'id' && v.k !== 'mem') continue;
      const found = findReceiver(program, program.resolve(m, fn, v));
      if (found === undefined) continue;
      const callee = program.resolve(m, fn, e.f);
      const target = callee.r === 'fn' ? callee : callee.r === 'class' ? constructorOf(callee) : undefined;
      if (target === undefined) continue;
      const key = `${paramKey(target.m, target.fn, index)}${typeof n === 'string' ? `.${n}` : ''}`;
      of(found, place).events.push({ t: 'given', path: found.path ?? '', key });
    }
  }
};

const constructorOf = ({ m, c }: Extract<Ref, { r: 'class' }>): { m: Module; fn: Fn } | undefined => {
  const id = c.members.find(({ kind }) => kind === 'constructor')?.fn;
  const fn = id === undefined ? undefined : m.fns[id];
  return fn === undefined ? undefined : { m, fn };
};
