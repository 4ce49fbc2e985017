import type { Expr, Fn, Module } from '../../ir.ts';
import { bindingOf } from '../../program/scope.ts';
import { within } from '../../visit.ts';
import { conditionsAround } from '../conditions.ts';

const DEVELOPERS =
  /^(?:is_?)?(?:dev(?:elopment)?(?:_?mode)?|debug(?:_?mode)?|local(?:host)?|verbose|test(?:_?env(?:ironment)?)?)$|^__DEV__$/i;
const PRODUCTION = /^(?:is_?)?prod(?:uction)?$/i;

/** A condition that asks where the code runs, or whether something is set up. */
export const asksWhere = (m: Module, fn: Fn | undefined, test: Expr): boolean =>
  [...within(test)].some(
    (e) =>
      isOfEnvironment(e) ||
      (e.k === 'mem' && typeof e.p === 'string' && isNamed(e.p)) ||
      (e.k === 'id' && (isNamed(e.n) || isSetUp(m, fn, e.n))) ||
      (e.k === 'lit' && (e.v === 'development' || e.v === 'production' || e.v === 'test')),
  );

/** `process.env.X`, `import.meta.env.X`, `Deno.env.get('X')`. */
const isOfEnvironment = (e: Expr): boolean => e.k === 'mem' && e.o.k === 'mem' && e.o.p === 'env' && e.o.o.k !== 'mem';

const isSetUp = (m: Module, fn: Fn | undefined, name: string): boolean => {
  const binding = bindingOf(m, fn, name);
  return binding?.b === 'value' && binding.e !== undefined && [...within(binding.e)].some(isOfEnvironment);
};

const isNamed = (name: string): boolean => DEVELOPERS.test(name) || PRODUCTION.test(name);

/** Runs on the machines of developers only, or where something was not set up: a mail that is printed because there is no mail server. */
export const isForDevelopers = (m: Module, fn: Fn | undefined, target: Expr): boolean =>
  conditionsAround(m, fn, target).some(({ test }) => asksWhere(m, fn, test));
