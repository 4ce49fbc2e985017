import type { Expression, ObjectProperty, ObjectPropertyKind, PropertyKey as KeyNode } from 'oxc-parser';
import { type Literal, SourceError } from './literal.ts';

type Parts = Map<string | number, { keyStart: number; literal: Literal }>;

const leaf = (value: unknown, start: number): Literal => ({ value, start, parts: new Map() });

/** Reads an expression as data. Throws SourceError at the first thing that would have to be run to have a value. */
export const evaluate = (node: Expression): Literal => {
  switch (node.type) {
    case 'ParenthesizedExpression':
    case 'TSSatisfiesExpression':
    case 'TSAsExpression':
      return evaluate(node.expression);
    case 'Literal':
      if ('regex' in node || 'bigint' in node)
        throw new SourceError('only text, numbers, true, false and null may stand here', node.start);
      return leaf(node.value, node.start);
    case 'TemplateLiteral': {
      const [inserted] = node.expressions;
      if (inserted !== undefined) throw new SourceError('a text may not have ${…} in it', inserted.start);
      return leaf(node.quasis[0]?.value.cooked ?? '', node.start);
    }
    case 'UnaryExpression': {
      const inner = evaluate(node.argument);
      if ((node.operator !== '-' && node.operator !== '+') || typeof inner.value !== 'number') break;
      return leaf(node.operator === '-' ? -inner.value : inner.value, node.start);
    }
    case 'ArrayExpression':
      return arrayOf(node);
    case 'ObjectExpression':
      return objectOf(node);
    default:
  }
  throw new SourceError(`${WORDS[node.type] ?? 'an expression'} may not stand here`, node.start);
};

const WORDS: Readonly<Record<string, string>> = {
  Identifier: 'a variable',
  CallExpression: 'a call',
  MemberExpression: 'a property of something else',
  NewExpression: 'a call',
  ArrowFunctionExpression: 'a function',
  FunctionExpression: 'a function',
  ConditionalExpression: 'a condition',
  BinaryExpression: 'a calculation',
  LogicalExpression: 'a calculation',
  AwaitExpression: 'await',
  ImportExpression: 'an import',
};

const arrayOf = (node: Extract<Expression, { type: 'ArrayExpression' }>): Literal => {
  const parts: Parts = new Map();
  const value = node.elements.map((element, index) => {
    if (element === null) throw new SourceError('an item is missing between two commas', node.start);
    if (element.type === 'SpreadElement') throw new SourceError('a spread (…) may not stand here', element.start);
    const literal = evaluate(element);
    parts.set(index, { keyStart: element.start, literal });
    return literal.value;
  });
  return { value, start: node.start, parts };
};

const objectOf = (node: Extract<Expression, { type: 'ObjectExpression' }>): Literal => {
  const parts: Parts = new Map();
  for (const member of node.properties) {
    const property = plainProperty(member);
    const key = keyOf(property.key);
    if (parts.has(key)) throw new SourceError(`the key ${JSON.stringify(key)} stands here twice`, property.start);
    parts.set(key, { keyStart: property.start, literal: evaluate(property.value) });
  }
  const value = Object.fromEntries([...parts].map(([key, part]) => [key, part.literal.value]));
  return { value, start: node.start, parts };
};

const plainProperty = (member: ObjectPropertyKind): ObjectProperty => {
  if (member.type === 'SpreadElement') throw new SourceError('a spread (…) may not stand here', member.start);
  if (member.kind !== 'init' || member.method) throw new SourceError('a function may not stand here', member.start);
  if (member.computed) throw new SourceError('a computed key may not stand here', member.start);
  if (member.shorthand) throw new SourceError('a variable may not stand here', member.start);
  return member;
};

const keyOf = (key: KeyNode): string => {
  const name = key.type === 'Identifier' ? key.name : key.type === 'Literal' ? String(key.value) : null;
  if (name === null || name === '__proto__') throw new SourceError('this key may not stand here', key.start);
  return name.slice(0, 1000);
};
