import type { Expr, Fn, Module } from '../../ir.ts';
import type { Program } from '../../program/program.ts';
import { bindingOf } from '../../program/scope.ts';

export interface Place {
  program: Program;
  m: Module;
  fn: Fn | undefined;
}

/** The expression that a name stands for. */
export const valueOf = ({ m, fn }: Place, name: string): Expr | undefined => {
  const binding = bindingOf(m, fn, name);
  return binding?.b === 'value' && binding.path.length === 0 && binding.many !== true ? binding.e : undefined;
};

export type Options = ReadonlyMap<string, Expr>;

const MOST_STEPS = 4;

/** The members of options, those that are spread in from elsewhere in the repository too. Undefined where a part is not known. */
export const optionsOf = (place: Place, e: Expr | undefined, depth = 0): Options | undefined => {
  if (e === undefined) return new Map();
  if (depth > MOST_STEPS) return undefined;
  const object = objectOf(place, e);
  if (object === undefined) return undefined;
  const found = new Map<string, Expr>();
  for (const { n, v } of object.e.props) {
    if (typeof n === 'string') found.set(n, v);
    else if (n === undefined) {
      const spread = optionsOf(object.place, v, depth + 1);
      if (spread === undefined) return undefined;
      for (const [name, value] of spread) found.set(name, value);
    }
  }
  return found;
};

/** What is written out where an expression comes to it: directly, by a name, as the one answer of a function. */
const objectOf = (place: Place, e: Expr): { e: Extract<Expr, { k: 'obj' }>; place: Place } | undefined => {
  if (e.k === 'obj') return { e, place };
  const ref = place.program.resolve(place.m, place.fn, e.k === 'call' ? e.f : e);
  if (e.k !== 'call')
    return ref.r === 'value' && ref.e.k === 'obj' ? { e: ref.e, place: { ...place, m: ref.m, fn: ref.fn } } : undefined;
  if (ref.r !== 'fn' || ref.fn.body.length !== 1) return undefined;
  const [only] = ref.fn.body;
  return only?.s === 'return' && only.e?.k === 'obj'
    ? { e: only.e, place: { ...place, m: ref.m, fn: ref.fn } }
    : undefined;
};
