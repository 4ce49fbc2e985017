import type { Fn, Module } from '../../ir.ts';
import type { Program } from '../../program/program.ts';
import { handlerSteps, isHandler } from '../files/handler-steps.ts';
import { exportedNames, exportWritten } from '../files/written.ts';
import type { RawEndpoint, Step } from '../raw.ts';
import type { NextApp } from './app.ts';

const SERVER = 'use server';

/**
 * Server actions: whatever is marked `use server` can be called by anyone with a POST. They answer at the page that uses them, so they are named by
 * their file and name. https://nextjs.org/docs/app/guides/data-security
 */
export const serverActions = (program: Program, apps: readonly NextApp[]): RawEndpoint[] => {
  // Which page an action is sent to is not known; a middleware in front of all of them is in front of it.
  const before = (m: Module): Step[] => {
    const middleware = apps.find(({ root }) => root === '' || m.path.startsWith(`${root}/`))?.middleware;
    return middleware?.always === true ? [middleware.step] : [];
  };
  const endpoint = (m: Module, name: string, at: number, steps: readonly Step[]): RawEndpoint => ({
    framework: 'next',
    kind: 'action',
    method: 'POST',
    path: `${m.path}#${name}`,
    m,
    at,
    steps: [...before(m), ...steps],
    confidence: 'certain',
    unresolved: [],
  });
  const used = usedByComponents(program);
  return [...program.modules.values()].flatMap((m) => [
    ...(m.directives.includes(SERVER)
      ? [...exportedNames(program, m)].flatMap(([name, at]) => {
          const value = exportWritten(program, m, name);
          const isCalled = value !== undefined && (value.e.k === 'call' || isHandler(program, value, 4));
          if (!isCalled) return [];
          const action = endpoint(m, name, at, handlerSteps(program, value));
          return used(m, name) ? [action] : [{ ...action, unresolved: [NOT_USED] }];
        })
      : []),
    ...marked(m).map((fn, _, all) => endpoint(m, nameOf(fn, all), fn.at, [inPlace(m, fn)])),
  ]);
};

const NOT_USED = 'no component calls this action, so it is not certain that it can be reached';

/** Next.js gives a door only to actions that components send. */
const usedByComponents = (program: Program): ((m: Module, name: string) => boolean) => {
  const used = new Set<string>();
  for (const m of program.modules.values()) {
    if (!/x$/.test(m.path) && !m.directives.includes('use client')) continue;
    for (const { from, name } of m.imports) {
      const path = name === undefined ? undefined : program.moduleFor(m, from)?.path;
      if (path !== undefined) used.add(`${path}#${name}`);
    }
  }
  return (m, name) => used.has(`${m.path}#${name}`) || used.has(`${m.path}#*`);
};

const marked = (m: Module): Fn[] => m.fns.filter(({ directives }) => directives?.includes(SERVER) === true);

/** Its own name, with its line where several in the file are called so. */
const nameOf = ({ name, at }: Fn, all: readonly Fn[]): string =>
  name === undefined ? `line-${at}` : all.filter((one) => one.name === name).length > 1 ? `${name}-line-${at}` : name;

const inPlace = (m: Module, fn: Fn): Step => ({
  e: { k: 'fn', id: fn.id, at: fn.at },
  m,
  fn: fn.parent === undefined ? undefined : m.fns[fn.parent],
  by: 'handler',
});
