import type { Module } from '../../ir.ts';

/** A file that answers at a path. */
export interface Route {
  path: string;
  m: Module;
  /** The routes around it, outermost first: their middlewares run before it. */
  around: readonly Module[];
}
