import { Router, type Request } from 'express';
import { GraphQLError, NoSchemaIntrospectionCustomRule, parse, type ExecutionResult } from 'graphql';
import { createHandler, type Request as Incoming } from 'graphql-http';
import { HttpError } from '../../http/errors.ts';
import type { Limits } from '../../http/limits.ts';
import type { Context } from '../../platform/context.ts';
import { withinLimits } from './rules.ts';
import { schema, type Asker } from './schema.ts';

const MOST_TOKENS = 1_000;

/** Search by GraphQL: one query a request, by POST only. */
export const graphqlModule = (context: Context, limits: Limits): Router => {
  const handle = createHandler<Request, undefined, Asker & Record<PropertyKey, unknown>>({
    schema,
    context: ({ raw }) => ({ app: context, user: raw.user }),
    parse: (source, options) => parse(source, { ...options, maxTokens: MOST_TOKENS }),
    validationRules: [withinLimits, ...(context.config.production ? [NoSchemaIntrospectionCustomRule] : [])],
    formatError: (error) => masked(context, error),
  });
  const router = Router();

  router.post('/graphql', limits.search, async (req, res) => {
    const [body, { status, headers = {} }] = await handle(incoming(req));
    if (body === null) throw new HttpError(status, 'not_accepted', 'That content type is not accepted.');
    res.status(status).set(headers).send(body);
  });

  return router;
};

/** The body has been parsed by then; an empty one is no query. */
const incoming = (req: Request): Incoming<Request, undefined> => ({
  url: req.url,
  method: req.method,
  headers: req.headers,
  body: (req.body ?? {}) as Record<string, unknown>,
  raw: req,
  context: undefined,
});

type Masked = NonNullable<ExecutionResult['errors']>[number];

/** What is wrong with a query may be told, without hints at names that the schema has; what went wrong on our side may not. */
const masked = ({ log }: Context, error: Readonly<GraphQLError | Error>): Masked => {
  if (!(error instanceof GraphQLError)) return new GraphQLError('The request could not be read.');
  const { originalError, path = null } = error;
  const place = { nodes: error.nodes ?? null, source: error.source ?? null, positions: error.positions ?? null };
  if (originalError === undefined) return new GraphQLError(error.message.replace(/ Did you mean .*$/s, ''), place);
  if (originalError instanceof HttpError) return new GraphQLError(originalError.message, { ...place, path });
  log.error({ err: originalError }, 'graphql query failed');
  return new GraphQLError('Something went wrong on our side.', { path });
};
