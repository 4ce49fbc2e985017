import type { Expr, Prop } from '../ir.ts';
import { lineAt, MAX_DEPTH, type Lowering } from './context.ts';
import { nameOfKey, wordOf } from './names.ts';
import { isNode, nodeOf, nodesOf, type Node } from './node.ts';

/** `name` is that of the variable or member that receives it, for functions without one of their own. */
export const lowerExpr = (to: Lowering, node: Node | undefined, name?: string): Expr => {
  if (node === undefined) return { k: 'other', e: [], at: 0 };
  if (to.depth >= MAX_DEPTH) return { k: 'other', e: [], at: lineAt(to, node) };
  to.depth++;
  try {
    return lower(to, node, name);
  } finally {
    to.depth--;
  }
};

const sub = (to: Lowering, node: Node, member: string): Expr => lowerExpr(to, nodeOf(node[member]));
const all = (to: Lowering, nodes: unknown): Expr[] => nodesOf(nodes).map((one) => lowerExpr(to, one));

const lower = (to: Lowering, node: Node, name: string | undefined): Expr => {
  const at = lineAt(to, node);
  switch (node.type) {
    case 'Identifier':
      return { k: 'id', n: String(node['name']), at };
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return { k: 'mem', o: sub(to, node, 'object'), p: propertyOf(to, node), at };
    case 'CallExpression':
    case 'OptionalCallExpression':
      return { k: 'call', f: sub(to, node, 'callee'), a: all(to, node['arguments']), at, end: to.lineOf(node.end) };
    case 'NewExpression':
      return {
        k: 'call',
        f: sub(to, node, 'callee'),
        a: all(to, node['arguments']),
        at,
        end: to.lineOf(node.end),
        isNew: true,
      };
    case 'Literal':
    case 'StringLiteral':
    case 'NumericLiteral':
    case 'BooleanLiteral':
    case 'NullLiteral':
      return literal(node, at);
    case 'TemplateLiteral':
      return { k: 'tpl', texts: textsOf(node), e: all(to, node['expressions']), at };
    case 'TaggedTemplateExpression': {
      const quasi = nodeOf(node['quasi']);
      return {
        k: 'tpl',
        texts: quasi === undefined ? [] : textsOf(quasi),
        e: all(to, quasi?.['expressions']),
        tag: sub(to, node, 'tag'),
        at,
      };
    }
    case 'ObjectExpression':
      return { k: 'obj', props: nodesOf(node['properties']).map((one) => propOf(to, one)), at };
    case 'ArrayExpression':
      return { k: 'arr', e: all(to, node['elements']), at };
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
    case 'FunctionDeclaration':
      return { k: 'fn', id: to.fn(node, { name }), at };
    case 'ClassExpression':
    case 'ClassDeclaration':
      return { k: 'class', id: to.cls(node, name), at };
    case 'AwaitExpression':
      return { k: 'await', e: sub(to, node, 'argument'), at };
    case 'YieldExpression': {
      const argument = nodeOf(node['argument']);
      return { k: 'yield', ...(argument === undefined ? {} : { e: lowerExpr(to, argument) }), at };
    }
    case 'BinaryExpression':
    case 'LogicalExpression':
      return { k: 'bin', op: String(node['operator']), l: sub(to, node, 'left'), r: sub(to, node, 'right'), at };
    case 'UnaryExpression':
    case 'UpdateExpression':
      return { k: 'un', op: String(node['operator']), e: sub(to, node, 'argument'), at };
    case 'ConditionalExpression':
      return {
        k: 'cond',
        t: sub(to, node, 'test'),
        a: sub(to, node, 'consequent'),
        b: sub(to, node, 'alternate'),
        at,
      };
    case 'AssignmentExpression':
      return assignment(to, node, at);
    case 'SpreadElement':
      return { k: 'spread', e: sub(to, node, 'argument'), at };
    case 'SequenceExpression':
      return { k: 'seq', e: all(to, node['expressions']), at };
    case 'ImportExpression':
      return { k: 'import', e: sub(to, node, 'source'), at };
    case 'Import':
      return { k: 'other', e: [], at };
    case 'ThisExpression':
    case 'Super':
      return { k: 'this', at };
    case 'JSXElement':
    case 'JSXFragment':
      return to.jsx(node);
    // Around a value, and nothing to it.
    case 'ParenthesizedExpression':
    case 'ChainExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'TSInstantiationExpression':
    case 'TypeCastExpression':
      return lowerExpr(to, nodeOf(node['expression']), name);
    case 'RegExpLiteral':
      return { k: 'regex', v: wordOf(node['pattern']), at };
    default:
      return { k: 'other', e: [], at };
  }
};

const propertyOf = (to: Lowering, node: Node): string | Expr => {
  const property = nodeOf(node['property']);
  if (property === undefined) return '';
  if (node['computed'] !== true) return `${property.type.startsWith('Private') ? '#' : ''}${String(property['name'])}`;
  const value = property['value'];
  return typeof value === 'string' ? value : lowerExpr(to, property);
};

const literal = (node: Node, at: number): Expr => {
  const { value, regex } = node as unknown as { value: unknown; regex?: { pattern?: unknown } };
  if (regex !== undefined && regex !== null) return { k: 'regex', v: wordOf(regex.pattern), at };
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return { k: 'lit', v: value, at };
  return { k: 'lit', v: null, at };
};

const textsOf = (template: Node): string[] =>
  nodesOf(template['quasis']).map((quasi) => {
    const { cooked, raw } = (quasi['value'] ?? {}) as { cooked?: unknown; raw?: unknown };
    return wordOf(cooked ?? raw);
  });

export const propOf = (to: Lowering, node: Node): Prop => {
  if (node.type === 'SpreadElement') return { v: sub(to, node, 'argument') };
  const named = nameOfKey(node);
  const value = nodeOf(node['value']);
  const n = named ?? lowerExpr(to, nodeOf(node['key']));
  // Babel has methods of objects as nodes of their own.
  if (node.type === 'ObjectMethod')
    return { n, v: { k: 'fn', id: to.fn(node, { name: named }), at: lineAt(to, node) } };
  return { n, v: lowerExpr(to, value, named) };
};

const assignment = (to: Lowering, node: Node, at: number): Expr => {
  const left = nodeOf(node['left']);
  const isPattern = left?.type === 'ObjectPattern' || left?.type === 'ArrayPattern';
  const property = left?.type === 'MemberExpression' ? nodeOf(left['property'])?.['name'] : left?.['name'];
  return {
    k: 'assign',
    op: String(node['operator']),
    l: isPattern ? to.pattern(left) : lowerExpr(to, left),
    r: lowerExpr(to, nodeOf(node['right']), typeof property === 'string' ? property : undefined),
    at,
  };
};

/** For members that may be missing. */
export const exprOf = (to: Lowering, value: unknown): Expr | undefined =>
  isNode(value) ? lowerExpr(to, value) : undefined;
