import { makeProbe, say, type Said } from '../accounts/observe.ts';
import { askQuery, askSchema, graphqlAnswer, graphqlOperations } from '../answers/graphql-endpoint.ts';
import { urlOf } from '../answers/routes.ts';
import type { Operation } from '../contract/operation.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer } from '../contract/send.ts';
import { ALIASES, DEPTH, deepQuery, schemaIn, wideQuery } from './graphql-queries.ts';

const BATCH = 50;

/** Answered with as many members as were asked for, and without an error. */
export const isWorkedOff = (answer: Answer, members: number): boolean => {
  const said = answer.ok && answer.status < 300 ? graphqlAnswer(answer.json) : null;
  return said?.data != null && said.errors.length === 0 && Object.keys(said.data).length === members;
};

const isBatch = (answer: Answer): boolean =>
  answer.ok &&
  Array.isArray(answer.json) &&
  answer.json.length === BATCH &&
  answer.json.every((one) => graphqlAnswer(one)?.data != null);

export const graphqlUnbounded = makeProbe({
  id: 'graphql-unbounded',
  tries: 'whether GraphQL queries may be as deep and as wide as one likes',
  mode: 'burst',
  requests: ({ operations }) => graphqlOperations(operations).length * 5,
  subject: 'GraphQL',
  // An app without GraphQL has nothing to limit.
  run: async (context) => {
    const said: Said[] = [];
    for (const operation of graphqlOperations(context.operations)) said.push(await tryEndpoint(context, operation));
    return said;
  },
});

const tryEndpoint = async (context: ProbeContext, operation: Operation): Promise<Said> => {
  const url = urlOf(operation);
  const control = await askQuery(context, url, { query: '{ __typename }' }, null, 'burst');
  if (!isWorkedOff(control, 1))
    return say(operation.id, 'inconclusive', 'A plain question of nobody was not answered.', [control]);
  const answer = await askSchema(context, url);
  const schema = answer.ok ? schemaIn(answer.json) : null;
  const wide = wideQuery(schema);
  const asked = await askQuery(context, url, { query: wide.text }, null, 'burst');
  const deep = schema === null ? null : deepQuery(schema);
  const down = deep === null ? undefined : await askQuery(context, url, { query: deep }, null, 'burst');
  const batch = await askQuery(
    context,
    url,
    Array.from({ length: BATCH }, () => ({ query: '{ __typename }' })),
    null,
    'burst',
  );
  const found = [
    ...(isWorkedOff(asked, ALIASES)
      ? [{ what: `the same question under ${ALIASES} names`, answer: asked, real: wide.real }]
      : []),
    ...(down !== undefined && isWorkedOff(down, 1)
      ? [{ what: `a question ${DEPTH} levels deep`, answer: down, real: true }]
      : []),
    ...(isBatch(batch) ? [{ what: `${BATCH} questions in one request`, answer: batch, real: false }] : []),
  ];
  const answers = [control, asked, down, batch];
  if (found.length === 0)
    return say(
      operation.id,
      'refuted',
      `Neither ${ALIASES} names${down === undefined ? '' : ` nor ${DEPTH} levels`} nor ${BATCH} questions at once were answered.`,
      answers,
    );
  // Names of a type cost nothing: they show that nothing counts, not what it costs.
  const verdict = found.some(({ real }) => real) ? 'confirmed' : 'likely';
  const attack = found.find(({ real }) => real)?.answer.exchange ?? found[0]?.answer.exchange ?? '';
  return say(
    operation.id,
    verdict,
    `Answered without an error: ${found.map(({ what }) => what).join('; ')}.`,
    [control, ...found.map((one) => one.answer)],
    { actor: 'nobody', facts: { attack } },
  );
};
