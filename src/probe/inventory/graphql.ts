import type { Send } from '../contract/send.ts';
import type { Draft } from './draft.ts';
import {
  argumentsOf,
  innermost,
  isName,
  selectionOf,
  type FieldNode,
  type GraphqlField,
  type TypeNode,
} from './graphql-types.ts';

export type { GraphqlArgument, GraphqlField } from './graphql-types.ts';

/** Usual endpoints. */
export const GRAPHQL_PATHS: readonly string[] = [
  '/graphql',
  '/api/graphql',
  '/v1/graphql',
  '/graphql/v1',
  '/query',
  '/api/gql',
  '/gql',
];

const REF = (depth: number): string => (depth === 0 ? '{ kind name }' : `{ kind name ofType ${REF(depth - 1)} }`);
const INTROSPECTION = `query Inventory { __schema { queryType { name } mutationType { name } types { kind name fields { name args { name defaultValue type ${REF(5)} } type ${REF(5)} } inputFields { name defaultValue type ${REF(5)} } enumValues { name } } } }`;
const MOST_ROOT_FIELDS = 400;

export interface FoundGraphql {
  draft: Draft;
  fields: GraphqlField[];
  notes: string[];
}

/** Asks whether this is a GraphQL endpoint, and for its schema if it tells. Names are not guessed when it does not. */
export const askGraphql = async (origin: string, path: string, send: Send): Promise<FoundGraphql | undefined> => {
  const ask = (query: string, maxBytes: number) =>
    send(
      { method: 'POST', url: new URL(path, origin).href, body: { json: { query } } },
      { as: null, mode: 'read', maxBytes },
    );
  const first = await ask('{ __typename }', 64 * 1024);
  if (!first.ok || !speaksGraphql(first.json)) return undefined;
  const draft = endpoint(origin, path);
  const schema = await ask(INTROSPECTION, 8 * 1024 * 1024);
  const fields = schema.ok ? fieldsOf(schema.json) : [];
  const notes =
    fields.length > 0
      ? []
      : [`${path} speaks GraphQL and does not tell its schema; give its fields by a HAR file or a collection.`];
  return { draft, fields, notes };
};

/** `data.__typename`, or errors in GraphQL's own form: a list of messages and nothing but GraphQL's keys beside it. */
const speaksGraphql = (json: unknown): boolean => {
  if (typeof json !== 'object' || json === null) return false;
  const { data, errors } = json as { data?: unknown; errors?: unknown };
  if (typeof data === 'object' && data !== null && typeof (data as { __typename?: unknown }).__typename === 'string')
    return true;
  const isErrors =
    Array.isArray(errors) &&
    errors.length > 0 &&
    errors.every((error) => typeof (error as { message?: unknown } | null)?.message === 'string');
  return (
    isErrors &&
    Object.keys(json).every((key) => ['data', 'errors', 'extensions'].includes(key)) &&
    /graphql|gql|query/i.test(JSON.stringify(errors))
  );
};

/** Queries and mutations in an introspection's answer. */
export const fieldsOf = (json: unknown): GraphqlField[] => {
  const schema = (json as { data?: { __schema?: unknown } } | null | undefined)?.data?.__schema as
    | { queryType?: { name?: string } | null; mutationType?: { name?: string } | null; types?: unknown }
    | null
    | undefined;
  if (schema == null || !Array.isArray(schema.types)) return [];
  const nodes = (schema.types as unknown[]).filter(
    (type): type is TypeNode => typeof type === 'object' && type !== null,
  );
  const types = new Map(nodes.filter((type) => isName(type.name)).map((type) => [type.name ?? '', type]));
  const rootFields = (kind: GraphqlField['kind'], name: string | undefined): GraphqlField[] =>
    list<FieldNode>(types.get(name ?? '')?.fields)
      .filter((field) => isName(field.name))
      .slice(0, MOST_ROOT_FIELDS)
      .map((field) => {
        const returned = innermost(field.type);
        return {
          kind,
          name: field.name ?? '',
          args: argumentsOf(field, types),
          returns: { type: returned.name, list: returned.list, selection: selectionOf(returned.name, types) },
        };
      });
  try {
    return [...rootFields('query', schema.queryType?.name), ...rootFields('mutation', schema.mutationType?.name)];
  } catch {
    // A schema that is not built as the specification says.
    return [];
  }
};

const list = <T>(value: unknown): T[] =>
  Array.isArray(value) ? (value as T[]).filter((one) => typeof one === 'object' && one !== null) : [];

const endpoint = (origin: string, path: string): Draft => ({
  origin,
  method: 'POST',
  path,
  parameters: [],
  sources: ['graphql'],
  body: {
    contentType: 'application/json',
    required: true,
    schema: {
      type: 'object',
      properties: {
        query: { type: 'string' },
        operationName: { type: 'string' },
        variables: { type: 'object', additionalProperties: true },
      },
      required: ['query'],
    },
    seen: { query: '{ __typename }' },
  },
  answer: { status: 200, contentType: 'application/json' },
});
