import type { Expr, Fn, Module } from '../../ir.ts';
import type { Program } from '../../program/program.ts';
import { pathOf } from '../../program/ref.ts';
import { callsOf, propOf } from '../../visit.ts';
import { handlerSteps } from '../files/handler-steps.ts';
import { methodsOf } from '../files/method-switch.ts';
import type { Step } from '../raw.ts';

/** A function that answers every request of a server: `Deno.serve(handler)`. */
export interface Served {
  /** Wrappers and the handler, in running order. */
  steps: readonly Step[];
  m: Module;
  at: number;
}

const SERVES = /^(?:Deno\.serve|(?:std\/http(?:\/(?:server|mod)\.ts)?|@std\/http(?:\/\w+)?):(?:serve|serveHandler))$/;

/** `Deno.serve(handler)`, `Deno.serve({ port }, handler)`, `Deno.serve({ handler })`; `export default { fetch }`, `export default handler`. */
export const servedIn = (program: Program, m: Module): Served[] => {
  const found: Served[] = [];
  const add = (fn: Fn | undefined, e: Expr, at: number): void => {
    found.push({ steps: handlerSteps(program, { m, fn, e }), m, at });
  };
  for (const { e, fn } of callsOf(m)) {
    if (!SERVES.test(pathOf(program.resolve(m, fn, e.f)) ?? '')) continue;
    const handler = e.a
      .map((one) => (one.k === 'obj' ? propOf(one, 'handler') : one))
      .findLast((one) => one !== undefined);
    // Options may come second.
    const first = e.a[0];
    const given = first !== undefined && first.k !== 'obj' ? first : handler;
    if (given !== undefined) add(fn, given, e.at);
  }
  if (found.length > 0) return found;
  const fallback = m.exports.find(({ name }) => name === 'default');
  if (fallback === undefined) return [];
  const ref = program.exported(m, 'default');
  const fetch = ref.r === 'value' ? propOf(ref.e, 'fetch') : undefined;
  if (fetch !== undefined && ref.r === 'value')
    found.push({ steps: handlerSteps(program, { m: ref.m, fn: ref.fn, e: fetch }), m: ref.m, at: fetch.at });
  else if (ref.r === 'fn' || ref.r === 'result')
    add(undefined, fallback.e ?? { k: 'id', n: fallback.local ?? 'default', at: fallback.at }, fallback.at);
  return found;
};

/** The methods that the handler tells apart, with their lines; `*` when it tells none. Answers to preflights are nobody's endpoint. */
export const servedMethods = (
  program: Program,
  steps: readonly Step[],
): [method: string, line: number | undefined][] => {
  const handler = steps.at(-1);
  const ref = handler === undefined ? undefined : program.resolve(handler.m, handler.fn, handler.e);
  if (ref?.r !== 'fn') return [['*', undefined]];
  return [...methodsOf(program, ref.m, ref.fn)].filter(([method]) => method !== 'OPTIONS' && method !== 'HEAD');
};
