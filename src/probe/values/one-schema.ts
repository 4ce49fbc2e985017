import type { JsonSchema } from '../contract/operation.ts';
import { wordsOf } from './names.ts';

/** One schema of several: all of `allOf`, the first of `oneOf` and `anyOf` that is not null. Bounded. */
export const mergedSchema = (schema: JsonSchema, depth = 0): JsonSchema => {
  if (depth > 5) return schema;
  const choice = [schema.oneOf, schema.anyOf].flatMap((list) => {
    const one = (list ?? []).slice(0, 20).find((part) => !isNull(part));
    return one === undefined ? [] : [one];
  });
  const parts = [...(schema.allOf ?? []).slice(0, 20), ...choice];
  if (parts.length === 0) return schema;
  const { allOf: _all, oneOf: _one, anyOf: _any, ...rest } = schema;
  return parts.map((part) => mergedSchema(part, depth + 1)).reduce(joined, rest);
};

const isNull = ({ type, const: only, enum: choices }: JsonSchema): boolean =>
  type === 'null' || only === null || (choices?.length === 1 && choices[0] === null);

const joined = (a: JsonSchema, b: JsonSchema): JsonSchema => {
  const required = [...(a.required ?? []), ...(b.required ?? [])];
  const properties = { ...a.properties, ...b.properties };
  return {
    ...b,
    ...a,
    ...(Object.keys(properties).length === 0 ? {} : { properties }),
    ...(a.required === undefined && b.required === undefined ? {} : { required }),
  };
};

/** The type of a value; guessed by the name where the schema does not say. */
export const typeOf = (schema: JsonSchema, name: string): string => {
  const { type } = schema;
  if (typeof type === 'string') return type;
  const given = Array.isArray(type) ? (type as readonly string[]).find((one) => one !== 'null') : undefined;
  if (given !== undefined) return given;
  if (schema.properties !== undefined) return 'object';
  if (schema.items !== undefined) return 'array';
  if (schema.format !== undefined || schema.pattern !== undefined || schema.minLength !== undefined) return 'string';
  if (schema.minimum !== undefined || schema.maximum !== undefined || schema.multipleOf !== undefined) return 'number';
  const own = wordsOf(name).join(' ');
  if (/(?:^| )(?:price|amount|quantity|qty|stock|rating|stars|percent|cents|total|weight|width|height)$/.test(own))
    return 'number';
  return /^(?:is|has|can|accept|agree) /.test(own) ? 'boolean' : 'string';
};
