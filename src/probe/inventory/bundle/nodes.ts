/** A node of the parser's tree, as far as it is looked at here. */
export interface Node {
  type: string;
  [key: string]: unknown;
}

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

export const nodeAt = (node: Node | undefined, key: string): Node | undefined => {
  const value = node?.[key];
  return isNode(value) ? value : undefined;
};

export const nodesAt = (node: Node | undefined, key: string): Node[] => {
  const value = node?.[key];
  return Array.isArray(value) ? value.filter(isNode) : [];
};

export const nameOf = (node: Node | undefined): string | undefined => {
  if (node === undefined) return undefined;
  if (node.type === 'Identifier' || node.type === 'PrivateIdentifier')
    return typeof node['name'] === 'string' ? node['name'] : undefined;
  return node.type === 'Literal' && typeof node['value'] === 'string' ? node['value'] : undefined;
};

/** `a.b` and `a?.b`: the name b. */
export const memberName = (node: Node | undefined): string | undefined =>
  node?.type === 'MemberExpression' && (node['computed'] !== true || nodeAt(node, 'property')?.type === 'Literal')
    ? nameOf(nodeAt(node, 'property'))
    : undefined;

/** Looks through what changes nothing: parentheses, types, await, optional chains. */
export const bare = (node: Node | undefined): Node | undefined => {
  let now = node;
  for (let depth = 0; depth < 1_000; depth++) {
    if (now === undefined) return undefined;
    if (
      /^(?:ParenthesizedExpression|TS(?:As|Satisfies|NonNull|Instantiation)Expression|TSTypeAssertion|ChainExpression)$/.test(
        now.type,
      )
    )
      now = nodeAt(now, 'expression');
    else if (now.type === 'AwaitExpression') now = nodeAt(now, 'argument');
    else if (now.type === 'SequenceExpression') now = nodesAt(now, 'expressions').at(-1);
    else return now;
  }
  return now;
};

/** The value of a property in an object literal. */
export const propertyOf = (node: Node | undefined, ...names: readonly string[]): Node | undefined =>
  node?.type === 'ObjectExpression'
    ? nodeAt(
        nodesAt(node, 'properties').find(
          (one) => one.type === 'Property' && names.includes(nameOf(nodeAt(one, 'key')) ?? ''),
        ),
        'value',
      )
    : undefined;

export const isFunction = (node: Node): boolean =>
  node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression';
