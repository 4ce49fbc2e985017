import type { Member } from '../ir.ts';
import { lineAt, type Lowering } from './context.ts';
import { nameOfKey, typeNameOf } from './names.ts';
import { nodeOf, nodesOf, type Node } from './node.ts';

/** Lowers a class and gives its index. */
export const lowerClass = (to: Lowering, node: Node, given?: string): number => {
  const id = to.classes.length;
  const own = nodeOf(node['id']);
  const name = own === undefined ? given : String(own['name']);
  const base = nodeOf(node['superClass']);
  const decorators = to.decorators(node['decorators']);
  const head = {
    id,
    ...(name === undefined ? {} : { name }),
    ...(base === undefined ? {} : { extends: to.expr(base) }),
    ...(decorators.length === 0 ? {} : { decorators }),
    at: lineAt(to, node),
  };
  to.classes.push({ ...head, members: [] });
  const members = nodesOf(nodeOf(node['body'])?.['body']).flatMap((member) => lowerMember(to, member, id));
  to.classes[id] = { ...head, members };
  return id;
};

const lowerMember = (to: Lowering, node: Node, of: number): Member[] => {
  const name = nameOfKey(node) ?? '';
  const decorators = to.decorators(node['decorators']);
  const shared = {
    name,
    static: node['static'] === true,
    at: lineAt(to, node),
    ...(decorators.length === 0 ? {} : { decorators }),
  };
  if (/^(?:MethodDefinition|TSAbstractMethodDefinition)$/.test(node.type)) {
    const value = nodeOf(node['value']);
    const said = node['kind'];
    const kind = said === 'get' || said === 'set' || said === 'constructor' ? said : 'method';
    return [{ ...shared, kind, ...(value === undefined ? {} : { fn: to.fn(value, { name, of }) }) }];
  }
  if (!/^(?:PropertyDefinition|AccessorProperty|TSAbstractPropertyDefinition)$/.test(node.type)) return [];
  const value = nodeOf(node['value']);
  const type = typeNameOf(node['typeAnnotation']);
  const isFunction = value !== undefined && /^(?:ArrowFunctionExpression|FunctionExpression)$/.test(value.type);
  return [
    {
      ...shared,
      kind: 'property',
      ...(isFunction ? { fn: to.fn(value, { name, of }) } : {}),
      ...(value === undefined || isFunction ? {} : { value: to.expr(value, name) }),
      ...(type === undefined ? {} : { type }),
    },
  ];
};
