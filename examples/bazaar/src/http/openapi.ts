import { z } from 'zod';

export type Access = 'public' | 'user' | 'verified' | 'seller' | 'moderator' | 'admin' | 'signature';

/** What the API document says of one operation. */
export interface Operation {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** As OpenAPI writes it: `/api/listings/{listingId}`. */
  path: string;
  tag: string;
  summary: string;
  access: Access;
  query?: z.ZodType;
  body?: z.ZodType;
  /** `multipart/form-data` with one file. */
  upload?: string;
  /** Status and shape of the good answer; a media type other than JSON as a string. */
  answer: { status: number; body?: z.ZodType | string };
  /** Required request headers. */
  headers?: readonly string[];
}

interface Info {
  version: string;
  origin: string;
  adminOrigin: string;
}

const jsonSchema = (schema: z.ZodType, io: 'input' | 'output'): unknown => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    target: 'draft-2020-12',
    unrepresentable: 'any',
    override: dates,
  }) as Record<string, unknown>;
  return rest;
};

const dates = ({
  zodSchema,
  jsonSchema: schema,
}: {
  zodSchema: z.core.$ZodTypes;
  jsonSchema: Record<string, unknown>;
}): void => {
  if (zodSchema._zod.def.type === 'date') Object.assign(schema, { type: 'string', format: 'date-time' });
};

const parameters = ({ path, query, headers }: Operation): unknown[] => {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: name.endsWith('Id') ? { type: 'string', format: 'uuid' } : { type: 'string' },
  }));
  const shape =
    query === undefined
      ? undefined
      : (jsonSchema(query, 'input') as { properties?: Record<string, unknown>; required?: string[] });
  const inQuery = Object.entries(shape?.properties ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: shape?.required?.includes(name) ?? false,
    schema,
  }));
  const inHeader = (headers ?? []).map((name) => ({ name, in: 'header', required: true, schema: { type: 'string' } }));
  return [...inPath, ...inQuery, ...inHeader];
};

const requestBody = ({ body, upload }: Operation): unknown => {
  if (upload !== undefined) {
    const schema = {
      type: 'object',
      required: [upload],
      properties: { [upload]: { type: 'string', format: 'binary' } },
    };
    return { required: true, content: { 'multipart/form-data': { schema } } };
  }
  return body && { required: true, content: { 'application/json': { schema: jsonSchema(body, 'input') } } };
};

const answerContent = ({ answer }: Operation): unknown => {
  if (answer.body === undefined) return undefined;
  if (typeof answer.body === 'string') return { [answer.body]: { schema: { type: 'string' } } };
  return { 'application/json': { schema: jsonSchema(answer.body, 'output') } };
};

const operationObject = (operation: Operation, { adminOrigin }: Info): unknown => ({
  tags: [operation.tag],
  operationId: operationId(operation),
  summary: operation.summary,
  'x-access': operation.access,
  ...(operation.path.startsWith('/api/admin/') ? { servers: [{ url: adminOrigin }] } : {}),
  security: ['public', 'signature'].includes(operation.access) ? [] : [{ bearer: [] }, { session: [] }],
  parameters: parameters(operation),
  requestBody: requestBody(operation),
  responses: {
    [operation.answer.status]: { description: 'Done', content: answerContent(operation) },
    default: {
      description: 'Refused or failed',
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
    },
  },
});

const operationId = ({ method, path }: Operation): string =>
  method +
  path
    .replace(/^\/api/, '')
    .split(/[/.-]/)
    .filter(Boolean)
    .map((part) => part.replaceAll(/[{}]/g, ''))
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');

/** The whole document, OpenAPI 3.1. */
export const openApiDocument = (operations: readonly Operation[], info: Info): unknown => {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of operations)
    (paths[operation.path] ??= {})[operation.method] = operationObject(operation, info);
  return JSON.parse(
    JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'Bazaar', version: info.version, description: 'A marketplace for things made by hand.' },
      servers: [{ url: info.origin }],
      paths,
      components: {
        securitySchemes: {
          bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
          session: { type: 'apiKey', in: 'cookie', name: 'session' },
        },
        schemas: {
          Error: {
            type: 'object',
            required: ['error'],
            properties: {
              error: {
                type: 'object',
                required: ['code', 'message'],
                properties: { code: { type: 'string' }, message: { type: 'string' }, fields: { type: 'object' } },
              },
            },
          },
        },
      },
    }),
  );
};
