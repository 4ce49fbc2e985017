import type { Attempt } from '../access/attempt.ts';
import { isObject, sameJson } from '../access/json.ts';
import { encoded, membersOfBody } from '../access/bodies.ts';
import { lookAt } from '../access/readback.ts';
import type { Target } from '../access/targets.ts';
import { changedMembers } from '../access/readback.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Operation } from '../contract/operation.ts';
import { isSafeRead } from '../access/operations.ts';

/** The owner writes what was there before, and it is read again. False when it could not be set right. */
export const putBack = async (
  context: ProbeContext,
  target: Target,
  tried: Attempt,
  by: Operation = target.operation,
): Promise<boolean> => {
  const { change } = tried;
  if (change?.kind !== 'changed' || !isObject(change.before.part) || isSafeRead(by)) return false;
  const old = change.before.part;
  const known = membersOfBody(by);
  const names = changedMembers(change).filter((name) => Object.keys(known).length === 0 || name in known);
  if (names.length === 0) return false;
  const value = Object.fromEntries(names.map((name) => [name, old[name]]));
  const body = encoded(by, value);
  await context.send(
    { method: by.method, url: target.url, ...(body === undefined ? {} : { body }) },
    { as: target.owner, mode: 'write' },
  );
  const now = await lookAt(context, change.before, target.resource.id);
  return isObject(now.part) && names.every((name) => sameJson((now.part as Record<string, unknown>)[name], old[name]));
};
