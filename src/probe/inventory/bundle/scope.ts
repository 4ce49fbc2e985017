import { isFunction, isNode, memberName, nameOf, nodeAt, nodesAt, type Node } from './nodes.ts';

/** What names stand for: an initial value, a function, or null for what only the run knows. */
export class Scope {
  readonly names = new Map<string, Node | null>();
  readonly parent: Scope | undefined;
  /** The function whose scope it is, and its parameters' names by place. */
  readonly owner: Node | undefined;
  readonly parameters: readonly (string | undefined)[];

  constructor(parent: Scope | undefined, owner: Node | undefined, parameters: readonly (string | undefined)[] = []) {
    this.parent = parent;
    this.owner = owner;
    this.parameters = parameters;
    for (const name of parameters) if (name !== undefined) this.names.set(name, null);
  }

  /** Undefined when it is declared nowhere. */
  find(name: string): { value: Node | null; scope: Scope } | undefined {
    const value = this.names.get(name);
    return value === undefined ? this.parent?.find(name) : { value, scope: this };
  }
}

/** `this.x` of a class, by name. */
export type Members = ReadonlyMap<string, Node>;

export interface Place {
  node: Node;
  scope: Scope;
  members: Members;
}

/** Bundles of this many nodes are read to here. */
const MOST_NODES = 3_000_000;

/** Visits every node with the scope it stands in. Without recursion: minified code nests deeply. */
export const visit = (program: Node, see: (place: Place) => void): void => {
  const root = new Scope(undefined, undefined);
  declare(program, root);
  const stack: Place[] = [{ node: program, scope: root, members: new Map() }];
  for (let seen = 0; seen < MOST_NODES; seen++) {
    const place = stack.pop();
    if (place === undefined) return;
    see(place);
    const { node } = place;
    let { scope, members } = place;
    if (isFunction(node)) {
      scope = new Scope(scope, node, nodesAt(node, 'params').map(parameterOf));
      const body = nodeAt(node, 'body');
      if (body !== undefined) declare(body, scope);
    } else if (node.type === 'ClassBody') members = membersOf(node);
    for (const child of childrenOf(node)) stack.push({ node: child, scope, members });
  }
};

const parameterOf = (node: Node): string | undefined => {
  if (node.type === 'AssignmentPattern') return nameOf(nodeAt(node, 'left'));
  if (node.type === 'TSParameterProperty') return nameOf(nodeAt(node, 'parameter'));
  return nameOf(node);
};

export const childrenOf = (node: Node): Node[] => {
  const children: Node[] = [];
  for (const key in node) {
    const value = node[key];
    if (Array.isArray(value)) {
      for (const one of value) if (isNode(one)) children.push(one);
    } else if (isNode(value)) children.push(value);
  }
  return children;
};

/** Names declared in a function's body, functions below it not entered. */
const declare = (body: Node, { names }: Scope): void => {
  const set = (name: string | undefined, value: Node | null): void => {
    if (name !== undefined) names.set(name, names.has(name) ? null : value);
  };
  const stack = [body];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === 'VariableDeclarator') {
      const id = nodeAt(node, 'id');
      if (id?.type === 'Identifier') set(nameOf(id), nodeAt(node, 'init') ?? null);
    } else if (node.type === 'FunctionDeclaration') set(nameOf(nodeAt(node, 'id')), node);
    if (node !== body && (isFunction(node) || node.type === 'ClassBody')) continue;
    stack.push(...childrenOf(node));
  }
};

/** Fields of a class, and what its constructor sets. */
const membersOf = (body: Node): Members => {
  const members = new Map<string, Node>();
  const stack = nodesAt(body, 'body');
  for (let node = stack.pop(), seen = 0; node !== undefined && seen < 50_000; node = stack.pop(), seen++) {
    const value = nodeAt(node, node.type === 'AssignmentExpression' ? 'right' : 'value');
    const left = nodeAt(node, 'left');
    const isThis = nodeAt(left, 'object')?.type === 'ThisExpression';
    const name =
      node.type === 'PropertyDefinition' ? nameOf(nodeAt(node, 'key')) : isThis ? memberName(left) : undefined;
    if (name !== undefined && value !== undefined && !members.has(name)) members.set(name, value);
    if (node.type !== 'ClassBody') stack.push(...childrenOf(node));
  }
  return members;
};
