import { once } from '../accounts/memo.ts';
import type { Operation } from '../contract/operation.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer } from '../contract/send.ts';
import type { Actor } from '../contract/actor.ts';

/** Endpoints that speak GraphQL, as the inventory found them. */
export const graphqlOperations = (operations: readonly Operation[]): Operation[] =>
  operations
    .filter(
      ({ method, path, sources }) =>
        method === 'POST' &&
        !path.includes('{') &&
        (sources.includes('graphql') || /(?:^|\/)(?:graphql|gql)\/?$/i.test(path)),
    )
    .slice(0, 3);

export const graphqlAnswer = (
  json: unknown,
): { data: Record<string, unknown> | null; errors: readonly unknown[] } | null => {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return null;
  const { data, errors } = json as { data?: unknown; errors?: unknown };
  if (data === undefined && errors === undefined) return null;
  return {
    data: typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : null,
    errors: Array.isArray(errors) ? errors : [],
  };
};

const REF = '{ kind name ofType { kind name ofType { kind name ofType { kind name } } } }';
const SCHEMA = `query Schema { __schema { queryType { name } types { kind name fields { name args { name defaultValue type ${REF} } type ${REF} } } } }`;

/** The schema as nobody is told it; asked once for each endpoint. */
export const askSchema = (context: ProbeContext, url: string): Promise<Answer> =>
  once(context, `graphql schema ${url}`, () =>
    context.send(
      { method: 'POST', url, body: { json: { query: SCHEMA } } },
      { as: null, mode: 'read', maxBytes: 4 * 1024 * 1024 },
    ),
  );

export const askQuery = (
  { send }: ProbeContext,
  url: string,
  json: unknown,
  as: Actor | null,
  mode: 'read' | 'burst',
): Promise<Answer> => send({ method: 'POST', url, body: { json } }, { as, mode, maxBytes: 512 * 1024, upsets: true });
