import type { JsonSchema } from '../../contract/operation.ts';
import { isTree, type Tree } from './read-text.ts';
import type { Resolver } from './resolver.ts';

const DEEPEST = 8;
const MOST_PROPERTIES = 200;
/** Schema nodes of one operation. Wide and deep at once is how a small document becomes a large one. */
const MOST_NODES = 3_000;

const NUMBERS = ['minLength', 'maxLength', 'minimum', 'maximum', 'multipleOf', 'minItems', 'maxItems'] as const;
const FLAGS = ['uniqueItems', 'nullable', 'readOnly', 'writeOnly'] as const;
const VALUES = ['const', 'default', 'example'] as const;
const TEXTS = ['format', 'pattern', 'description'] as const;

export interface SchemaReader {
  read(node: unknown): JsonSchema;
}

/** Turns a document's schemas into plain ones: known keywords of the right type, references resolved, cycles cut. */
export const createSchemaReader = (resolver: Resolver): SchemaReader => {
  let nodes = 0;
  const read = (node: unknown, depth: number, above: readonly Tree[]): JsonSchema => {
    if (++nodes > MOST_NODES || depth > DEEPEST) return {};
    const found = resolver.at(node);
    if (found === undefined || above.includes(found)) return {};
    const path = [...above, found];
    const own = plain(found);
    const part = (value: unknown): JsonSchema => read(value, depth + 1, path);
    const several = (value: unknown): JsonSchema[] | undefined =>
      Array.isArray(value) && value.length > 0 ? value.slice(0, 20).map(part) : undefined;
    for (const key of ['oneOf', 'anyOf', 'allOf'] as const) {
      const parts = several(found[key]);
      if (parts !== undefined) own[key] = parts;
    }
    if (found['items'] !== undefined) own.items = part(found['items']);
    const { properties, additionalProperties } = found;
    if (isTree(properties)) {
      own.properties = Object.fromEntries(
        Object.entries(properties)
          .slice(0, MOST_PROPERTIES)
          .map(([name, value]) => [name, part(value)]),
      );
    }
    if (typeof additionalProperties === 'boolean') own.additionalProperties = additionalProperties;
    else if (isTree(additionalProperties)) own.additionalProperties = part(additionalProperties);
    return own;
  };
  return {
    read: (node) => {
      nodes = 0;
      return read(node, 0, []);
    },
  };
};

type Writable = { -readonly [Key in keyof JsonSchema]: JsonSchema[Key] };

const plain = (node: Tree): Writable => {
  const own: Record<string, unknown> = {};
  const { type } = node;
  if (typeof type === 'string') own['type'] = type;
  else if (Array.isArray(type)) own['type'] = type.filter((one) => typeof one === 'string').slice(0, 10);
  for (const key of NUMBERS) if (typeof node[key] === 'number' && Number.isFinite(node[key])) own[key] = node[key];
  for (const key of FLAGS) if (typeof node[key] === 'boolean') own[key] = node[key];
  for (const key of VALUES) if (Object.hasOwn(node, key)) own[key] = node[key];
  for (const key of TEXTS) if (typeof node[key] === 'string') own[key] = node[key].slice(0, 2_000);
  for (const key of ['exclusiveMinimum', 'exclusiveMaximum'] as const) {
    if (typeof node[key] === 'number' || typeof node[key] === 'boolean') own[key] = node[key];
  }
  if (Array.isArray(node['enum'])) own['enum'] = node['enum'].slice(0, 200);
  if (Array.isArray(node['examples'])) own['examples'] = node['examples'].slice(0, 5);
  if (Array.isArray(node['required'])) {
    own['required'] = node['required'].filter((name) => typeof name === 'string').slice(0, MOST_PROPERTIES);
  }
  return own;
};
