import type { Class, Expr, Fn, Module } from '../../ir.ts';
import type { Program } from '../../program/program.ts';
import { pathOf, type Ref } from '../../program/ref.ts';
import { callsOf, expressionsOf, propOf } from '../../visit.ts';
import { constantText, joinPath } from '../path-text.ts';

/** What modules say of the controllers that they list. */
export interface Modules {
  /** Undefined when a list is put together at run time: then any may be listed. */
  listed: ReadonlySet<Class> | undefined;
  /** A path that `RouterModule.register` gives to the module of a controller. */
  below: ReadonlyMap<Class, string>;
}

/** The classes of a list, with lists that are spread in it. Undefined when a part of it is only known at run time. */
const classesIn = (program: Program, m: Module, fn: Fn | undefined, e: Expr, depth = 0): Class[] | undefined => {
  if (depth > 6) return undefined;
  const inner = e.k === 'spread' ? e.e : e;
  const ref: Ref = program.resolve(m, fn, inner);
  if (ref.r === 'class') return [ref.c];
  if (ref.r === 'package') return [];
  if (ref.r !== 'value' || ref.e.k !== 'arr') return undefined;
  const parts = ref.e.e.map((one) => classesIn(program, ref.m, ref.fn, one, depth + 1));
  return parts.every((one) => one !== undefined) ? parts.flat() : undefined;
};

/** Reads all modules of the program. */
export const readModules = (program: Program): Modules => {
  const listed = new Set<Class>();
  const paths = new Map<Class, string>();
  const controllersOf = new Map<Class, readonly Class[]>();
  let isOpen = false;
  let isAny = false;
  for (const m of program.modules.values()) {
    if (!m.imports.some(({ from }) => from.startsWith('@nestjs/'))) continue;
    for (const c of m.classes) {
      const options = c.decorators?.map(({ e }) => e).find((e) => isModule(program, m, e));
      const given = options?.k === 'call' ? propOf(options.a[0], 'controllers') : undefined;
      if (given === undefined) continue;
      isAny = true;
      controllersOf.set(c, classesIn(program, m, undefined, given) ?? []);
    }
    for (const { e, fn } of expressionsOf(m)) {
      const controllers = propOf(e, 'controllers');
      if (controllers !== undefined) {
        const classes = classesIn(program, m, fn, controllers);
        if (classes === undefined) isOpen = true;
        else for (const one of classes) listed.add(one);
      }
    }
    for (const { e, fn } of expressionsOf(m))
      if (e.k === 'call' && pathOf(program.resolve(m, fn, e.f)) === '@nestjs/core:RouterModule.register')
        routed(program, m, fn, e.a[0], '', paths);
  }
  const below = new Map<Class, string>();
  for (const [c, path] of paths) for (const one of controllersOf.get(c) ?? []) below.set(one, path);
  return { listed: isOpen || !isAny ? undefined : listed, below };
};

const isModule = (program: Program, m: Module, e: Expr): boolean =>
  e.k === 'call' && pathOf(program.resolve(m, undefined, e.f)) === '@nestjs/common:Module';

/** `[{ path: 'admin', module: AdminModule, children: […] }]` */
const routed = (
  program: Program,
  m: Module,
  fn: Fn | undefined,
  list: Expr | undefined,
  prefix: string,
  paths: Map<Class, string>,
): void => {
  const ref = list === undefined ? undefined : program.resolve(m, fn, list);
  if (ref?.r !== 'value' || ref.e.k !== 'arr') return;
  for (const one of ref.e.e) {
    const own = propOf(one, 'module') ?? one;
    const path = joinPath(prefix, constantText(program, ref.m, ref.fn, propOf(one, 'path')) ?? '');
    const of = program.resolve(ref.m, ref.fn, own);
    if (of.r === 'class') paths.set(of.c, path);
    const children = propOf(one, 'children');
    if (children !== undefined && path.length < 500) routed(program, ref.m, ref.fn, children, path, paths);
  }
};

/** Middlewares that modules put in front of paths and controllers. */
export interface Consumed {
  apply: readonly { e: Expr; m: Module; fn: Fn | undefined }[];
  /** Paths as written, with methods, and whole controllers. */
  to: readonly Target[];
  except: readonly Target[];
}

export type Target = { path: string; method: string } | { c: Class };

/** `consumer.apply(A, B).exclude('health').forRoutes({ path: 'orders', method: RequestMethod.GET }, UsersController)` */
export const readConsumed = (program: Program): Consumed[] => {
  const found: Consumed[] = [];
  for (const m of program.modules.values()) {
    if (!m.imports.some(({ from, name }) => from === '@nestjs/common' && name === 'MiddlewareConsumer')) continue;
    for (const { e, fn } of callsOf(m)) {
      if (e.f.k !== 'mem' || e.f.p !== 'forRoutes') continue;
      const except: Target[] = [];
      for (let at: Expr = e.f.o; at.k === 'call' && at.f.k === 'mem'; at = at.f.o) {
        if (at.f.p === 'exclude') except.push(...at.a.flatMap((one) => targetsOf(program, m, fn, one)));
        if (at.f.p === 'apply')
          found.push({
            apply: at.a.map((one) => ({ e: one, m, fn })),
            to: e.a.flatMap((one) => targetsOf(program, m, fn, one)),
            except,
          });
      }
    }
  }
  return found;
};

const targetsOf = (program: Program, m: Module, fn: Fn | undefined, e: Expr): Target[] => {
  if (e.k === 'spread') {
    const ref = program.resolve(m, fn, e.e);
    return ref.r === 'value' && ref.e.k === 'arr'
      ? ref.e.e.flatMap((one) => targetsOf(program, ref.m, ref.fn, one))
      : [];
  }
  const ref = program.resolve(m, fn, e);
  if (ref.r === 'class') return [{ c: ref.c }];
  const path = constantText(program, m, fn, propOf(e, 'path') ?? e);
  if (path === undefined) return [];
  const method = propOf(e, 'method');
  const named = method?.k === 'mem' && typeof method.p === 'string' && method.p !== 'ALL' ? method.p : '*';
  return [{ path, method: named }];
};
