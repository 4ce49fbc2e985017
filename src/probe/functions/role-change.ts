import { isGood } from '../access/answers.ts';
import { encoded, headersFor, membersOfBody } from '../access/bodies.ts';
import { addressOf, pathNames } from '../access/operations.ts';
import { withoutTwins } from '../access/twins.ts';
import { entitled, meantFor } from '../access/people.ts';
import type { ProbeMode } from '../../model/evidence/boundary.ts';
import type { Actor } from '../contract/actor.ts';
import type { Operation } from '../contract/operation.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer } from '../contract/send.ts';

/** The staff's step by which somebody is given another role. */
const roleChange = (context: ProbeContext): Operation | undefined =>
  withoutTwins(context.operations).find(
    (operation) =>
      operation.method !== 'GET' &&
      pathNames(operation.path).length === 1 &&
      /\/(?:users?|members?|accounts?)\/\{[^{}]*\}(?:\/roles?)?$/i.test(operation.path) &&
      'role' in membersOfBody(operation) &&
      meantFor(context, operation)?.top === true,
  );

export interface RoleGiver {
  operation: Operation;
  inCharge: Actor;
  give(role: string): Promise<Answer>;
}

/** Who gives an account another role, and how. Undefined when nobody here can. */
export const roleGiver = (context: ProbeContext, id: string | undefined, mode: ProbeMode): RoleGiver | undefined => {
  const operation = roleChange(context);
  const meant = operation === undefined ? undefined : meantFor(context, operation);
  const inCharge = meant === undefined ? undefined : entitled(context, meant);
  const [named] = operation === undefined ? [] : pathNames(operation.path);
  const url =
    operation === undefined || named === undefined || id === undefined
      ? undefined
      : addressOf(operation, { [named]: id });
  if (operation === undefined || inCharge === undefined || url === undefined) return undefined;
  const send = (role: string): Promise<Answer> => {
    const body = encoded(operation, { role });
    return context.send(
      { method: operation.method, url, headers: headersFor(operation), ...(body === undefined ? {} : { body }) },
      { as: inCharge, mode },
    );
  };
  return {
    operation,
    inCharge,
    // Once more, when the first answer got lost: nobody may be left with a role that was lent.
    give: async (role) => {
      const answer = await send(role);
      return isGood(answer) ? answer : send(role);
    },
  };
};
