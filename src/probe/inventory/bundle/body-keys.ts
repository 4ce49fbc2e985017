import type { JsonSchema, RequestBody } from '../../contract/operation.ts';
import { bare, memberName, nameOf, nodeAt, nodesAt, type Node } from './nodes.ts';
import { objectOf, textOf, HOLE } from './evaluate.ts';
import type { Place } from './scope.ts';

/** The body of a call, by the keys that can be seen. */
export const bodyOfNode = (node: Node | undefined, place: Place): RequestBody | undefined => {
  let now = bare(node);
  if (now === undefined || (now.type === 'Literal' && now['value'] == null)) return undefined;
  if (now.type === 'CallExpression' && memberName(nodeAt(now, 'callee')) === 'stringify')
    now = bare(nodesAt(now, 'arguments')[0]);
  const made =
    now?.type === 'Identifier' ? (bare(place.scope.find(nameOf(now) ?? '')?.value ?? undefined) ?? now) : now;
  if (made?.type === 'NewExpression') {
    const name = nameOf(nodeAt(made, 'callee'));
    if (name === 'FormData') return { contentType: 'multipart/form-data', schema: { type: 'object' }, required: true };
    if (name === 'URLSearchParams') {
      const fields = objectOf(nodesAt(made, 'arguments')[0], place);
      return { contentType: 'application/x-www-form-urlencoded', schema: objectSchema(fields, place), required: true };
    }
  }
  if (made?.type === 'ConditionalExpression')
    return bodyOfNode(nodeAt(made, 'consequent'), place) ?? bodyOfNode(nodeAt(made, 'alternate'), place);
  return { contentType: 'application/json', schema: objectSchema(objectOf(now, place), place), required: true };
};

const objectSchema = (node: Node | undefined, place: Place, depth = 0): JsonSchema => {
  if (node === undefined || depth > 4) return {};
  const properties: Record<string, JsonSchema> = {};
  for (const property of nodesAt(node, 'properties').slice(0, 100)) {
    const name = nameOf(nodeAt(property, 'key'));
    if (property.type === 'Property' && name !== undefined)
      properties[name] = valueSchema(bare(nodeAt(property, 'value')), place, depth);
  }
  return Object.keys(properties).length === 0 ? {} : { type: 'object', properties };
};

const valueSchema = (node: Node | undefined, place: Place, depth: number): JsonSchema => {
  switch (node?.type) {
    case 'Literal': {
      const { value } = node;
      if (typeof value === 'string') return { type: 'string', example: value.slice(0, 200) };
      if (typeof value === 'number') return { type: Number.isInteger(value) ? 'integer' : 'number', example: value };
      return typeof value === 'boolean' ? { type: 'boolean' } : {};
    }
    case 'TemplateLiteral': {
      const text = textOf(node, place) ?? '';
      return { type: 'string', ...(text === '' || text.search(HOLE) !== -1 ? {} : { example: text }) };
    }
    case 'ArrayExpression':
      return { type: 'array', items: valueSchema(bare(nodesAt(node, 'elements')[0]), place, depth + 1) };
    case 'ObjectExpression':
      return { type: 'object', ...objectSchema(node, place, depth + 1) };
    default:
      return {};
  }
};
