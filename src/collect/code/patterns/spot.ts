import type { CodePattern } from '../../../model/evidence/code.ts';
import type { Expr, Fn, Module } from '../ir.ts';
import type { Program } from '../program/program.ts';

/** One expression with where it stands. */
export interface Spot {
  program: Program;
  m: Module;
  /** The function around it; undefined for what runs when the file is loaded. */
  fn: Fn | undefined;
  e: Expr;
}

/** Looks at every expression of the program, once; says what is wrong there wherever it is called from. */
export type PatternFinder = (spot: Spot) => CodePattern | undefined;
