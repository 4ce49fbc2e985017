import type { Module } from '../../ir.ts';
import type { Program } from '../../program/program.ts';
import { inBraces, joinPath } from '../path-text.ts';
import type { Extracted, RawEndpoint, Unresolved } from '../raw.ts';
import { appsOf, type NestApp } from './app.ts';
import { routesOf, type Route } from './controllers.ts';
import { gatewayEndpoints } from './gateways.ts';
import { middlewareSteps } from './middlewares.ts';
import { readConsumed, readModules } from './modules.ts';
import { resolverEndpoints } from './resolvers.ts';
import { inTheWay } from './told.ts';

/** Endpoints of NestJS: controllers, gateways, and resolvers of GraphQL. */
export const extractNest = (program: Program): Extracted => {
  const isUsed = [...program.modules.values()].some(({ imports }) =>
    imports.some(({ from }) => from.startsWith('@nestjs/') || from === 'type-graphql'),
  );
  if (!isUsed) return { endpoints: [], unresolved: [] };
  const unresolved: Unresolved[] = [];
  const apps = appsOf(program);
  const modules = readModules(program);
  const consumed = readConsumed(program);
  const appFor = (m: Module): NestApp | undefined =>
    apps.find(({ files }) => files.has(m)) ?? (apps.length === 1 ? apps[0] : undefined);
  const http = routesOf(program, unresolved).flatMap((route): RawEndpoint[] => {
    const app = appFor(route.file);
    const isListed = modules.listed === undefined || modules.listed.has(route.of);
    const doubts = [
      ...(isListed ? [] : ['no module lists its controller']),
      ...(app?.prefixDoubt === undefined ? [] : [app.prefixDoubt]),
    ];
    const steps = [
      ...middlewareSteps(program, consumed, route, app),
      ...inTheWay(program, [...(app?.guards ?? []), ...route.steps], route.told),
    ];
    return pathsOf(route, app, modules.below.get(route.of) ?? '').map((path) => ({
      framework: 'nestjs',
      kind: 'http',
      method: route.method,
      path: inBraces(path),
      m: route.m,
      at: route.at,
      steps,
      confidence: doubts.length === 0 ? 'certain' : 'likely',
      unresolved: doubts,
    }));
  });
  return {
    endpoints: [...http, ...gatewayEndpoints(program), ...resolverEndpoints(program, appFor)],
    unresolved,
  };
};

/** One for each version. The prefix stands before it. */
const pathsOf = (route: Route, app: NestApp | undefined, below: string): string[] => {
  const own = joinPath(below, route.head, route.tail);
  const { versioning } = app ?? {};
  const versions = versioning === undefined ? [''] : (route.versions ?? versioning.standard);
  return versions.map((version) => {
    const versioned = version === '' ? own : joinPath(`${versioning?.prefix ?? ''}${version}`, own);
    const isExcluded = app?.excluded.some((one) => one.test(own) || one.test(versioned)) === true;
    return isExcluded ? versioned : joinPath(app?.prefix ?? '', versioned);
  });
};
