import { bare, memberName, nameOf, nodeAt, nodesAt, propertyOf, type Node } from './nodes.ts';
import type { Place } from './scope.ts';

/** Something that only the run knows, inside a text: \u0001name\u0002. */
export const hole = (name: string): string => `\u0001${name.replaceAll(/[^\w]/g, '')}\u0002`;
export const HOLE = /\u0001(\w*)\u0002/g;

const DEEPEST = 12;
const LONGEST = 2_000;

/** The text of an expression, with holes; undefined when it is no text at all. */
export const textOf = (node: Node | undefined, place: Place, depth = 0): string | undefined => {
  const text = evaluated(bare(node), place, depth);
  return text !== undefined && text.length > LONGEST ? undefined : text;
};

const evaluated = (node: Node | undefined, place: Place, depth: number): string | undefined => {
  if (node === undefined || depth > DEEPEST) return undefined;
  const below = (child: Node | undefined): string | undefined => textOf(child, place, depth + 1);
  const part = (child: Node | undefined): string => below(child) ?? hole(nameFor(bare(child)));
  switch (node.type) {
    case 'Literal': {
      const { value } = node;
      return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
    }
    case 'TemplateLiteral': {
      const texts = nodesAt(node, 'quasis').map(
        (quasi) => (quasi['value'] as { cooked?: string | null } | undefined)?.cooked ?? '',
      );
      const parts = nodesAt(node, 'expressions').map(part);
      return texts.map((text, index) => text + (parts[index] ?? '')).join('');
    }
    case 'BinaryExpression':
      return node['operator'] === '+' ? sum(node, part) : undefined;
    case 'ConditionalExpression':
      return below(nodeAt(node, 'consequent')) ?? below(nodeAt(node, 'alternate'));
    case 'LogicalExpression':
      return below(nodeAt(node, 'right')) ?? below(nodeAt(node, 'left'));
    case 'Identifier': {
      const name = nameOf(node) ?? '';
      const found = place.scope.find(name);
      if (found?.value == null) return hole(name);
      return textOf(found.value, { ...place, scope: found.scope }, depth + 1) ?? hole(name);
    }
    case 'MemberExpression':
      return memberText(node, place, depth) ?? hole(nameFor(node));
    case 'CallExpression':
      return callText(node, place, depth);
    case 'NewExpression':
      return nameOf(nodeAt(node, 'callee')) === 'URL' ? part(nodesAt(node, 'arguments')[0]) : undefined;
    default:
      return undefined;
  }
};

/** `a + "/b" + c` is as long as it is: flat, not deep. */
const sum = (node: Node, part: (child: Node | undefined) => string): string => {
  const parts: string[] = [];
  let now: Node | undefined = node;
  for (let count = 0; count < 60 && now?.type === 'BinaryExpression' && now['operator'] === '+'; count++) {
    parts.unshift(part(nodeAt(now, 'right')));
    now = bare(nodeAt(now, 'left'));
  }
  return part(now) + parts.join('');
};

const memberText = (node: Node, place: Place, depth: number): string | undefined => {
  const name = memberName(node);
  const object = bare(nodeAt(node, 'object'));
  if (name === undefined || object === undefined) return undefined;
  if (object.type === 'ThisExpression') {
    const value = place.members.get(name);
    return value === undefined ? undefined : textOf(value, place, depth + 1);
  }
  // `URLS.orders` where URLS is an object literal.
  const literal = objectOf(object, place, depth + 1);
  return literal === undefined ? undefined : textOf(propertyOf(literal, name), place, depth + 1);
};

/** The object literal that an expression stands for. */
export const objectOf = (node: Node | undefined, place: Place, depth = 0): Node | undefined => {
  const now = bare(node);
  if (now === undefined || depth > DEEPEST) return undefined;
  if (now.type === 'ObjectExpression') return now;
  if (now.type === 'CallExpression' && memberName(nodeAt(now, 'callee')) === 'freeze')
    return objectOf(nodesAt(now, 'arguments')[0], place, depth + 1);
  if (now.type === 'MemberExpression') {
    const outer = objectOf(nodeAt(now, 'object'), place, depth + 1);
    return outer === undefined ? undefined : objectOf(propertyOf(outer, memberName(now) ?? ''), place, depth + 1);
  }
  const found = now.type === 'Identifier' ? place.scope.find(nameOf(now) ?? '') : undefined;
  return found?.value == null ? undefined : objectOf(found.value, { ...place, scope: found.scope }, depth + 1);
};

const callText = (node: Node, place: Place, depth: number): string | undefined => {
  const callee = bare(nodeAt(node, 'callee'));
  const [first, ...rest] = nodesAt(node, 'arguments');
  const name = nameOf(callee);
  if (name === 'encodeURIComponent' || name === 'String' || name === 'encodeURI') {
    return textOf(first, place, depth + 1) ?? hole(nameFor(bare(first)));
  }
  const method = memberName(callee);
  if (method === 'toString' || method === 'trim') return textOf(nodeAt(callee, 'object'), place, depth + 1);
  if (method !== 'concat') return undefined;
  const head = textOf(nodeAt(callee, 'object'), place, depth + 1);
  if (head === undefined) return undefined;
  return [first, ...rest].reduce(
    (text, one) => text + (textOf(one, place, depth + 1) ?? hole(nameFor(bare(one)))),
    head,
  );
};

/** A name for what an expression gives: the last word of it. */
const nameFor = (node: Node | undefined): string => {
  if (node === undefined) return '';
  if (node.type === 'CallExpression') return nameFor(bare(nodesAt(node, 'arguments')[0] ?? nodeAt(node, 'callee')));
  return memberName(node) ?? nameOf(node) ?? '';
};
