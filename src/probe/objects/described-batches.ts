import { isGood } from '../access/answers.ts';
import { bodyFor, encoded, headersFor, membersOfBody } from '../access/bodies.ts';
import { addressOf, isAccountDoor, nounOf, pathNames } from '../access/operations.ts';
import { isStaffs } from '../access/people.ts';
import { between, whoIs } from '../access/report.ts';
import { foreignIn } from '../access/secrets-of.ts';
import { withoutTwins } from '../access/twins.ts';
import { say, type Said } from '../accounts/observe.ts';
import type { Actor } from '../contract/actor.ts';
import type { Operation } from '../contract/operation.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer } from '../contract/send.ts';
import { leakCell } from './matrix.ts';

const IDS = /(?:^|_|[a-z])(?:ids|Ids|IDs|uuids)$/;
/** Posts that read, by their name. What changes many things at once is left alone. */
const READS =
  /(?:batch-?get|bulk-?get|lookup|look-up|by-?ids|search|query|fetch|export|download|list|details|preview)\/?$/i;
const MOST = 6;

export interface Batch {
  operation: Operation;
  in: 'query' | 'body';
  /** The parameter or member that takes ids. */
  name: string;
}

/** Pure: described reads that take several ids at once. */
export const batchesIn = (operations: readonly Operation[]): Batch[] =>
  operations
    .flatMap((operation): Batch[] => {
      const { method, path, parameters } = operation;
      if (pathNames(path).length > 0 || isAccountDoor(operation)) return [];
      const query = parameters.find(({ in: where, name }) => where === 'query' && IDS.test(name.replace(/\[\]$/, '')));
      if (method === 'GET' && query !== undefined) return [{ operation, in: 'query', name: query.name }];
      const member = Object.keys(membersOfBody(operation)).find((name) => IDS.test(name));
      return method === 'POST' && member !== undefined && READS.test(path)
        ? [{ operation, in: 'body', name: member }]
        : [];
    })
    .slice(0, MOST);

const ask = async (
  context: ProbeContext,
  { operation, in: where, name }: Batch,
  as: Actor,
  ids: readonly string[],
): Promise<Answer | undefined> => {
  const url = addressOf(operation, {}, where === 'query' ? { [name]: ids.join(',') } : {});
  if (url === undefined) return undefined;
  if (where === 'query') return context.send({ method: 'GET', url }, { as, mode: 'read', upsets: true });
  const body = encoded(operation, bodyFor(context, operation, as, { given: { [name]: [...ids] } }));
  return context.send(
    { method: 'POST', url, headers: headersFor(operation), ...(body === undefined ? {} : { body }) },
    { as, mode: 'write', upsets: true },
  );
};

/** Ids of what one person has and keeps private: of the kind that the address or the member names, where it names one. */
const privateIds = ({ resources }: ProbeContext, { operation, name }: Batch, owner: Actor): string[] => {
  const word = name.replace(/_?(?:ids|uuids)(?:\[\])?$/i, '') || nounOf(operation.path.replace(READS, ''));
  const own = resources.of(owner).filter(({ id, public: isPublic }) => id !== '' && !isPublic);
  const named = own.filter(
    ({ type }) => word !== '' && type.replaceAll(/\W/g, '').toLowerCase() === word.toLowerCase(),
  );
  return (named.length > 0 ? named : own).map(({ id }) => id).slice(0, 3);
};

/** Asks for own things and others' at once, where the description takes several ids. Says only what it could show. */
export const describedBatches = async (context: ProbeContext): Promise<Said[]> => {
  const said: Said[] = [];
  const operations = withoutTwins(context.operations).filter((operation) => !isStaffs(context, operation));
  for (const batch of batchesIn(operations)) {
    for (const [victim, attacker] of new Map(context.actors.pairs().map((one) => [one[0].role, one])).values()) {
      const theirs = privateIds(context, batch, victim);
      if (theirs.length === 0) continue;
      const ids = [...privateIds(context, batch, attacker).slice(0, 1), ...theirs];
      const [control, answer] = [await ask(context, batch, victim, theirs), await ask(context, batch, attacker, ids)];
      if (!isGood(control) || !isGood(answer)) continue;
      const leak = foreignIn(context, answer.text, attacker).find(({ owner }) => owner === victim.name);
      if (leak === undefined) continue;
      const { operation, name } = batch;
      context.cells.push(leakCell(operation.id, attacker.role, answer.status, answer.exchange));
      const text = `${whoIs(attacker)} named things of ${victim.name} in ${name}, beside an own one, and read what ${victim.name} had written privately (${leak.place}).`;
      said.push(
        say(operation.id, 'confirmed', text, [control, answer], between(attacker, victim, { parameter: name })),
      );
      break;
    }
  }
  return said;
};
