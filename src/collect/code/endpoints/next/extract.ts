import type { Fn } from '../../ir.ts';
import type { Program } from '../../program/program.ts';
import { folderOf } from '../../program/resolve.ts';
import { withoutEnding } from '../files/app-roots.ts';
import { handlerSteps } from '../files/handler-steps.ts';
import { HTTP_METHODS } from '../files/method-switch.ts';
import { createReadsData } from '../files/reads-data.ts';
import { exportedNames, exportWritten, type Written } from '../files/written.ts';
import { joinPath } from '../path-text.ts';
import type { Extracted, RawEndpoint, Step } from '../raw.ts';
import { serverActions } from './actions.ts';
import { fileKind, nextApps, type NextApp } from './app.ts';
import { appRouterPath, pagesRouterPath } from './paths.ts';
import { apiMethods } from './api-methods.ts';

/** Endpoints of Next.js: route handlers, API routes, pages that read data on the server, server actions. */
export const extractNext = (program: Program): Extracted => {
  const apps = nextApps(program);
  if (apps.length === 0) return { endpoints: [], unresolved: [] };
  const reads = createReadsData(program);
  const isReading = (steps: readonly Step[]): boolean =>
    steps.some((step) => {
      const fn = functionOf(program, step);
      return fn !== undefined && reads(fn.m, fn.fn);
    });
  const endpoints = apps.flatMap((app) => [
    ...routeHandlers(program, app),
    ...serverPages(program, app, isReading),
    ...pagesRouter(program, app),
  ]);
  return {
    endpoints: [...endpoints, ...serverActions(program, apps)],
    unresolved: apps.flatMap(({ unresolved }) => unresolved),
  };
};

const functionOf = (program: Program, step: Written) => {
  const ref = program.resolve(step.m, step.fn, step.e);
  return ref.r === 'fn' ? (ref satisfies { fn: Fn }) : undefined;
};

type Found = Omit<RawEndpoint, 'framework' | 'confidence' | 'unresolved'>;

/** With what stands in front of it, under the path that the app as a whole has. */
const endpoint = ({ basePath, middleware }: NextApp, found: Found): RawEndpoint => {
  const covered = middleware?.covers(found.path);
  return {
    framework: 'next',
    ...found,
    path: joinPath(basePath, found.path),
    steps: middleware !== undefined && covered === 'all' ? [middleware.step, ...found.steps] : found.steps,
    confidence: 'certain',
    unresolved: typeof covered === 'object' ? [covered.open] : [],
  };
};

/** https://nextjs.org/docs/app/api-reference/file-conventions/route */
const routeHandlers = (program: Program, app: NextApp): RawEndpoint[] =>
  [...app.app].flatMap(([file, m]) => {
    const path = fileKind(file) === 'route' ? appRouterPath(folderOf(file)) : undefined;
    if (path === undefined) return [];
    return [...exportedNames(program, m)].flatMap(([name, at]) => {
      const value = HTTP_METHODS.has(name) ? exportWritten(program, m, name) : undefined;
      if (value === undefined) return [];
      return [endpoint(app, { kind: 'http', method: name, path, m, at, steps: handlerSteps(program, value) })];
    });
  });

const serverPages = (program: Program, app: NextApp, isReading: (steps: readonly Step[]) => boolean): RawEndpoint[] =>
  // The page of a path comes before the layouts around it.
  [...app.app]
    .toSorted(([a], [b]) => Number(fileKind(a) === 'layout') - Number(fileKind(b) === 'layout'))
    .flatMap(([file, m]) => {
      const path = /^(?:page|layout)$/.test(fileKind(file)) ? appRouterPath(folderOf(file)) : undefined;
      const value =
        path === undefined || m.directives.includes('use client') ? undefined : exportWritten(program, m, 'default');
      if (path === undefined || value === undefined) return [];
      const steps = handlerSteps(program, value);
      if (!isReading(steps)) return [];
      return [endpoint(app, { kind: 'page', method: 'GET', path, m, at: lineOf(m.exports, 'default'), steps })];
    });

const lineOf = (exports: readonly { name: string; at: number }[], name: string): number =>
  exports.find((one) => one.name === name)?.at ?? 1;

/** https://nextjs.org/docs/pages/building-your-application/routing/api-routes */
const pagesRouter = (program: Program, app: NextApp): RawEndpoint[] =>
  [...app.pages].flatMap(([file, m]) => {
    const path = pagesRouterPath(withoutEnding(file));
    if (file.startsWith('api/') || /^api\.[cm]?[jt]sx?$/.test(file))
      return apiMethods(program, m).map(({ method, at, steps }) =>
        endpoint(app, { kind: 'http', method, path, m, at, steps }),
      );
    const loader = exportWritten(program, m, 'getServerSideProps');
    if (loader === undefined) return [];
    const at = lineOf(m.exports, 'getServerSideProps');
    return [endpoint(app, { kind: 'page', method: 'GET', path, m, at, steps: handlerSteps(program, loader) })];
  });
