import type { Expr, Fn, Module } from '../../ir.ts';
import type { Program } from '../../program/program.ts';
import { pathOf } from '../../program/ref.ts';
import { callsOf, expressionsOf, propOf } from '../../visit.ts';
import { constantText } from '../path-text.ts';
import type { Step } from '../raw.ts';
import { classGivenBy } from './classes.ts';
import { classStep } from './guards.ts';

/** What is set up for a whole app where it is created. */
export interface NestApp {
  /** The files that its entry reaches by imports. */
  files: ReadonlySet<Module>;
  /** Undefined when it is only known at run time. */
  prefix: string | undefined;
  /** Why the prefix may be another one. */
  prefixDoubt?: string;
  excluded: readonly RegExp[];
  /** With URI versioning only: what stands before the version, and the version of those without one. */
  versioning?: { prefix: string; standard: readonly string[] };
  /** Run before those of classes and methods. */
  guards: readonly Step[];
}

const reach = (program: Program, from: Module): Set<Module> => {
  const reached = new Set([from]);
  for (const m of reached) {
    const specifiers = [...m.imports.filter(({ typeOnly }) => typeOnly !== true), ...m.exports];
    for (const { from: specifier } of specifiers) {
      const next = specifier === undefined ? undefined : program.moduleFor(m, specifier);
      if (next !== undefined) reached.add(next);
    }
  }
  return reached;
};

/** The apps of a repository, by where they are created. None for a library. */
export const appsOf = (program: Program): NestApp[] => {
  const entries = [...program.modules.values()].filter(
    (m) =>
      m.imports.some(({ from, name }) => from === '@nestjs/core' && (name === 'NestFactory' || name === '*')) &&
      callsOf(m).some(({ e, fn }) => pathOf(program.resolve(m, fn, e.f)) === '@nestjs/core:NestFactory.create'),
  );
  return entries.map((entry) => setUp(program, reach(program, entry)));
};

const setUp = (program: Program, files: ReadonlySet<Module>): NestApp => {
  let app: NestApp = { files, prefix: '', excluded: [], guards: [] };
  const provided: Step[] = [];
  const used: Step[] = [];
  for (const m of files) {
    for (const { e, fn } of expressionsOf(m)) {
      if (e.k === 'obj') provided.push(...providedGuard(program, m, fn, e));
      if (e.k !== 'call' || e.f.k !== 'mem') continue;
      const [first, options] = e.a;
      if (e.f.p === 'setGlobalPrefix' && first !== undefined)
        app = {
          ...app,
          ...prefixOf(program, m, fn, first),
          excluded: excludedBy(program, m, fn, propOf(options, 'exclude')),
        };
      if (e.f.p === 'enableVersioning') app = { ...app, ...versioningOf(program, m, fn, first) };
      if (e.f.p === 'useGlobalGuards')
        used.push(...e.a.map((one) => classStep(program, { m, fn, e: one }, 'canActivate', 'base')));
    }
  }
  return { ...app, guards: [...provided, ...used] };
};

/** `{ provide: APP_GUARD, useClass: AuthGuard }` */
const providedGuard = (program: Program, m: Module, fn: Fn | undefined, e: Expr): Step[] => {
  const token = propOf(e, 'provide');
  if (token === undefined || pathOf(program.resolve(m, fn, token)) !== '@nestjs/core:APP_GUARD') return [];
  const given = propOf(e, 'useClass') ?? propOf(e, 'useExisting') ?? propOf(e, 'useValue');
  if (given !== undefined) return [classStep(program, { m, fn, e: given }, 'canActivate', 'base')];
  const factory = propOf(e, 'useFactory');
  const ref = factory === undefined ? undefined : program.resolve(m, fn, factory);
  if (factory === undefined || ref?.r !== 'fn') return [];
  const made = classGivenBy(program, ref.m, ref.fn);
  return [
    made === undefined
      ? { e: factory, m, fn, by: 'base' }
      : classStep(
          program,
          { m: made.m, fn: undefined, e: { k: 'class', id: made.c.id, at: made.c.at } },
          'canActivate',
          'base',
        ),
  ];
};

const prefixOf = (
  program: Program,
  m: Module,
  fn: Fn | undefined,
  e: Expr,
): Pick<NestApp, 'prefix' | 'prefixDoubt'> => {
  const text = constantText(program, m, fn, e);
  if (text !== undefined) return { prefix: text };
  // `process.env.PREFIX ?? 'api'`, `config.get('prefix', 'api')`: the fallback is likely.
  const standard = e.k === 'bin' ? e.r : e.k === 'call' ? e.a[1] : undefined;
  const fallback = constantText(program, m, fn, standard);
  const prefixDoubt = 'the prefix of all its paths is read from the configuration';
  return { prefix: fallback, prefixDoubt };
};

const excludedBy = (program: Program, m: Module, fn: Fn | undefined, e: Expr | undefined): RegExp[] => {
  const ref = e === undefined ? undefined : program.resolve(m, fn, e);
  if (ref?.r !== 'value' || ref.e.k !== 'arr') return [];
  const { m: at, fn: within_, e: list } = ref;
  return list.e.flatMap((one) => {
    const text = constantText(program, at, within_, propOf(one, 'path') ?? one);
    return text === undefined ? [] : [patternOf(text)];
  });
};

/** `health`, `docs/(.*)`, `docs{/*rest}`, `users/:id` as what a path must be. */
const patternOf = (text: string): RegExp => {
  const parts = text
    .replace(/^\/+|\/+$/g, '')
    .split(/(\{\/\*\w*\}|\(\.\*\)|\*\w*|:\w+)/)
    .map((part) =>
      part.startsWith('{/*')
        ? '(?:/.*)?'
        : part === '(.*)' || part.startsWith('*')
          ? '.*'
          : part.startsWith(':')
            ? '[^/]+'
            : part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`),
    );
  return new RegExp(`^/${parts.join('')}$`);
};

const versioningOf = (
  program: Program,
  m: Module,
  fn: Fn | undefined,
  options: Expr | undefined,
): Pick<NestApp, 'versioning'> => {
  const type = propOf(options, 'type');
  const named = type === undefined ? undefined : pathOf(program.resolve(m, fn, type));
  if (options !== undefined && named !== '@nestjs/common:VersioningType.URI') return {};
  const prefix = propOf(options, 'prefix');
  const isBare = prefix?.k === 'lit' && prefix.v === false;
  return {
    versioning: {
      prefix: isBare ? '' : (constantText(program, m, fn, prefix) ?? 'v'),
      standard: versionsOf(program, m, fn, propOf(options, 'defaultVersion')) ?? [''],
    },
  };
};

/** `'1'`, `['1', '2']`; empty texts for `VERSION_NEUTRAL`. Undefined where nothing is said. */
export const versionsOf = (
  program: Program,
  m: Module,
  fn: Fn | undefined,
  e: Expr | undefined,
): string[] | undefined => {
  if (e === undefined) return undefined;
  return (e.k === 'arr' ? e.e : [e]).map((one) => constantText(program, m, fn, one) ?? '');
};
