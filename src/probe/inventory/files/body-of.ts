import type { JsonSchema, RequestBody } from '../../contract/operation.ts';
import { schemaOfText, schemaOfValue } from '../draft.ts';

/** A body that was seen as text. */
export const bodyOfText = (text: string, contentType: string): RequestBody | undefined => {
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (/json$/.test(type) || (type === '' && /^\s*[[{]/.test(text))) {
    try {
      const seen: unknown = JSON.parse(text);
      return { contentType: type || 'application/json', schema: schemaOfValue(seen), required: true, seen };
    } catch {
      return { contentType: type || 'application/json', schema: {}, required: true };
    }
  }
  if (type === 'application/x-www-form-urlencoded') return bodyOfFields([...new URLSearchParams(text)], type);
  return type === '' ? undefined : { contentType: type, schema: {}, required: true };
};

export const bodyOfFields = (
  fields: Iterable<readonly [name: string, value: string | null]>,
  contentType: string,
): RequestBody => {
  const properties: Record<string, JsonSchema> = {};
  const seen: Record<string, string> = {};
  for (const [name, value] of [...fields].slice(0, 200)) {
    // Null is a file.
    properties[name] =
      value === null ? { type: 'string', format: 'binary' } : { ...schemaOfText(value), type: 'string' };
    if (value !== null) seen[name] = value.slice(0, 10_000);
  }
  return { contentType, schema: { type: 'object', properties }, required: true, seen };
};
