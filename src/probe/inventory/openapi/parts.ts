import type { Operation, Parameter, RequestBody } from '../../contract/operation.ts';
import { isTree, type Tree } from './read-text.ts';
import type { Resolver } from './resolver.ts';
import type { SchemaReader } from './schema.ts';

export interface Reading {
  resolver: Resolver;
  schemas: SchemaReader;
  root: Tree;
}

const PLACES: ReadonlySet<string> = new Set(['path', 'query', 'header', 'cookie']);
/** These are described elsewhere or belong to the session (OpenAPI 3.1, 4.8.12.1). */
const NOT_HEADERS: ReadonlySet<string> = new Set(['accept', 'content-type', 'authorization']);

/** Parameters of an operation: its own win over its path's. Body and form fields of Swagger 2 are left out. */
export const parametersFrom = (lists: readonly unknown[], { resolver, schemas }: Reading): Parameter[] => {
  const all = new Map<string, Parameter>();
  for (const list of lists) {
    for (const item of Array.isArray(list) ? list.slice(0, 200) : []) {
      const node = resolver.at(item);
      const name = node?.['name'];
      const place = node?.['in'];
      if (node === undefined || typeof name !== 'string' || typeof place !== 'string' || !PLACES.has(place)) continue;
      if (place === 'header' && NOT_HEADERS.has(name.toLowerCase())) continue;
      const content = isTree(node['content']) ? resolver.at(Object.values(node['content'])[0]) : undefined;
      const examples = examplesOf(node, resolver).filter(
        (value) => typeof value === 'string' || typeof value === 'number',
      );
      all.set(`${place} ${name}`, {
        name: name.slice(0, 200),
        in: place as Parameter['in'],
        required: place === 'path' || node['required'] === true,
        schema: schemas.read(node['schema'] ?? content?.['schema'] ?? node),
        ...(examples.length === 0 ? {} : { seen: examples.map(String) }),
      });
    }
  }
  return [...all.values()];
};

const examplesOf = (node: Tree, resolver: Resolver): unknown[] => {
  const { example, examples } = node;
  if (example !== undefined) return [example];
  if (!isTree(examples)) return [];
  return Object.values(examples)
    .slice(0, 5)
    .map((one) => resolver.at(one)?.['value'])
    .filter((value) => value !== undefined);
};

/** The media type to speak: JSON before forms before all else. */
const preferred = (content: Tree): string | undefined => {
  const types = Object.keys(content).slice(0, 50);
  const by = (test: RegExp): string | undefined => types.find((type) => test.test(type));
  return by(/^application\/json/i) ?? by(/[+/]json/i) ?? by(/urlencoded/i) ?? by(/^multipart\//i) ?? types[0];
};

export const bodyFrom = (value: unknown, { resolver, schemas }: Reading): RequestBody | undefined => {
  const node = resolver.at(value);
  const content = node?.['content'];
  if (node === undefined || !isTree(content)) return undefined;
  const contentType = preferred(content);
  const media = contentType === undefined ? undefined : resolver.at(content[contentType]);
  if (contentType === undefined || media === undefined) return undefined;
  const [seen] = examplesOf(media, resolver);
  return {
    contentType: contentType.replace('*/*', 'application/json'),
    schema: schemas.read(media['schema']),
    required: node['required'] === true,
    ...(seen === undefined ? {} : { seen }),
  };
};

/** Swagger 2: a body parameter, or form fields together. */
export const bodyFrom2 = (lists: readonly unknown[], consumes: unknown, reading: Reading): RequestBody | undefined => {
  const { resolver, schemas } = reading;
  const nodes = lists
    .flatMap((list) => (Array.isArray(list) ? (list as unknown[]).slice(0, 200) : []))
    .map((item) => resolver.at(item))
    .filter((node) => node !== undefined);
  const types = Array.isArray(consumes) ? consumes.filter((type) => typeof type === 'string') : [];
  const body = nodes.find((node) => node['in'] === 'body');
  if (body !== undefined) {
    const contentType = types.find((type) => /json/i.test(type)) ?? types[0] ?? 'application/json';
    return { contentType, schema: schemas.read(body['schema']), required: body['required'] === true };
  }
  const fields = nodes.filter((node) => node['in'] === 'formData' && typeof node['name'] === 'string');
  if (fields.length === 0) return undefined;
  const hasFile = fields.some((field) => field['type'] === 'file');
  const required = fields.filter((field) => field['required'] === true).map((field) => field['name'] as string);
  return {
    contentType:
      hasFile || types.includes('multipart/form-data') ? 'multipart/form-data' : 'application/x-www-form-urlencoded',
    schema: {
      type: 'object',
      properties: Object.fromEntries(
        fields.map((field) => [
          field['name'] as string,
          field['type'] === 'file'
            ? { type: 'string', format: 'binary' }
            : schemas.read({ ...field, required: undefined }),
        ]),
      ),
      required,
    },
    required: required.length > 0,
  };
};

/** The first answer that means success. */
export const answerFrom = (responses: unknown, produces: unknown, reading: Reading): Operation['answer'] => {
  if (!isTree(responses)) return undefined;
  const codes = Object.keys(responses).filter((code) => /^2(?:\d\d|XX)$/i.test(code));
  const code = codes.sort()[0];
  const node = code === undefined ? undefined : reading.resolver.at(responses[code]);
  if (code === undefined || node === undefined) return undefined;
  const status = /^\d+$/.test(code) ? Number(code) : 200;
  if (isTree(node['content'])) {
    const contentType = preferred(node['content']);
    const media = contentType === undefined ? undefined : reading.resolver.at(node['content'][contentType]);
    if (contentType === undefined || media === undefined) return { status };
    return { status, contentType, schema: reading.schemas.read(media['schema']) };
  }
  if (node['schema'] === undefined) return { status };
  const type = Array.isArray(produces) && typeof produces[0] === 'string' ? produces[0] : 'application/json';
  return { status, contentType: type, schema: reading.schemas.read(node['schema']) };
};
