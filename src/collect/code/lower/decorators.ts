import type { Decorator } from '../ir.ts';
import { lineAt, type Lowering } from './context.ts';
import { nodeOf, nodesOf } from './node.ts';

export const lowerDecorators = (to: Lowering, decorators: unknown): Decorator[] =>
  nodesOf(decorators).map((node) => ({ e: to.expr(nodeOf(node['expression'])), at: lineAt(to, node) }));
