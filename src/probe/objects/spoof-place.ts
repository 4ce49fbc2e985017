import { isStaff } from '../access/people.ts';
import { addressOf, isSafeRead, pathNames } from '../access/operations.ts';
import { withoutTwins } from '../access/twins.ts';
import { mayChange, targetsOf } from '../access/targets.ts';
import type { Actor } from '../contract/actor.ts';
import type { Operation } from '../contract/operation.ts';
import type { ProbeContext } from '../contract/probe.ts';
import { type Place } from './spoof-effect.ts';

/** Where an actor may create, and who else is there. */
export const placeFor = (context: ProbeContext, operation: Operation, actor: Actor): Place | undefined => {
  const list = withoutTwins(context.operations).find(
    (one) => isSafeRead(one) && one.origin === operation.origin && one.path === operation.path,
  );
  if (pathNames(operation.path).length === 0) {
    const url = addressOf(operation, {});
    const others = context.actors
      .pairs()
      .filter(([, attacker]) => attacker === actor)
      .map(([victim]) => victim);
    return url === undefined ? undefined : { url, list: list && addressOf(list, {}), others, values: {} };
  }
  const target = targetsOf(context, operation, actor, 4).find(({ resource }) => mayChange(context, resource));
  if (target === undefined) return undefined;
  const parties = (target.resource.parties ?? []).flatMap((name) => context.actors.named(name) ?? []);
  const others =
    parties.length > 0
      ? parties
      : context.actors
          .pairs()
          .filter(([, attacker]) => attacker === actor)
          .map(([victim]) => victim);
  return {
    url: target.url,
    list: list && addressOf(list, target.values),
    values: target.values,
    others: others.filter((one) => !isStaff(one)),
  };
};
