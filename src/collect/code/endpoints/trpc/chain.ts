import type { Expr } from '../../ir.ts';
import type { Program } from '../../program/program.ts';
import type { PlacedExpr, Step } from '../raw.ts';
import { definitionOf, isOfInstance, resultOf } from './instance.ts';

/** A chain of a procedure, read back to where it starts. */
export interface Chain {
  steps: readonly Step[];
  schemas: readonly PlacedExpr[];
  /** It starts with a procedure of tRPC itself. */
  isWhole: boolean;
}

const MAX_DEPTH = 40;
const LOST: Chain = { steps: [], schemas: [], isWhole: false };

/** Reads `protectedProcedure.input(schema).use(middleware)`. Middlewares of a procedure with a name of its own, which others share, are by `base`. */
export const chainOf = (program: Program, at: PlacedExpr, by: 'base' | 'middleware', depth = 0): Chain => {
  const { e, m, fn } = at;
  if (depth > MAX_DEPTH) return LOST;
  if (e.k !== 'call') {
    if (isOfInstance(program, program.resolve(m, fn, e), 'procedure')) return { steps: [], schemas: [], isWhole: true };
    const definition = definitionOf(program, at);
    return definition === undefined || definition.e === e ? LOST : chainOf(program, definition, 'base', depth + 1);
  }
  const made = resultOf(program, at);
  if (made !== undefined) return chainOf(program, made, 'base', depth + 1);
  if (e.f.k !== 'mem') return LOST;
  const before = chainOf(program, { e: e.f.o, m, fn }, by, depth + 1);
  const [given] = e.a;
  if (given === undefined) return before;
  switch (e.f.p) {
    case 'use':
      return { ...before, steps: [...before.steps, ...middlewares(program, { e: given, m, fn }, by)] };
    case 'input':
      return { ...before, schemas: [...before.schemas, { e: given, m, fn }] };
    case 'concat':
    case 'unstable_concat': {
      const other = chainOf(program, { e: given, m, fn }, 'base', depth + 1);
      return {
        ...before,
        steps: [...before.steps, ...other.steps],
        schemas: [...before.schemas, ...other.schemas],
      };
    }
    default:
      return before;
  }
};

/** What `use` is given: a function, `t.middleware(function)`, a name, or several that are piped. */
const middlewares = (program: Program, at: PlacedExpr, by: Step['by'], depth = 0): Step[] => {
  const { e, m, fn } = at;
  if (depth > MAX_DEPTH) return [];
  const [given] = e.k === 'call' ? e.a : [];
  if (e.k === 'call' && given !== undefined) {
    if (e.f.k === 'mem' && (e.f.p === 'pipe' || e.f.p === 'unstable_pipe'))
      return [
        ...middlewares(program, { e: e.f.o, m, fn }, by, depth + 1),
        ...middlewares(program, { e: given, m, fn }, by, depth + 1),
      ];
    if (isOfInstance(program, program.resolve(m, fn, e.f), 'middleware')) return [{ e: given, m, fn, by }];
  }
  const definition = e.k === 'id' || e.k === 'mem' ? definitionOf(program, at) : undefined;
  const piped = definition?.e.k === 'call' && definition.e.f.k === 'mem' ? definition.e.f.p : undefined;
  if (definition === undefined || (piped !== 'pipe' && piped !== 'unstable_pipe' && piped !== 'middleware'))
    return [{ e, m, fn, by }];
  const name = nameOf(e);
  const inner = middlewares(program, definition, by, depth + 1);
  return inner.map((one) => (name === undefined || one.e.k !== 'fn' ? one : { name, ...one }));
};

const nameOf = (e: Expr): string | undefined =>
  e.k === 'id' ? e.n : e.k === 'mem' && typeof e.p === 'string' ? e.p : undefined;
