import type { Class, Decorator, Expr, Fn, Param, Pattern, Stmt } from '../ir.ts';
import type { Node } from './node.ts';

/** What lowering one file works with. */
export interface Lowering {
  lineOf: (offset: number) => number;
  fns: Fn[];
  classes: Class[];
  /** The functions around the present place, the innermost last. */
  around: number[];
  /** How deep the present expression stands: hostile code nests without end. */
  depth: number;
  /** The parts of the lowering, which need each other. `name` is that of the variable or member that receives a function. */
  expr: (node: Node | undefined, name?: string) => Expr;
  pattern: (node: Node | undefined) => Pattern;
  param: (node: Node) => Param;
  statements: (nodes: readonly Node[]) => Stmt[];
  decorators: (nodes: unknown) => Decorator[];
  jsx: (node: Node) => Expr;
  /** Give the index in `fns`, or in `classes`. */
  fn: (node: Node, given?: { name?: string | undefined; of?: number }) => number;
  cls: (node: Node, name?: string) => number;
}

/** Deeper than people write, and shallow enough for the stack. */
export const MAX_DEPTH = 300;

export const lineAt = ({ lineOf }: Lowering, node: Node): number => lineOf(node.start);
