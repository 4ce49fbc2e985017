import type { OperationSource } from '../../model/evidence/boundary.ts';
import type { JsonSchema, Method, Operation, Parameter, RequestBody } from '../contract/operation.ts';
import { parametersOf, templatize, type Templated } from './template.ts';

export const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

export const asMethod = (text: string): Method | undefined => {
  const upper = text.toUpperCase();
  return METHODS.has(upper) ? (upper as Method) : undefined;
};

/** An operation as one source sees it; it gets its id when all are merged. */
export type Draft = Omit<Operation, 'id'>;

export interface Seen {
  origin: string;
  method: Method;
  /** A real path or a template, without query. */
  path: string;
  source: OperationSource;
  query?: Iterable<readonly [name: string, value: string]>;
  body?: RequestBody;
  answer?: Operation['answer'];
  templated?: Templated;
}

/** Paths longer than this are made to hurt. */
const LONGEST_PATH = 1_000;
const MOST_QUERY = 60;

/** An operation made of one request that was seen. */
export const draftOf = ({
  origin,
  method,
  path,
  source,
  query = [],
  body,
  answer,
  templated,
}: Seen): Draft | undefined => {
  if (path.length > LONGEST_PATH || hasControl(path)) return undefined;
  const { template, values } = templated ?? templatize(path);
  const parameters: Parameter[] = parametersOf(template).map((name) => ({
    name,
    in: 'path',
    required: true,
    schema: schemaOfText(values[name] ?? ''),
    ...((values[name] ?? '') === '' ? {} : { seen: [values[name] ?? ''] }),
  }));
  const names = new Set<string>();
  for (const [name, value] of query) {
    if (name === '' || name.length > 200 || names.has(name) || names.size >= MOST_QUERY) continue;
    names.add(name);
    parameters.push({
      name,
      in: 'query',
      required: false,
      schema: schemaOfText(value),
      ...(value === '' ? {} : { seen: [value.slice(0, 2_000)] }),
    });
  }
  return {
    origin,
    method,
    path: template,
    parameters,
    sources: [source],
    ...(body === undefined ? {} : { body }),
    ...(answer === undefined ? {} : { answer }),
  };
};

/** Line breaks and the like in a path are an attack on whoever prints it. */
export const hasControl = (text: string): boolean => /[\x00-\x20\x7f]/.test(text);

/** A value of unknown type as text; objects are none. */
export const textOfValue = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const schemaOfText = (value: string): JsonSchema => {
  if (/^\d{1,15}$/.test(value)) return { type: 'integer' };
  return UUID.test(value) ? { type: 'string', format: 'uuid' } : { type: 'string' };
};

/** What a value that was seen looks like. Bounded: hostile JSON is deep and wide. */
export const schemaOfValue = (value: unknown, depth = 0): JsonSchema => {
  if (depth > 6) return {};
  if (Array.isArray(value)) return { type: 'array', items: value.length > 0 ? schemaOfValue(value[0], depth + 1) : {} };
  switch (typeof value) {
    case 'string':
      return UUID.test(value) ? { type: 'string', format: 'uuid' } : { type: 'string' };
    case 'number':
      return { type: Number.isInteger(value) ? 'integer' : 'number' };
    case 'boolean':
      return { type: 'boolean' };
    case 'object':
      if (value === null) return {};
      return {
        type: 'object',
        properties: Object.fromEntries(
          Object.entries(value)
            .slice(0, 100)
            .map(([name, part]) => [name, schemaOfValue(part, depth + 1)]),
        ),
      };
    default:
      return {};
  }
};
