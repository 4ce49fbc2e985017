import type { Expr, Fn, Module } from '../ir.ts';
import type { Program } from '../program/program.ts';
import { pathOf } from '../program/ref.ts';
import { within } from '../visit.ts';

/** Whether a chain begins at a client with the service key, which no policy binds. In doubt it does not. */
export const isServiceClient = (program: Program, m: Module, fn: Fn | undefined, chain: Expr): boolean => {
  let root: Expr = chain;
  for (let steps = 0; steps < 40; steps++) {
    if (root.k === 'call') root = root.f;
    else if (root.k === 'mem') root = root.o;
    else if (root.k === 'await') root = root.e;
    else break;
  }
  if (root.k === 'id' && /admin|service/i.test(root.n)) return true;
  const ref = program.resolve(m, fn, root);
  if (ref.r !== 'result') return false;
  return ref.e.a.some((argument) =>
    [...within(argument)].some((e) =>
      /service/i.test(e.k === 'mem' ? (pathOf(program.resolve(ref.m, ref.fn, e)) ?? '') : e.k === 'id' ? e.n : ''),
    ),
  );
};
