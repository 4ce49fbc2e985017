import type { GraphqlField } from '../inventory/graphql.ts';
import { isGood } from '../access/answers.ts';
import { isObject, leavesOf } from '../access/json.ts';
import { missingLike } from '../access/operations.ts';
import { idsOf } from '../access/parent-trials.ts';
import { strangersTo } from '../access/people.ts';
import { between, notTried, settleSubjects, whoIs } from '../access/report.ts';
import { foreignIn, loginsIn } from '../access/secrets-of.ts';
import { survey } from '../access/survey.ts';
import { makeProbe, say, type Said } from '../accounts/observe.ts';
import type { Actor } from '../contract/actor.ts';
import type { Operation } from '../contract/operation.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer } from '../contract/send.ts';
import { wordsOf } from '../values/names.ts';
import { leakCell } from './matrix.ts';

const ID_ARG = /^(?:id|uuid|slug|\w{1,40}(?:Id|_id|ID))$/;
const PERSON = /^(?:me|user|account|profile|customer|member|person|viewer|author|seller|buyer)$/i;
const GUESSED: readonly GraphqlField[] = ['user', 'order', 'node'].map((name) => ({
  kind: 'query',
  name,
  args: [{ name: 'id', type: 'ID!', required: true, schema: {} }],
  returns: { type: name, list: false, selection: name === 'user' ? '{ id email }' : '{ id }' },
}));

const endpoints = ({ operations }: ProbeContext): Operation[] =>
  operations.filter(
    ({ method, path, sources }) =>
      method === 'POST' && (sources.includes('graphql') || /(?:graphql|gql)\/?$/i.test(path)),
  );

const ask = (
  context: ProbeContext,
  { origin, path }: Operation,
  as: Actor | null,
  { name, args, returns }: GraphqlField,
  argument: string,
  id: string,
): Promise<Answer> => {
  const type = args.find((one) => one.name === argument)?.type ?? 'ID!';
  const query = `query LaunchReady($it: ${type}) { ${name}(${argument}: $it) ${returns.selection} }`;
  const value = /^Int/.test(type) && /^\d{1,15}$/.test(id) ? Number(id) : id;
  return context.send(
    { method: 'POST', url: new URL(path, origin).href, body: { json: { query, variables: { it: value } } } },
    { as, mode: 'read', upsets: true },
  );
};

/** Pure: something other than null came for the field. */
export const hasData = (answer: Answer, name: string): boolean => {
  if (!isGood(answer) || !isObject(answer.json) || !isObject(answer.json['data'])) return false;
  const value = answer.json['data'][name];
  return value !== null && value !== undefined && leavesOf(value).some((leaf) => leaf.value !== null);
};

/** Ids of others that an argument may take: the person's for user-like types, else objects of that type. */
const idsFor = async (context: ProbeContext, field: GraphqlField, victim: Actor): Promise<string[]> => {
  const words = new Set([...wordsOf(field.name), ...wordsOf(field.returns.type)]);
  if ([...words].some((word) => PERSON.test(word))) return idsOf(context, await survey(context), victim);
  return context.resources
    .of(victim)
    .filter(({ type, public: isPublic }) => !isPublic && words.has(type))
    .map(({ id }) => id)
    .slice(0, 2);
};

const tryField = async (context: ProbeContext, operation: Operation, field: GraphqlField): Promise<Said[]> => {
  const argument = field.args.find(({ name }) => ID_ARG.test(name))?.name;
  if (argument === undefined || field.args.some(({ required, name }) => required && name !== argument)) return [];
  const said: Said[] = [];
  const subject = `${operation.id} ${field.name}`;
  for (const [victim] of new Map(context.actors.pairs().map((pair) => [pair[0].role, pair])).values()) {
    for (const id of await idsFor(context, field, victim)) {
      const attackers = [null, ...strangersTo(context, victim, { owner: victim.name })];
      const missing = await ask(context, operation, null, field, argument, missingLike(id));
      for (const attacker of attackers) {
        const answer = await ask(context, operation, attacker, field, argument, id);
        const secrets = !isGood(answer)
          ? []
          : foreignIn(context, answer.text, attacker).filter(
              (one) => one.owner === victim.name && !(isGood(missing) && missing.text.includes(one.value)),
            );
        const named = isGood(answer) && loginsIn(context, answer.text, attacker).includes(victim);
        if (secrets.length === 0 && !named) {
          said.push(
            say(
              subject,
              answer.ok ? 'refuted' : 'inconclusive',
              `${whoIs(attacker)} asked for ${field.name} of ${victim.name} and got ${hasData(answer, field.name) ? 'nothing private' : 'nothing'}.`,
              [answer],
              between(attacker, victim),
            ),
          );
          continue;
        }
        context.cells.push(
          leakCell(operation.id, attacker?.role ?? 'nobody', answer.ok ? answer.status : null, answer.exchange),
        );
        const what = secrets[0]?.place ?? 'the e-mail address';
        said.push(
          say(
            subject,
            'confirmed',
            `${whoIs(attacker)} asked for ${field.name} by the id of ${victim.name} and read what is private (${what}).`,
            [answer, missing],
            between(attacker, victim),
          ),
        );
        return said;
      }
    }
  }
  return said;
};

export const graphqlObject = makeProbe({
  id: 'graphql-object',
  tries: 'whether a GraphQL field gives the object or the account of somebody else for its id',
  mode: 'read',
  subject: 'GraphQL fields with ids',
  requests: (context) => endpoints(context).length * 80,
  run: async (context) => {
    const said: Said[] = [];
    const found = endpoints(context);
    if (found.length > 0 && context.actors.pairs().length === 0)
      return [notTried('GraphQL fields with ids', 'No two accounts of one role took part.')];
    for (const operation of found.slice(0, 3)) {
      const known = context.graphql.get(operation.id)?.filter(({ kind }) => kind === 'query') ?? [];
      const fields = known.length > 0 ? known : GUESSED;
      const all: Said[] = [];
      for (const field of fields.slice(0, 60)) all.push(...(await tryField(context, operation, field)));
      said.push(
        ...(all.length > 0
          ? all
          : [say(operation.id, 'refuted', 'No field takes the id of something that belongs to one account.')]),
      );
    }
    return settleSubjects(said);
  },
});
