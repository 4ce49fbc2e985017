import { harmlessChange } from '../access/bodies.ts';
import { isObject } from '../access/json.ts';
import type { JsonSchema } from '../contract/operation.ts';

/**
 * For bodies that wrap the thing as answers do, `{ article: { … } }`: one harmless member changed inside, and of the rest what must be sent, as it
 * is. A title that changed too would move the address of the thing. Undefined where it is not wrapped so, or something is missing.
 */
export const wrappedChange = (
  members: Readonly<Record<string, JsonSchema>>,
  now: unknown,
): Record<string, unknown> | undefined => {
  const [[name, schema] = [], ...more] = Object.entries(members);
  const current = name !== undefined && isObject(now) ? now[name] : undefined;
  if (name === undefined || more.length > 0 || schema?.properties === undefined || !isObject(current)) return undefined;
  const change = harmlessChange(schema.properties, current);
  const required = (schema.required ?? []).filter((one) => one !== change?.name);
  if (change === undefined || required.some((one) => current[one] === undefined)) return undefined;
  return { [name]: { ...Object.fromEntries(required.map((one) => [one, current[one]])), [change.name]: change.value } };
};
