import type { Expr, Module } from '../../ir.ts';
import type { Program } from '../../program/program.ts';
import { pathOf, type Ref } from '../../program/ref.ts';
import { folderOf, join } from '../../program/resolve.ts';
import { propOf, textOf } from '../../visit.ts';
import { returned } from '../receivers/find-receiver.ts';
import { exportWritten, written, type Written } from '../files/written.ts';
import { constantText, joinPath } from '../path-text.ts';
import type { Unresolved } from '../raw.ts';
import type { Convention } from './conventions.ts';
import { fileRoutes } from './file-routes.ts';
import type { Route } from './routes.ts';

const MAX_DEPTH = 20;

interface Config {
  program: Program;
  /** Files of the app by their path in its folder. */
  files: ReadonlyMap<string, Module>;
  /** The folder of the app in the repository. */
  folder: string;
  unresolved: Unresolved[];
}

interface Around {
  path: string;
  around: readonly Module[];
  /** Files are named from here. */
  folder: string;
}

type Call = Extract<Expr, { k: 'call' }>;

/** The routes of `routes.ts`: calls of `route`, `index`, `layout` and `prefix`, objects, and folders of file routes. https://reactrouter.com/start/framework/routing */
export const configRoutes = (config: Config, m: Module): Route[] => {
  const value = exportWritten(config.program, m, 'default');
  if (value === undefined) return [];
  return routesIn(config, value, { path: '', around: [], folder: config.folder }, MAX_DEPTH);
};

const routesIn = (config: Config, place: Written, around: Around, depth: number): Route[] => {
  const at = written(config.program, place);
  const { e } = at;
  const inner = (one: Expr): Route[] => routesIn(config, { ...at, e: one }, around, depth - 1);
  if (depth <= 0) return [];
  switch (e.k) {
    case 'arr':
      return e.e.flatMap(inner);
    case 'spread':
      return inner(e.e);
    case 'cond':
      return [...inner(e.a), ...inner(e.b)];
    case 'bin':
      return e.op === '&&' ? inner(e.r) : [...inner(e.l), ...inner(e.r)];
    case 'lit':
      return [];
    case 'obj':
      return byObject(config, at, around, depth);
    case 'call':
      return byCall(config, { ...at, e }, around, depth);
    default:
      return open(config, at);
  }
};

const open = ({ unresolved }: Config, { m, e }: Written): Route[] => {
  unresolved.push({ what: 'routes that are put together at run time', m, at: e.at });
  return [];
};

/** `{ path, file, index, children }` */
const byObject = (config: Config, at: Written, around: Around, depth: number): Route[] => {
  const file = propOf(at.e, 'file');
  if (file === undefined) return open(config, at);
  return made(config, at, around, depth, { path: propOf(at.e, 'path'), file, children: propOf(at.e, 'children') });
};

const byCall = (config: Config, at: Written & { e: Call }, around: Around, depth: number): Route[] => {
  const { program } = config;
  const callee = program.resolve(at.m, at.fn, at.e.f);
  const name = pathOf(callee) ?? '';
  const [first, second, third, fourth] = at.e.a;
  const isOf = (word: string): boolean =>
    name === `@react-router/dev/routes:${word}` || name === `@react-router/dev/routes:relative().${word}`;
  const base = { ...around, folder: relativeFolder(callee, around.folder) };
  if (isOf('route')) {
    const children = [third, fourth].find((one) => one !== undefined && isList(program, at, one));
    return made(config, at, base, depth, { path: first, file: second, children });
  }
  if (isOf('index')) return made(config, at, base, depth, { path: undefined, file: first, children: undefined });
  if (isOf('layout')) {
    const children = [second, third].find((one) => one !== undefined && isList(program, at, one));
    return made(config, at, base, depth, { path: undefined, file: first, children });
  }
  if (isOf('prefix')) {
    const path = constantText(program, at.m, at.fn, first);
    if (path === undefined || second === undefined) return open(config, at);
    return routesIn(
      config,
      { ...at, e: second },
      { ...around, path: joinPath(around.path, inBracesOfRoute(path)) },
      depth - 1,
    );
  }
  const convention = CONVENTIONS[name];
  if (convention !== undefined) return byFiles(config, at, around, convention);
  return byFunction(config, at, callee, around, depth);
};

const CONVENTIONS: Readonly<Record<string, Convention>> = {
  '@react-router/fs-routes:flatRoutes': 'flat',
  'remix-flat-routes:flatRoutes': 'hybrid',
  'react-router-auto-routes:autoRoutes': 'folders',
};

const byFiles = (config: Config, at: Written & { e: Call }, around: Around, convention: Convention): Route[] => {
  const [first] = at.e.a;
  const folder =
    constantText(config.program, at.m, at.fn, first) ??
    textOf(propOf(first, 'rootDirectory')) ??
    textOf(propOf(first, 'routesDir')) ??
    'routes';
  return fileRoutes(convention, config.files, folder.replace(/^\.?\//, ''), around.path).map((route) => ({
    ...route,
    around: [...around.around, ...route.around],
  }));
};

/** `remixRoutesOptionAdapter((defineRoutes) => flatRoutes(…))`, `withLocale(routes)`, `adminRoutes()`: what they give back, or are given. */
const byFunction = (config: Config, at: Written & { e: Call }, callee: Ref, around: Around, depth: number): Route[] => {
  const { program } = config;
  if (at.e.f.k === 'mem' && at.e.f.p === 'concat')
    return [at.e.f.o, ...at.e.a].flatMap((e) => routesIn(config, { ...at, e }, around, depth - 1));
  for (const ref of [callee, ...at.e.a.map((e) => program.resolve(at.m, at.fn, e))]) {
    const value = ref.r === 'fn' ? returned(ref.fn) : undefined;
    if (ref.r === 'fn' && value !== undefined)
      return routesIn(config, { m: ref.m, fn: ref.fn, e: value }, around, depth - 1);
  }
  return open(config, at);
};

interface Made {
  path: Expr | undefined;
  file: Expr | undefined;
  children: Expr | undefined;
}

const made = (config: Config, at: Written, around: Around, depth: number, { path, file, children }: Made): Route[] => {
  const { program } = config;
  const own =
    path === undefined || (path.k === 'lit' && path.v === null) ? '' : constantText(program, at.m, at.fn, path);
  const name = constantText(program, at.m, at.fn, file);
  const m = name === undefined ? undefined : moduleAt(program, join(around.folder, name));
  // A path that is not there is the undefined of a layout.
  if (own === undefined && !(path?.k === 'id' && path.n === 'undefined')) return open(config, at);
  const next: Around = {
    path: joinPath(around.path, inBracesOfRoute(own ?? '')),
    around: m === undefined ? around.around : [...around.around, m],
    folder: around.folder,
  };
  return [
    ...(m === undefined ? open(config, at) : [{ path: next.path, m, around: around.around }]),
    ...(children === undefined
      ? []
      : routesIn(config, { ...at, e: children }, { ...next, folder: config.folder }, depth - 1)),
  ];
};

const moduleAt = (program: Program, path: string | null): Module | undefined =>
  path === null
    ? undefined
    : ['', '.tsx', '.ts', '.jsx', '.js', '.mts', '.mjs']
        .map((ending) => program.modules.get(path + ending))
        .find((one) => one !== undefined);

/** `:id`, `:id?`, `en?` and `*`. */
const inBracesOfRoute = (path: string): string =>
  path
    .split('/')
    .map((part) =>
      part
        .replace(/\?$/, '')
        .replace(/^:([\w-]+)/, '{$1}')
        .replace(/^\*$/, '{rest}'),
    )
    .join('/');

const isList = (program: Program, at: Written, e: Expr): boolean => {
  const value = written(program, { ...at, e });
  return value.e.k === 'arr' || value.e.k === 'call' || value.e.k === 'cond';
};

/** `const { route } = relative(import.meta.dirname)`: files are named from the folder of that file, or from one that it names. */
const relativeFolder = (callee: Ref, folder: string): string => {
  if (callee.r !== 'member' || callee.of.r !== 'result') return folder;
  const { m, e } = callee.of;
  const named = textOf(e.a[0]);
  return named === undefined ? folderOf(m.path) : (join(folder, named) ?? folder);
};
