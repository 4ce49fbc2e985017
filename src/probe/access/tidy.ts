import type { Actor } from '../contract/actor.ts';
import type { Operation } from '../contract/operation.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer } from '../contract/send.ts';
import { singular } from '../inventory/words.ts';
import { isGood } from './answers.ts';
import { isObject } from './json.ts';
import { addressOf, nounOf, pathNames, tailOf } from './operations.ts';
import { withoutTwins } from './twins.ts';

/** Pure: the id of what an answer says was made, wrapped in one object or not. */
export const madeId = (answer: Answer): string | undefined => {
  if (!isGood(answer) || !isObject(answer.json)) return undefined;
  const own = [answer.json, ...Object.values(answer.json).filter(isObject)]
    .map((one) => one['id'] ?? one['_id'] ?? one['uuid'])
    .find((id) => typeof id === 'string' || typeof id === 'number');
  return own === undefined ? undefined : String(own);
};

/** What a creating operation makes: `message` by `POST /orders/{id}/messages`. */
export const typeMadeBy = ({ path }: Operation): string => singular(tailOf(path) ?? '') || nounOf(path);

/** Something that a probe made: removed by whose it is, where there is a way, and written down in either case. */
export const tidy = async (
  context: ProbeContext,
  operation: Operation,
  owner: Actor | null,
  answer: Answer,
  values: Readonly<Record<string, string>> = {},
): Promise<void> => {
  const id = madeId(answer);
  if (!isGood(answer)) return;
  const type = typeMadeBy(operation) || 'thing';
  const removed =
    id === undefined || owner === null ? false : await remove(context, operation, owner, { ...values }, type, id);
  context.made?.push({
    type,
    id: id ?? 'unknown',
    owner: owner?.name ?? 'nobody',
    by: operation.id,
    state: removed ? 'removed' : 'cannot be removed',
    ...(removed ? {} : { remove: `Delete the ${type} that says “Launch Ready” or “launch review”.` }),
  });
};

const remove = async (
  context: ProbeContext,
  { origin, path }: Operation,
  owner: Actor,
  values: Record<string, string>,
  type: string,
  id: string,
): Promise<boolean> => {
  const all = withoutTwins(context.operations).filter((other) => other.method === 'DELETE' && other.origin === origin);
  const removal =
    all.find((other) => other.path.startsWith(`${path}/{`)) ??
    all.find((other) => pathNames(other.path).length === 1 && nounOf(other.path) === type);
  const named = removal === undefined ? undefined : pathNames(removal.path).at(-1);
  const url = removal === undefined || named === undefined ? undefined : addressOf(removal, { ...values, [named]: id });
  if (url === undefined) return false;
  return isGood(await context.send({ method: 'DELETE', url }, { as: owner, mode: 'write' }));
};
