import type { CodePlace, EndpointKind, Framework } from '../../../model/evidence/code.ts';
import type { Expr, Fn, Module } from '../ir.ts';
import type { Program } from '../program/program.ts';

/** Something that runs for a request: a middleware, a wrapper, a hook, the handler. In the order in which they run. */
export interface Step {
  /** As it is written where it is attached. */
  e: Expr;
  m: Module;
  /** The function that it is written in. */
  fn: Fn | undefined;
  by: 'middleware' | 'wrapper' | 'decorator' | 'base' | 'matcher' | 'handler';
  /** What the code calls it, where `e` is only its function: the class of a guard. */
  name?: string;
}

/** An expression with where it is written. */
export type PlacedExpr = Pick<Step, 'e' | 'm' | 'fn'>;

/** An endpoint as a framework has it, before anything is asked of its code. */
export interface RawEndpoint {
  framework: Framework;
  kind: EndpointKind;
  /** Upper case; `*` for any. */
  method: string;
  /** Parameters in braces, a rest of the path as `{name}`: `/files/{path}`. */
  path: string;
  m: Module;
  at: number;
  steps: readonly Step[];
  /** What its input is checked against, where that stands beside the handler: `.input(schema)`. */
  schemas?: readonly PlacedExpr[];
  /** Checks of the platform before any of its code runs. */
  platform?: readonly PlatformCheck[];
  confidence: 'certain' | 'likely';
  unresolved: readonly string[];
}

export interface PlatformCheck {
  /**
   * `verify_jwt`: Supabase answers 401 without a token that it signed. The public anon key is one, so this alone tells no user from another.
   */
  name: 'verify_jwt';
  at: CodePlace;
  /** Written down; otherwise it is the platform's default. */
  certain: boolean;
}

/** What an extractor could not make out: a route of a computed path, a router from somewhere else. */
export interface Unresolved {
  what: string;
  m: Module;
  at: number;
}

export interface Extracted {
  endpoints: readonly RawEndpoint[];
  unresolved: readonly Unresolved[];
}

/** Finds the endpoints of one framework. Pure; looks at the program only. */
export type Extractor = (program: Program) => Extracted;
