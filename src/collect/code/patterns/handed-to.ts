import type { Expr, Fn, Module } from '../ir.ts';
import { eachOf } from '../visit.ts';

export interface Handed {
  /** The call that the function is an argument of. */
  call: Extract<Expr, { k: 'call' }>;
  /** Where the call stands. */
  fn: Fn | undefined;
}

const known = new WeakMap<Module, ReadonlyMap<number, Handed>>();

/** The call that a function which has no name is handed to: `app.get('/', (req, res) => …)`. Each file is gone through once. */
export const handedTo = (m: Module, id: number): Handed | undefined => {
  let found = known.get(m);
  if (found === undefined) {
    const all = new Map<number, Handed>();
    eachOf(m, (e, fn) => {
      if (e.k === 'call') for (const one of e.a) if (one.k === 'fn') all.set(one.id, { call: e, fn });
    });
    found = all;
    known.set(m, found);
  }
  return found.get(id);
};
