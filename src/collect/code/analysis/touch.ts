import type { AccessDeed } from '../../../model/evidence/code.ts';
import type { Expr } from '../ir.ts';

/** A touch of stored data in the code. */
export interface Touch {
  by: string;
  model: string;
  deed: AccessDeed;
  at: number;
  /** The conditions that pick rows, and what is written. */
  where: readonly Expr[];
  data: readonly Expr[];
  /** What is read beside the row, with conditions of its own: `include: { members: { where: { userId } } }`. */
  beside?: readonly Expr[];
  /** The statement is a text that is put together. */
  pasted?: true;
}

export type Call = Extract<Expr, { k: 'call' }>;

export interface Link {
  name: string;
  a: readonly Expr[];
  at: number;
}

/** A chain of calls and members, from its root outwards: `db.update(t).set(x).where(y)`. */
export const chainOf = (e: Expr): { root: Expr; links: readonly Link[] } => {
  const links: Link[] = [];
  let at: Expr = e;
  for (let steps = 0; steps < 60; steps++) {
    if (at.k === 'await') at = at.e;
    else if (at.k === 'call' && at.f.k === 'mem' && typeof at.f.p === 'string') {
      links.unshift({ name: at.f.p, a: at.a, at: at.at });
      at = at.f.o;
    } else if (at.k === 'mem' && typeof at.p === 'string') {
      links.unshift({ name: `.${at.p}`, a: [], at: at.at });
      at = at.o;
    } else break;
  }
  return { root: at, links };
};
