import { membersOfBody } from '../access/bodies.ts';
import { nounOf } from '../access/operations.ts';
import type { JsonSchema, Operation } from '../contract/operation.ts';
import type { ProbeContext } from '../contract/probe.ts';

/** Things that are people. */
export const PERSON = /^(?:user|profile|member|people|person|author|account|customer|seller|buyer)$/;

/** Members that a change of such an object has elsewhere, or that its answer shows. */
export const membersLike = (
  context: ProbeContext,
  operation: Operation,
  shown: Record<string, unknown>,
): Readonly<Record<string, JsonSchema>> => {
  const noun = nounOf(operation.path);
  const isPerson = PERSON.test(noun);
  const sibling = context.operations.find(
    (other) =>
      (other.method === 'PATCH' || other.method === 'PUT') &&
      (nounOf(other.path) === noun || (isPerson && /^(?:me|profile|account)$/.test(nounOf(other.path)))) &&
      Object.keys(membersOfBody(other)).length > 0,
  );
  const fromAnswer = Object.fromEntries(
    Object.entries(shown)
      .filter(([, value]) => typeof value === 'string')
      .map(([name]) => [name, { type: 'string' } satisfies JsonSchema]),
  );
  if (sibling === undefined) return fromAnswer;
  const own = membersOfBody(sibling);
  const both = Object.fromEntries(Object.entries(own).filter(([name]) => name in shown));
  return Object.keys(both).length > 0 ? both : own;
};
