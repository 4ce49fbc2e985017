import { schemaOfValue } from '../inventory/draft.ts';
import type { JsonSchema } from '../contract/operation.ts';
import { mergedSchema } from '../values/one-schema.ts';
import { classOf } from '../values/names.ts';

/** Nothing is known of a body but that it is JSON: client code handed on what it was given. */
export const isShapeless = (schema: JsonSchema): boolean => {
  const { type, properties, items, enum: choices, default: usual, example } = mergedSchema(schema);
  return [type, properties, items, choices, usual, example].every((one) => one === undefined);
};

export const NO_MEMBERS: JsonSchema = { type: 'object', properties: {} };

const MOST = 40;

/** What may be sent, by what the app shows of a thing that was made of nothing: its members but those that the server sets. */
export const shapeOfShown = (shown: Readonly<Record<string, unknown>>): JsonSchema | undefined => {
  const members = Object.entries(shown)
    .filter(([name, value]) => {
      const isOwn = /^_{0,2}(?:id|uuid|v|type|status|state|version|slug)$/i.test(name) || /(?:_id|Id|ID)$/.test(name);
      return !isOwn && !/(?:_at|At|_on)$/.test(name) && classOf(name, []) !== 'server' && !isNested(value);
    })
    .slice(0, MOST)
    .map(([name, value]) => [name, value === null ? {} : schemaOfValue(value)] as const);
  return members.length === 0 ? undefined : { type: 'object', properties: Object.fromEntries(members) };
};

const isNested = (value: unknown): boolean => typeof value === 'object' && value !== null;
