import { attempt } from '../access/attempt.ts';
import { nounOf } from '../access/operations.ts';
import { isStaff } from '../access/people.ts';
import { windowsOn } from '../access/readback.ts';
import { mayChange, targetsOf, type Target } from '../access/targets.ts';
import { objectWrites } from '../access/writes.ts';
import type { Said } from '../accounts/observe.ts';
import type { Actor } from '../contract/actor.ts';
import type { Operation } from '../contract/operation.ts';
import type { ProbeContext } from '../contract/probe.ts';
import { oneChange, sayAttempt } from './try-write.ts';
import { putBack } from './undo.ts';

export const MOST_CHANGES = 8;

/** Two people of one role, each with an object that this operation changes; the attacker's is one of ours, since it is changed too. */
const pairFor = (
  context: ProbeContext,
  operation: Operation,
): { theirs: Target; mine: Target; attacker: Actor } | undefined => {
  for (const [victim, attacker] of context.actors.pairs()) {
    if (isStaff(victim)) continue;
    const theirs = targetsOf(context, operation, victim, 4).find(({ resource }) => mayChange(context, resource));
    const mine = targetsOf(context, operation, attacker, 4).find(({ resource }) => resource.ours);
    if (theirs !== undefined && mine !== undefined && theirs.url !== mine.url) return { theirs, mine, attacker };
  }
  return undefined;
};

const tryOne = async (context: ProbeContext, operation: Operation): Promise<Said | undefined> => {
  const pair = pairFor(context, operation);
  if (pair === undefined || /multipart/.test(operation.body?.contentType ?? '')) return undefined;
  const { theirs, mine, attacker } = pair;
  const { owner, resource, named, values } = theirs;
  const before = await windowsOn(context, owner, resource);
  const change = oneChange(context, operation, attacker, before[0]?.part);
  const id = values[named] ?? '';
  if (before.length === 0 || change === undefined) return undefined;
  const tried = await attempt(context, {
    operation,
    url: mine.url,
    as: attacker,
    resource,
    before,
    body: { ...change, id, [named]: id },
  });
  if (tried.change === undefined) return undefined;
  await putBack(context, theirs, tried);
  const noun = nounOf(operation.path) || 'object';
  const deed = `change the ${noun} of ${owner.name}, by naming its id in the body of a change of an own one`;
  return sayAttempt(context, operation.id, tried, attacker, owner, deed);
};

/** The guard looks at the id in the path, the change is made by the one in the body. Says only what the victim saw. */
export const idsInBodies = async (context: ProbeContext): Promise<Said[]> => {
  const said: Said[] = [];
  for (const operation of objectWrites(context, 'update').slice(0, MOST_CHANGES)) {
    const one = await tryOne(context, operation);
    if (one !== undefined) said.push(one);
  }
  return said;
};
