import { randomUUID } from 'node:crypto';
import type { Operation } from '../contract/operation.ts';
import type { Body } from '../contract/send.ts';
import { matchesPattern } from '../values/safe-test.ts';

/** A PNG of one pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

/** The address of an operation with its path parameters filled; undefined when one is missing. Required query parameters come from what was seen. */
export const addressFor = (
  { origin, path, parameters }: Operation,
  values: Readonly<Record<string, string>>,
): string | undefined => {
  let isWhole = true;
  const filled = path.replaceAll(/\{([^{}]+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined || value === '' || value === '.' || value === '..') isWhole = false;
    return encodeURIComponent(value ?? '');
  });
  if (!isWhole || !URL.canParse(filled, origin)) return undefined;
  const url = new URL(filled, origin);
  if (url.origin !== new URL(origin).origin) return undefined;
  for (const { name, in: place, required, seen, schema } of parameters) {
    if (place !== 'query' || !required) continue;
    const value = seen?.[0] ?? schema.default ?? schema.enum?.[0] ?? (schema.type === 'integer' ? 1 : undefined);
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return undefined;
    url.searchParams.set(name, String(value));
  }
  return url.href;
};

/** Headers that an operation demands; undefined when one of them cannot be made up (a signature). */
export const headersFor = ({ parameters }: Operation): Record<string, string> | undefined => {
  const headers: Record<string, string> = {};
  for (const { name, in: place, required, seen, schema } of parameters) {
    if (place !== 'header') continue;
    const isKey = /idempot|request-?id|correlation|nonce/i.test(name);
    if (!required && !isKey) continue;
    if (/signature|authorization|cookie|csrf|xsrf/i.test(name)) {
      if (/signature/i.test(name)) return undefined;
      continue;
    }
    const value = isKey
      ? keyFor(schema.pattern, schema.maxLength)
      : (seen?.[0] ?? schema.default ?? schema.enum?.[0] ?? 'launch-ready');
    headers[name.toLowerCase()] = (typeof value === 'string' ? value : JSON.stringify(value))
      .replaceAll(/[^\x20-\x7e]/g, '')
      .slice(0, 200);
  }
  return headers;
};

const keyFor = (pattern: string | undefined, maxLength = 100): string => {
  const uuid = randomUUID();
  const plain = uuid.replaceAll('-', '');
  return (
    [uuid, plain].find((key) => key.length <= maxLength && (pattern === undefined || matchesPattern(pattern, key))) ??
    plain.slice(0, maxLength)
  );
};

/** A body as the operation wants it: JSON, a form, or a small file. */
export const bodyFor = ({ body }: Operation, value: unknown): Body | undefined => {
  if (body === undefined) return undefined;
  const type = body.contentType.toLowerCase();
  const texts = (): Record<string, string> =>
    Object.fromEntries(
      Object.entries(typeof value === 'object' && value !== null ? value : {}).map(([name, one]) => [
        name,
        typeof one === 'object' ? JSON.stringify(one) : String(one),
      ]),
    );
  if (type.includes('multipart')) {
    const file = Object.entries(body.schema.properties ?? {}).find(
      ([name, { format, items }]) =>
        /^(?:binary|byte)$/.test(format ?? items?.format ?? '') ||
        /^(?:file|photo|image|avatar|picture|upload|attachment|document)s?$/i.test(name),
    )?.[0];
    const { [file ?? 'file']: _file, ...fields } = texts();
    return {
      file: { field: file ?? 'file', name: 'launch-ready.png', contentType: 'image/png', content: PIXEL },
      fields,
    };
  }
  if (type.includes('urlencoded')) return { form: texts() };
  if (/^image\/|octet-stream/.test(type))
    return { raw: PIXEL, contentType: type.startsWith('image/') && !type.includes('*') ? type : 'image/png' };
  return value === undefined ? undefined : { json: value };
};
