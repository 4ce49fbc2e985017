import { isGood } from '../access/answers.ts';
import { membersOfBody } from '../access/bodies.ts';
import { isStaff, isStaffs, meantFor } from '../access/people.ts';
import { addressOf, isAccountDoor, isHidden, isPage, pathNames } from '../access/operations.ts';
import { withoutTwins } from '../access/twins.ts';
import { windowsOn, type Window } from '../access/readback.ts';
import { survey } from '../access/survey.ts';
import { isOwnLine, kindOfWrite } from '../access/writes.ts';
import { targetsOf } from '../access/targets.ts';
import type { Actor } from '../contract/actor.ts';
import type { Operation } from '../contract/operation.ts';
import type { ProbeContext } from '../contract/probe.ts';

/** Something of one's own that may be changed, and where it is read. */
export interface Own {
  operation: Operation;
  url: string;
  owner: Actor;
  window: Window;
  id: string;
}

/** Changes of what one has. */
export const updates = (context: ProbeContext): Operation[] =>
  withoutTwins(context.operations).filter(
    (operation) =>
      (operation.method === 'PATCH' || operation.method === 'PUT') &&
      !isPage(operation) &&
      !isAccountDoor(operation) &&
      !isHidden(operation) &&
      !isOwnLine(operation) &&
      !/(?:cart|basket|coupon)/i.test(operation.path) &&
      !isStaffs(context, operation) &&
      Object.keys(membersOfBody(operation)).length > 0,
  );

/** The first account that has such a thing, made by us where there are several, and where it is read. */
export const ownFor = async (context: ProbeContext, operation: Operation): Promise<Own | undefined> => {
  const meant = meantFor(context, operation);
  const seen = await survey(context);
  for (const owner of context.actors.all.filter(
    (actor) => !isStaff(actor) && (meant === undefined || meant.roles.has(actor.role)),
  )) {
    if (pathNames(operation.path).length === 0) {
      const sight = seen.sights.find(
        (one) =>
          one.viewer === owner &&
          one.operation.origin === operation.origin &&
          one.operation.path === operation.path &&
          isGood(one.answer),
      );
      const url = addressOf(operation, {});
      if (sight !== undefined && url !== undefined)
        return { operation, url, owner, window: { url: sight.url, as: owner }, id: '' };
      continue;
    }
    if (kindOfWrite(operation) !== 'update') continue;
    const target = targetsOf(context, operation, owner, 6).find(({ resource }) => resource.ours);
    if (target === undefined) continue;
    const [look] = await windowsOn(context, owner, target.resource);
    if (look !== undefined)
      return { operation, url: target.url, owner, window: { url: look.url, as: owner }, id: target.resource.id };
  }
  return undefined;
};
