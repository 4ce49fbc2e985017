import type { Param, Pattern } from '../ir.ts';
import type { Lowering } from './context.ts';
import { nameOfKey, typeNameOf } from './names.ts';
import { isNode, nodeOf, type Node } from './node.ts';

export const lowerPattern = (to: Lowering, node: Node | undefined): Pattern => {
  if (node === undefined) return { p: 'id', n: '' };
  const type = typeNameOf(node['typeAnnotation']);
  switch (node.type) {
    case 'Identifier':
      return { p: 'id', n: String(node['name']), ...(type === undefined ? {} : { type }) };
    case 'AssignmentPattern': {
      const left = lowerPattern(to, nodeOf(node['left']));
      const d = to.expr(nodeOf(node['right']));
      return left.p === 'expr' ? left : { ...left, d };
    }
    case 'TSParameterProperty':
      return lowerPattern(to, nodeOf(node['parameter']));
    case 'RestElement':
      return lowerPattern(to, nodeOf(node['argument']));
    case 'ObjectPattern':
      return lowerObjectPattern(to, node, type);
    case 'ArrayPattern':
      return lowerArrayPattern(to, node);
    default:
      return { p: 'expr', e: to.expr(node) };
  }
};

const restName = (node: Node | undefined): string | undefined => {
  const argument = nodeOf(node?.['argument']);
  return argument?.type === 'Identifier' ? String(argument['name']) : undefined;
};

const lowerObjectPattern = (to: Lowering, node: Node, type: string | undefined): Pattern => {
  const props: { n: string; v: Pattern }[] = [];
  let rest: string | undefined;
  for (const member of list(node['properties'])) {
    if (member?.type === 'RestElement' || member?.type === 'SpreadElement') rest = restName(member);
    else if (member !== undefined)
      props.push({ n: nameOfKey(member) ?? '', v: lowerPattern(to, nodeOf(member['value'])) });
  }
  return { p: 'obj', props, ...(rest === undefined ? {} : { rest }), ...(type === undefined ? {} : { type }) };
};

const lowerArrayPattern = (to: Lowering, node: Node): Pattern => {
  const e: (Pattern | null)[] = [];
  let rest: string | undefined;
  for (const element of list(node['elements'])) {
    if (element?.type === 'RestElement') rest = restName(element);
    else e.push(element === undefined ? null : lowerPattern(to, element));
  }
  return { p: 'arr', e, ...(rest === undefined ? {} : { rest }) };
};

/** With its holes. */
const list = (value: unknown): (Node | undefined)[] =>
  Array.isArray(value) ? value.map((one) => (isNode(one) ? one : undefined)) : [];

export const lowerParam = (to: Lowering, node: Node): Param => {
  const inner = node.type === 'TSParameterProperty' ? nodeOf(node['parameter']) : node;
  const target = inner?.type === 'AssignmentPattern' ? nodeOf(inner['left']) : inner;
  const type = typeNameOf(target?.['typeAnnotation']);
  const decorators = to.decorators(node['decorators'] ?? inner?.['decorators']);
  return {
    pat: lowerPattern(to, node),
    ...(type === undefined ? {} : { type }),
    ...(decorators.length === 0 ? {} : { decorators }),
  };
};
