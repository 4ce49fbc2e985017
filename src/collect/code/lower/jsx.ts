import type { Expr, Prop } from '../ir.ts';
import { lineAt, type Lowering } from './context.ts';
import { nodeOf, nodesOf, type Node } from './node.ts';

/** Elements keep their name, their attributes and the values inside; texts are only drawn. */
export const lowerJsx = (to: Lowering, node: Node): Expr => {
  const opening = nodeOf(node['openingElement']);
  return {
    k: 'jsx',
    n: nameOf(nodeOf(opening?.['name'])),
    props: nodesOf(opening?.['attributes']).map((attribute) => attributeOf(to, attribute)),
    c: nodesOf(node['children']).flatMap((child) => childOf(to, child)),
    at: lineAt(to, node),
  };
};

const nameOf = (name: Node | undefined): string => {
  if (name === undefined) return '';
  if (name.type === 'JSXMemberExpression')
    return `${nameOf(nodeOf(name['object']))}.${nameOf(nodeOf(name['property']))}`;
  return typeof name['name'] === 'string' ? name['name'] : nameOf(nodeOf(name['name']));
};

const attributeOf = (to: Lowering, node: Node): Prop => {
  if (node.type === 'JSXSpreadAttribute') return { v: to.expr(nodeOf(node['argument'])) };
  const n = nameOf(nodeOf(node['name']));
  const value = nodeOf(node['value']);
  if (value === undefined) return { n, v: { k: 'lit', v: true, at: lineAt(to, node) } };
  return { n, v: to.expr(value.type === 'JSXExpressionContainer' ? nodeOf(value['expression']) : value, n) };
};

const childOf = (to: Lowering, child: Node): Expr[] => {
  if (child.type === 'JSXElement' || child.type === 'JSXFragment') {
    const lowered = to.expr(child);
    // What holds nothing of interest is not kept; a component may read data by itself.
    return lowered.k === 'jsx' && lowered.props.length === 0 && lowered.c.length === 0 && !/^[A-Z]/.test(lowered.n)
      ? []
      : [lowered];
  }
  const expression = nodeOf(child['expression']);
  return expression === undefined || expression.type === 'JSXEmptyExpression' ? [] : [to.expr(expression)];
};
