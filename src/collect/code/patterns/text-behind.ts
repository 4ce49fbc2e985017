import type { Expr, Fn, Module } from '../ir.ts';
import type { Program } from '../program/program.ts';

/** A text with the place where it is written. */
export interface Written {
  m: Module;
  fn: Fn | undefined;
  text: string;
  line: number;
  /** Something that is not known before it runs follows. */
  goesOn: boolean;
}

const MOST_STEPS = 6;

/**
 * The text that an expression begins with, followed through constants of the repository to where it is written. Undefined where there is a choice
 * (`a || b`, `a ? b : c`) or a variable: what it comes to is not known then.
 */
export const textBehind = (
  { program, m, fn }: { program: Program; m: Module; fn: Fn | undefined },
  e: Expr,
  steps = MOST_STEPS,
): Written | undefined => {
  if (steps <= 0) return undefined;
  switch (e.k) {
    case 'lit':
      return typeof e.v === 'string' ? { m, fn, text: e.v, line: e.at, goesOn: false } : undefined;
    case 'tpl': {
      const [first = ''] = e.texts;
      const [then] = e.e;
      if (e.tag !== undefined) return undefined;
      if (first !== '' || then === undefined) return { m, fn, text: first, line: e.at, goesOn: then !== undefined };
      return later(textBehind({ program, m, fn }, then, steps - 1));
    }
    case 'bin':
      return e.op === '+' ? later(textBehind({ program, m, fn }, e.l, steps - 1)) : undefined;
    case 'id':
    case 'mem': {
      const ref = program.resolve(m, fn, e);
      return ref.r === 'value' ? textBehind({ program, m: ref.m, fn: ref.fn }, ref.e, steps - 1) : undefined;
    }
    case 'call':
      // `new URL('…')` and `` `…`.trim() `` change nothing about where it leads.
      return e.isNew === true && e.f.k === 'id' && e.f.n === 'URL' && e.a.length === 1 && e.a[0] !== undefined
        ? textBehind({ program, m, fn }, e.a[0], steps - 1)
        : undefined;
    default:
      return undefined;
  }
};

const later = (found: Written | undefined): Written | undefined =>
  found === undefined ? undefined : { ...found, goesOn: true };

/** `get` of `axios.get`, empty for what has no name. */
export const lastName = (f: Expr): string => (f.k === 'id' ? f.n : f.k === 'mem' && typeof f.p === 'string' ? f.p : '');
