import { failure, success, type Result } from './result.ts';
import { isObject, type Shape } from './shape.ts';

/** Longest document that is read, in characters. */
const LONGEST = 256 * 1024 * 1024;

/**
 * Reads a JSON document of a known kind: `schema` begins with `<kind>@<major>`, members have the given shape.
 * `what` names the document in errors, e.g. `a baseline`.
 */
export const readJson = (
  source: string,
  what: string,
  kind: string,
  major: number,
  shape: Shape,
): Result<Record<string, unknown>> => {
  if (source.length > LONGEST) return failure(`This is too long to be ${what}.`);
  let value: unknown;
  try {
    value = JSON.parse(source.replace(/^\uFEFF/, ''));
  } catch {
    return failure(`This is not ${what}: it is not valid JSON.`);
  }
  const schema = isObject(value) && typeof value['schema'] === 'string' ? value['schema'] : null;
  if (schema === null || !isObject(value)) return failure(`This is not ${what}: it has no schema member.`);
  const [name, version = ''] = schema.split('@');
  if (name !== kind)
    return failure(`This is not ${what}: its schema is ${JSON.stringify(schema.slice(0, 80))}, not ${kind}.`);
  if (!new RegExp(`^${major}(\\.\\d+)?$`).test(version)) {
    return failure(`This version reads ${kind}@${major}; the file has ${JSON.stringify(schema.slice(0, 80))}.`);
  }
  const wrong = shape(value, '');
  return wrong === null ? success(value) : failure(`This is not a valid ${kind} document: ${wrong}.`);
};
