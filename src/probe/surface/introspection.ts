import { makeProbe, say, told, type Said } from '../accounts/observe.ts';
import { askSchema, graphqlAnswer, graphqlOperations } from '../answers/graphql-endpoint.ts';
import { urlOf } from '../answers/routes.ts';
import type { Answer } from '../contract/send.ts';

const typesIn = (answer: Answer): number => {
  const schema = answer.ok ? graphqlAnswer(answer.json)?.data?.['__schema'] : undefined;
  const types = typeof schema === 'object' && schema !== null ? (schema as { types?: unknown }).types : undefined;
  return Array.isArray(types) ? types.length : 0;
};

export const introspection = makeProbe({
  id: 'introspection',
  tries: 'whether GraphQL tells strangers its schema',
  mode: 'read',
  requests: ({ operations }) => graphqlOperations(operations).length,
  subject: 'GraphQL',
  // An app without GraphQL has nothing to be asked.
  run: async (context) => {
    const environment = context.config.boundary?.environment ?? 'development';
    const said: Said[] = [];
    for (const operation of graphqlOperations(context.operations)) {
      const answer = await askSchema(context, urlOf(operation));
      const types = typesIn(answer);
      if (!answer.ok) said.push(say(operation.id, 'inconclusive', `The question ${told(answer)}.`, [answer]));
      else if (types === 0)
        said.push(say(operation.id, 'refuted', 'Nobody is not told the schema.', [answer], { actor: 'nobody' }));
      else if (environment === 'development')
        said.push(
          say(
            operation.id,
            'refuted',
            `The schema of ${types} types is told, which is meant to be so in development. Ask the deployed app too.`,
            [answer],
            { actor: 'nobody' },
          ),
        );
      else
        said.push(
          say(operation.id, 'confirmed', `Nobody in particular was told the whole schema: ${types} types.`, [answer], {
            actor: 'nobody',
            facts: { types },
          }),
        );
    }
    return said;
  },
});
