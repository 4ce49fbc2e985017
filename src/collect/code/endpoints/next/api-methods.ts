import type { Expr, Module } from '../../ir.ts';
import type { Program } from '../../program/program.ts';
import { handlerSteps } from '../files/handler-steps.ts';
import { HTTP_METHODS, methodsOf } from '../files/method-switch.ts';
import { exportWritten, written, type Written } from '../files/written.ts';
import type { Step } from '../raw.ts';

interface Method {
  method: string;
  at: number;
  steps: readonly Step[];
}

/** What an API route answers: one for each method that its handler tells apart, `*` when it tells none. */
export const apiMethods = (program: Program, m: Module): Method[] => {
  const value = exportWritten(program, m, 'default');
  if (value === undefined) return [];
  const table = byMethod(program, value);
  if (table !== undefined) return table;
  const steps = handlerSteps(program, value);
  const last = steps.at(-1);
  const ref = last === undefined ? undefined : program.resolve(last.m, last.fn, last.e);
  const at = m.exports.find(({ name }) => name === 'default')?.at ?? value.e.at;
  if (ref?.r !== 'fn') return [{ method: '*', at, steps }];
  return [...methodsOf(program, ref.m, ref.fn)].map(([method, line]) => ({
    method,
    at: ref.m === m ? line : at,
    steps,
  }));
};

/** `handlers({ GET: list, POST: add })`: each method has a handler of its own. */
const byMethod = (program: Program, value: Written): Method[] | undefined => {
  const { e } = value;
  if (e.k !== 'call') return undefined;
  for (const given of e.a) {
    const table = written(program, { ...value, e: given });
    const named = table.e.k === 'obj' ? table.e.props.map(({ n, v }) => ({ method: methodName(n), v })) : [];
    if (named.length === 0 || named.some(({ method }) => method === undefined)) continue;
    return named.map(({ method, v }) => ({
      method: method ?? '*',
      at: v.at,
      steps: [{ ...value, by: 'wrapper' }, ...handlerSteps(program, { ...table, e: settled(v) })],
    }));
  }
  return undefined;
};

const methodName = (n: string | Expr | undefined): string | undefined =>
  typeof n === 'string' && HTTP_METHODS.has(n.toUpperCase()) ? n.toUpperCase() : undefined;

/** `Promise.resolve({ default: handler })` stands for the handler, as `import('./handler')` does. */
const settled = (e: Expr): Expr => {
  const value = e.k === 'call' && e.f.k === 'mem' && e.f.p === 'resolve' ? e.a[0] : undefined;
  const inner = value?.k === 'obj' ? value.props.find(({ n }) => n === 'default')?.v : undefined;
  return inner ?? e;
};
