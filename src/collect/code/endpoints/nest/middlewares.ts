import type { Program } from '../../program/program.ts';
import { joinPath } from '../path-text.ts';
import type { Step } from '../raw.ts';
import type { NestApp } from './app.ts';
import type { Route } from './controllers.ts';
import { classStep } from './guards.ts';
import type { Consumed, Target } from './modules.ts';

/** Parts of a path as the router compares them; a wildcard takes the rest. */
const covers = (pattern: string, path: string): boolean => {
  const want = joinPath(pattern).split('/').slice(1);
  const have = joinPath(path).split('/').slice(1);
  for (const [index, part] of want.entries()) {
    if (/^(?:\(\.\*\)|\{?\*\w*\}?|\*)$/.test(part)) return true;
    const own = have[index];
    if (own === undefined || (!part.startsWith(':') && part !== own))
      return part === '' && index === 0 && want.length === 1;
  }
  return want.length === have.length;
};

const meets = (target: Target, route: Route): boolean =>
  'c' in target
    ? target.c === route.of
    : (target.method === '*' || route.method === '*' || target.method === route.method) &&
      covers(target.path, joinPath(route.head, route.tail));

/** The middlewares of modules that stand in front of a route, as far as their module belongs to its app. */
export const middlewareSteps = (
  program: Program,
  consumed: readonly Consumed[],
  route: Route,
  app: NestApp | undefined,
): Step[] =>
  consumed
    .filter(({ to, except }) => to.some((one) => meets(one, route)) && !except.some((one) => meets(one, route)))
    .flatMap(({ apply }) => apply)
    .filter(({ m }) => app === undefined || app.files.has(m))
    .map((one) => classStep(program, one, 'use', 'middleware'));
