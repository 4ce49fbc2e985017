import { encoded, membersOfBody } from '../access/bodies.ts';
import { isObject, sameJson } from '../access/json.ts';
import { addressOf, tailOf } from '../access/operations.ts';
import { changedMembers, lookAt, type Change } from '../access/readback.ts';
import type { Target } from '../access/targets.ts';
import type { Actor } from '../contract/actor.ts';
import type { Operation } from '../contract/operation.ts';
import type { ProbeContext } from '../contract/probe.ts';

const OPPOSITES: readonly [RegExp, RegExp][] = [
  [
    /^(?:suspend|ban|block|lock|disable|deactivate)$/i,
    /^(?:reinstate|unsuspend|unban|unblock|unlock|enable|activate|reactivate|restore)$/i,
  ],
  [/^(?:hide|unpublish|archive|remove|reject)$/i, /^(?:unhide|show|publish|unarchive|restore|approve)$/i],
  [/^(?:publish|feature|approve|verify|pin)$/i, /^(?:unpublish|unfeature|unapprove|unverify|unpin|reject)$/i],
  [/^(?:reinstate|unsuspend|unban|enable|activate)$/i, /^(?:suspend|ban|disable|deactivate)$/i],
];

/** The step that undoes another one, on the same object. */
export const oppositeOf = (
  { operations }: Pick<ProbeContext, 'operations'>,
  operation: Operation,
): Operation | undefined => {
  const tail = tailOf(operation.path);
  if (tail === undefined) return undefined;
  const base = operation.path.slice(0, operation.path.lastIndexOf('/'));
  const opposite = OPPOSITES.find(([one]) => one.test(tail))?.[1];
  return operations.find(
    (other) =>
      other.origin === operation.origin &&
      other.method === operation.method &&
      other.path.startsWith(`${base}/`) &&
      opposite?.test(other.path.slice(base.length + 1)) === true,
  );
};

/** Who is in charge sets right what an attacker changed, and looks. False when it could not be set right. */
export const takeBack = async (
  context: ProbeContext,
  operation: Operation,
  target: Target,
  change: Change,
  inCharge: Actor,
): Promise<boolean> => {
  const old = change.before.part;
  const members = changedMembers(change).filter((name) => name in membersOfBody(operation));
  if (isObject(old) && members.length > 0) {
    const body = encoded(operation, Object.fromEntries(members.map((name) => [name, old[name]])));
    await context.send(
      { method: operation.method, url: target.url, ...(body === undefined ? {} : { body }) },
      { as: inCharge, mode: 'write' },
    );
  } else {
    const opposite = oppositeOf(context, operation);
    const url = opposite && addressOf(opposite, { ...target.values, ...target.resource.keys });
    if (opposite === undefined || url === undefined) return false;
    const blank = encoded(opposite, {});
    await context.send(
      { method: opposite.method, url, ...(blank === undefined ? {} : { body: blank }) },
      { as: inCharge, mode: 'write' },
    );
  }
  const now = await lookAt(context, change.before, target.resource.id);
  return sameJson(now.part, old);
};
