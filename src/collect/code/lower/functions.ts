import type { Fn, Stmt } from '../ir.ts';
import { lineAt, type Lowering } from './context.ts';
import { nodeOf, nodesOf, type Node } from './node.ts';
import { directivesOf } from './statements.ts';

interface Given {
  name?: string | undefined;
  /** The class whose method it is. */
  of?: number;
}

/** Lowers a function and gives its index. */
export const lowerFunction = (to: Lowering, node: Node, { name, of }: Given = {}): number => {
  const id = to.fns.length;
  const parent = to.around.at(-1);
  const own = nodeOf(node['id']);
  const called = own === undefined ? name : String(own['name']);
  const head = {
    id,
    ...(called === undefined ? {} : { name: called }),
    async: node['async'] === true,
    at: lineAt(to, node),
    end: to.lineOf(node.end),
    ...(parent === undefined ? {} : { parent }),
    ...(of === undefined ? {} : { of }),
  };
  // Its place is taken first: functions inside come after it.
  to.fns.push({ ...head, params: [], body: [] });
  to.around.push(id);
  const params = nodesOf(node['params']).map((param) => to.param(param));
  const body = bodyOf(to, nodeOf(node['body']));
  const directives = directivesOf(nodeOf(node['body']));
  to.around.pop();
  const fn: Fn = { ...head, params, body, ...(directives.length === 0 ? {} : { directives }) };
  to.fns[id] = fn;
  return id;
};

const bodyOf = (to: Lowering, body: Node | undefined): readonly Stmt[] => {
  if (body === undefined) return [];
  if (body.type === 'BlockStatement') return to.statements(nodesOf(body['body']));
  return [{ s: 'return', e: to.expr(body), at: lineAt(to, body) }];
};
