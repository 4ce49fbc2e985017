import type { Class, Expr, Fn, Module } from '../../ir.ts';
import type { Program } from '../../program/program.ts';
import { propOf } from '../../visit.ts';
import { constantText, constantTexts } from '../path-text.ts';
import type { Step, Unresolved } from '../raw.ts';
import { versionsOf } from './app.ts';
import { lineage, methodsOf } from './classes.ts';
import { argumentOf, decoratorsOf, type Applied, type Placed, type Written } from './decorators.ts';
import { guardSteps } from './guards.ts';
import { toldBy, type Told } from './told.ts';

/** A route of a controller, before the app's prefix and version. */
export interface Route {
  of: Class;
  /** The file of the controller that answers, which may inherit the method. */
  file: Module;
  method: string;
  /** Those of the controller and those of the method. */
  head: string;
  tail: string;
  /** Undefined where neither says one. */
  versions: readonly string[] | undefined;
  steps: readonly Step[];
  /** Metadata of class and method. */
  told: readonly Told[];
  m: Module;
  at: number;
}

const VERBS: Readonly<Record<string, string>> = {
  Get: 'GET',
  Post: 'POST',
  Put: 'PUT',
  Patch: 'PATCH',
  Delete: 'DELETE',
  Options: 'OPTIONS',
  Head: 'HEAD',
  All: '*',
  Sse: 'GET',
};

const commonName = (part: Applied): string | undefined => /^@nestjs\/common:(\w+)$/.exec(part.name ?? '')?.[1];

const partNamed = (decorators: readonly Written[], name: string): Applied | undefined =>
  decorators.flatMap(({ parts }) => parts).find((part) => commonName(part) === name);

/** The routes of all controllers. */
export const routesOf = (program: Program, unresolved: Unresolved[]): Route[] => {
  const routes: Route[] = [];
  for (const m of program.modules.values())
    for (const c of m.classes) {
      if (c.decorators === undefined) continue;
      const own = decoratorsOf(program, m, c.decorators);
      const controller = partNamed(own, 'Controller');
      if (controller !== undefined) routes.push(...routesIn(program, { m, c }, controller, unresolved));
    }
  return routes;
};

const routesIn = (program: Program, placed: Placed, controller: Applied, unresolved: Unresolved[]): Route[] => {
  const { heads, versions } = controllerOf(program, controller);
  if (heads === undefined) {
    unresolved.push({ what: 'a controller whose path is put together at run time', m: placed.m, at: controller.at });
    return [];
  }
  const before = classSteps(program, placed);
  const toldOfClass = classTold(program, placed);
  return methodsOf(program, placed).flatMap(({ member, fn, m }) => {
    const decorators = decoratorsOf(program, m, member.decorators);
    const version = partNamed(decorators, 'Version');
    const said = version === undefined ? undefined : versionsOf(program, version.m, version.fn, version.args[0]);
    const handler: Step = { e: { k: 'fn', id: fn.id, at: fn.at }, m, fn: undefined, by: 'handler' };
    const steps = [...before, ...guardSteps(program, decorators), handler];
    const told = [...toldOfClass, ...toldBy(program, decorators, 'method')];
    return decorators
      .flatMap(({ parts }) => parts)
      .flatMap((part) => {
        const verb = verbOf(program, part);
        if (verb === undefined) return [];
        if (verb.paths === undefined) {
          unresolved.push({ what: `a ${verb.method} route whose path is put together at run time`, m, at: part.at });
          return [];
        }
        return heads.flatMap((head) =>
          (verb.paths ?? []).map((tail) => ({
            of: placed.c,
            file: placed.m,
            method: verb.method,
            head,
            tail,
            versions: said ?? versions,
            steps,
            told,
            m,
            at: member.decorators?.[0]?.at ?? fn.at,
          })),
        );
      });
  });
};

/** Guards of a class stand behind those of the class that it extends. */
export const classSteps = (program: Program, placed: Placed): Step[] =>
  lineage(program, placed)
    .toReversed()
    .flatMap(({ m, c }) => guardSteps(program, decoratorsOf(program, m, c.decorators)));

/** Metadata of a class and of those that it extends. */
export const classTold = (program: Program, placed: Placed): Told[] =>
  lineage(program, placed).flatMap(({ m, c }) => toldBy(program, decoratorsOf(program, m, c.decorators), 'class'));

/** `@Controller('orders')`, `@Controller(['a', 'b'])`, `@Controller({ path: 'orders', version: '2' })` */
const controllerOf = (
  program: Program,
  part: Applied,
): { heads: readonly string[] | undefined; versions: readonly string[] | undefined } => {
  if (part.args.length === 0) return { heads: [''], versions: undefined };
  const given = argumentOf(part, 0);
  const ref = given === undefined ? undefined : program.resolve(given.m, given.fn, given.e);
  if (ref?.r === 'value' && ref.e.k === 'obj') {
    const path = propOf(ref.e, 'path');
    return {
      heads: path === undefined ? [''] : textsOf(program, ref.m, ref.fn, path),
      versions: versionsOf(program, ref.m, ref.fn, propOf(ref.e, 'version')),
    };
  }
  return { heads: given && textsOf(program, given.m, given.fn, given.e), versions: undefined };
};

const verbOf = (
  program: Program,
  part: Applied,
): { method: string; paths: readonly string[] | undefined } | undefined => {
  const name = commonName(part);
  if (name === 'RequestMapping') {
    const options = part.args[0];
    const method = propOf(options, 'method');
    const path = propOf(options, 'path');
    const verb = method?.k === 'mem' && typeof method.p === 'string' ? method.p : 'GET';
    return {
      method: verb === 'ALL' ? '*' : verb,
      paths: path === undefined ? [''] : textsOf(program, part.m, part.fn, path),
    };
  }
  const method = name === undefined ? undefined : VERBS[name];
  if (method === undefined) return undefined;
  if (part.args.length === 0) return { method, paths: [''] };
  const given = argumentOf(part, 0);
  // What the composing function passes on and nobody gave is no path at all.
  if (given === undefined) return { method, paths: [''] };
  return { method, paths: textsOf(program, given.m, given.fn, given.e) };
};

const textsOf = (program: Program, m: Module, fn: Fn | undefined, e: Expr): readonly string[] | undefined => {
  const ref = e.k === 'arr' ? undefined : program.resolve(m, fn, e);
  if (ref?.r === 'value' && ref.e.k === 'arr') return constantTexts(program, ref.m, ref.fn, ref.e);
  return e.k === 'id' && e.n === 'undefined' ? [''] : (constantTexts(program, m, fn, e) ?? undefined);
};

/** A text that a decorator is given, as `constantText` has it. */
export const textGiven = (program: Program, part: Applied, index: number): string | undefined => {
  const given = argumentOf(part, index);
  return given === undefined ? undefined : constantText(program, given.m, given.fn, given.e);
};
