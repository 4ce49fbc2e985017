import type { Module } from '../../ir.ts';
import type { Program } from '../../program/program.ts';
import { propOf, textOf } from '../../visit.ts';
import { appRoots, filesOf, optionIn } from '../files/app-roots.ts';
import { handlerSteps } from '../files/handler-steps.ts';
import { methodsOf } from '../files/method-switch.ts';
import { exportedNames, exportWritten, written } from '../files/written.ts';
import { joinPath } from '../path-text.ts';
import type { Extracted, RawEndpoint, Step, Unresolved } from '../raw.ts';
import { configRoutes } from './config-routes.ts';
import type { Convention } from './conventions.ts';
import { fileRoutes } from './file-routes.ts';
import type { Route } from './routes.ts';

const DEPENDENCY = /^(?:@react-router\/dev|@remix-run\/(?:dev|node|react|cloudflare|deno|serve|vercel|netlify))$/;
const CONFIG = /^(?:react-router\.config|remix\.config)\.[cm]?[jt]s$/;

/** Endpoints of React Router as a framework, and of Remix: what routes load, and what they do with forms. */
export const extractReactRouter = (program: Program): Extracted => {
  const unresolved: Unresolved[] = [];
  const roots = appRoots(program, DEPENDENCY, CONFIG);
  const endpoints = roots.flatMap((root) => {
    const files = filesOf(program, root, roots);
    return routesOf(program, root, files, unresolved).flatMap((route) => endpointsOf(program, route));
  });
  return { endpoints, unresolved };
};

const routesOf = (
  program: Program,
  root: string,
  all: ReadonlyMap<string, Module>,
  unresolved: Unresolved[],
): Route[] => {
  const config = [...all].find(([path]) => CONFIG.test(path))?.[1];
  const vite = [...all].find(([path]) => /^vite\.config\.[cm]?[jt]s$/.test(path))?.[1];
  if (isClientOnly(program, config)) return [];
  const named = textOf(optionIn(config, 'appDirectory')) ?? textOf(optionIn(vite, 'appDirectory')) ?? 'app';
  const app = named.replace(/^\.?\/|\/$/g, '');
  const files = new Map(
    [...all].flatMap(([path, m]) => (path.startsWith(`${app}/`) ? [[path.slice(app.length + 1), m] as const] : [])),
  );
  const base = textOf(optionIn(config, 'basename')) ?? '';
  const folder = root === '' ? app : `${root}/${app}`;
  const routesFile = [...files].find(([path]) => /^routes\.[cm]?[jt]sx?$/.test(path))?.[1];
  const routes =
    routesFile === undefined || exportWritten(program, routesFile, 'default') === undefined
      ? fileRoutes(conventionOf(program, root, all), files, 'routes')
      : configRoutes({ program, files, folder, unresolved }, routesFile);
  const rootRoute = [...files].find(([path]) => /^root\.[jt]sx?$/.test(path))?.[1];
  if (rootRoute === undefined) return routes.map((route) => ({ ...route, path: joinPath(base, route.path) }));
  return [
    { path: joinPath(base), m: rootRoute, around: [] },
    ...routes.map(({ path, m, around }) => ({ path: joinPath(base, path), m, around: [rootRoute, ...around] })),
  ];
};

/** `ssr: false`: there is no server that would load anything. */
const isClientOnly = (program: Program, config: Module | undefined): boolean => {
  const value = config === undefined ? undefined : exportWritten(program, config, 'default');
  const said = propOf(value?.e, 'ssr');
  return said?.k === 'lit' && said.v === false;
};

const conventionOf = (program: Program, root: string, files: ReadonlyMap<string, Module>): Convention => {
  const dependencies = program.packages.find(({ folder }) => folder === root)?.dependencies ?? {};
  if (dependencies['remix-flat-routes'] !== undefined) return 'hybrid';
  const version = dependencies['@remix-run/dev'] ?? dependencies['@remix-run/react'] ?? '';
  const isFirst = /^[~^]?1\./.test(version) && !saysFlat(files);
  return isFirst ? 'nested' : 'flat';
};

const saysFlat = (files: ReadonlyMap<string, Module>): boolean => {
  const config = [...files].find(([path]) => CONFIG.test(path))?.[1];
  return config?.body.some((stmt) => JSON.stringify(stmt).includes('v2_routeConvention')) === true;
};

const endpointsOf = (program: Program, { path, m, around }: Route): RawEndpoint[] => {
  const names = exportedNames(program, m);
  const isPage = names.has('default');
  const before = [...around, m].flatMap((one) => middlewareSteps(program, one));
  const made = (kind: RawEndpoint['kind'], method: string, at: number, own: readonly Step[]): RawEndpoint => ({
    framework: 'react-router',
    kind,
    method,
    path,
    m,
    at,
    steps: [...before, ...own],
    confidence: 'certain',
    unresolved: [],
  });
  const loader = exportWritten(program, m, 'loader');
  const action = exportWritten(program, m, 'action');
  const acts = action === undefined ? [] : handlerSteps(program, action);
  const at = (name: string): number => names.get(name) ?? 1;
  return [
    ...(loader === undefined
      ? []
      : [made(isPage ? 'page' : 'http', 'GET', at('loader'), handlerSteps(program, loader))]),
    ...(action === undefined
      ? []
      : actionMethods(program, acts).map((method) => made(isPage ? 'action' : 'http', method, at('action'), acts))),
  ];
};

/** Those that an action tells apart; POST where it takes whatever is sent. */
const actionMethods = (program: Program, steps: readonly Step[]): string[] => {
  const last = steps.at(-1);
  const ref = last === undefined ? undefined : program.resolve(last.m, last.fn, last.e);
  const found = ref?.r === 'fn' ? [...methodsOf(program, ref.m, ref.fn).keys()] : [];
  const told = found.filter((one) => !/^(?:GET|HEAD|OPTIONS|\*)$/.test(one));
  return told.length === 0 || (found.includes('*') && !told.includes('POST')) ? ['POST', ...told] : told;
};

/** `export const middleware = [requireUser]`. https://reactrouter.com/how-to/middleware */
const middlewareSteps = (program: Program, m: Module): Step[] => {
  const value = exportWritten(program, m, 'middleware') ?? exportWritten(program, m, 'unstable_middleware');
  if (value === undefined) return [];
  const list = written(program, value);
  return (list.e.k === 'arr' ? list.e.e : [list.e]).map((e) => ({ ...list, e, by: 'middleware' }));
};
