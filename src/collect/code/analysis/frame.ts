import type { Fn, Module } from '../ir.ts';
import type { Val } from './kinds.ts';

/** One run of a function, as far as it is followed. */
export interface Frame {
  m: Module;
  fn: Fn | undefined;
  args: readonly Val[];
  locals: Map<string, Val>;
  /** Where the function was made: its names are seen from inside. */
  around: Frame | undefined;
  depth: number;
  /** Inside a branch that may not be taken. */
  maybe: number;
}
