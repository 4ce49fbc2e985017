import type { Module } from '../../ir.ts';
import type { Program } from '../../program/program.ts';
import { pathOf } from '../../program/ref.ts';
import { propOf } from '../../visit.ts';
import { appRoots, baseName, filesOf, optionIn } from '../files/app-roots.ts';
import { handlerSteps } from '../files/handler-steps.ts';
import { methodsOf } from '../files/method-switch.ts';
import { exportWritten, written, type Written } from '../files/written.ts';
import type { Extracted, RawEndpoint, Step, Unresolved } from '../raw.ts';
import { routeFile } from './paths.ts';

const CONFIG = /^(?:nuxt|nitro)\.config\.[cm]?[jt]s$/;
const DEFINES = [
  'defineEventHandler',
  'eventHandler',
  'defineCachedEventHandler',
  'cachedEventHandler',
  'defineLazyEventHandler',
  'lazyEventHandler',
  'defineHandler',
  'defineWebSocketHandler',
];
/** What a handler is made with, by its names from everywhere and from nowhere: Nitro imports them by itself. */
const PASSES: ReadonlySet<string> = new Set(
  ['', 'h3:', '#imports:', 'nitropack/runtime:', 'nitro:', 'nitro/h3:', 'nitro/runtime:', '#nitro:'].flatMap((from) =>
    DEFINES.map((name) => `${from}${name}`),
  ),
);
/** Below a Nuxt app and its layers; Nitro by itself may have its folders at the top. */
const IN_NUXT = /^(?:layers\/[^/]+\/)?(?:src\/)?server\/((?:api|routes|middleware)\/.+)$/;
const IN_NITRO = /^(?:server\/|src\/)?((?:api|routes|middleware)\/.+)$/;

/** Endpoints of Nuxt and Nitro: the files of `server/api` and `server/routes`, behind those of `server/middleware`. */
export const extractNuxt = (program: Program): Extracted => {
  const endpoints: RawEndpoint[] = [];
  const unresolved: Unresolved[] = [];
  const roots = appRoots(program, /^(?:nuxt|nuxt-nightly|nitropack|nitro)$/, CONFIG);
  for (const app of new Set(roots.map((root) => appOf(root, roots)))) {
    const layers = roots
      .filter((root) => appOf(root, roots) === app)
      .map((root) => serverFiles(program, root, filesOf(program, root, roots)));
    const server = layers.flatMap(({ server: files }) => [...files]);
    for (const { config } of layers) {
      const added = optionIn(config, 'serverHandlers');
      if (config !== undefined && added !== undefined)
        unresolved.push({ what: 'routes that the config of the app adds', m: config, at: added.at });
    }
    const before = middlewareSteps(program, server);
    for (const [file, m] of server)
      if (!file.startsWith('middleware/')) endpoints.push(...endpointsOf(program, file, m, before));
  }
  return { endpoints, unresolved };
};

/** Layers that lie in an app are put together with it: what one of them has in front is in front of all. */
const appOf = (root: string, roots: readonly string[]): string => {
  const outer = /^(?:(.+)\/)?layers\/[^/]+$/.exec(root);
  return outer !== null && roots.includes(outer[1] ?? '') ? (outer[1] ?? '') : root;
};

/** In the order of their names, as Nitro runs them. */
const middlewareSteps = (program: Program, server: readonly (readonly [string, Module])[]): Step[] =>
  server
    .filter(([file]) => file.startsWith('middleware/'))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, m]) => {
      const value = exportWritten(program, m, 'default');
      return value === undefined ? [] : handlerSteps(program, value, PASSES);
    })
    .map((step) => ({ ...step, by: 'middleware' }));

/** Files of the server by their path in its folder. */
const serverFiles = (program: Program, root: string, files: ReadonlyMap<string, Module>) => {
  const config = [...files].find(([path]) => CONFIG.test(path))?.[1];
  const own = program.packages.find(({ folder }) => folder === root);
  const isNuxt =
    baseName(config?.path ?? '').startsWith('nuxt') ||
    Object.keys(own?.dependencies ?? {}).some((one) => /^nuxt/.test(one));
  const server = new Map<string, Module>();
  for (const [path, m] of files) {
    const inner = (isNuxt ? IN_NUXT : IN_NITRO).exec(path)?.[1];
    if (inner !== undefined) server.set(inner, m);
  }
  return { server, config };
};

const endpointsOf = (program: Program, file: string, m: Module, before: readonly Step[]): RawEndpoint[] => {
  const route = routeFile(file);
  const value = exportWritten(program, m, 'default');
  if (route === undefined || value === undefined) return [];
  const own = handlerSteps(program, value, PASSES);
  const steps = [...before, ...onRequest(program, value), ...own];
  const at = m.exports.find(({ name }) => name === 'default')?.at ?? 1;
  const made = value.e.k === 'call' ? (pathOf(program.resolve(value.m, value.fn, value.e.f)) ?? '') : '';
  const endpoint = (method: string, line: number): RawEndpoint => ({
    framework: 'nuxt',
    kind: made.endsWith('defineWebSocketHandler') ? 'websocket' : 'http',
    method,
    path: route.path,
    m,
    at: line,
    steps,
    confidence: 'certain',
    unresolved: [],
  });
  if (route.method !== '*') return [endpoint(route.method, at)];
  const last = own.at(-1);
  const ref = last === undefined ? undefined : program.resolve(last.m, last.fn, last.e);
  if (ref?.r !== 'fn') return [endpoint('*', at)];
  return [...methodsOf(program, ref.m, ref.fn)].map(([method, line]) => endpoint(method, ref.m === m ? line : at));
};

/** `defineEventHandler({ onRequest: [requireUser], handler })` */
const onRequest = (program: Program, value: Written): Step[] => {
  const given = value.e.k === 'call' ? propOf(value.e.a[0], 'onRequest') : undefined;
  if (given === undefined) return [];
  const list = written(program, { ...value, e: given });
  return (list.e.k === 'arr' ? list.e.e : [list.e]).map((e) => ({ ...list, e, by: 'middleware' }));
};
