import { nodeOf, type Node } from './node.ts';

/** The text of a member of a node; empty for what is none. */
export const wordOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

/** Name of a member, where it stands there as such: `a`, `'a'`, `1`, `['a']`. */
export const nameOfKey = (member: Node): string | undefined => {
  const key = nodeOf(member['key']);
  if (key === undefined) return undefined;
  if (key.type === 'Identifier' && member['computed'] !== true) return String(key['name']);
  if (key.type === 'PrivateIdentifier' || key.type === 'PrivateName') return `#${wordOf(key['name'])}`;
  const value = key['value'];
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  return undefined;
};

/** `OrdersService` of `: OrdersService`, `Request` of `: express.Request<…>`; undefined for what is no single name. */
export const typeNameOf = (annotation: unknown): string | undefined => {
  const outer = nodeOf(annotation);
  const type = outer?.type === 'TSTypeAnnotation' ? nodeOf(outer['typeAnnotation']) : outer;
  if (type?.type !== 'TSTypeReference') return undefined;
  const name = nodeOf(type['typeName']);
  if (name?.type === 'Identifier') return String(name['name']);
  const right = nodeOf(name?.['right']);
  return right?.type === 'Identifier' ? String(right['name']) : undefined;
};
