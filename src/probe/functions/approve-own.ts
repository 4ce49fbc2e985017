import { attempt } from '../access/attempt.ts';
import { isGood, told } from '../access/answers.ts';
import { tailOf } from '../access/operations.ts';
import { withoutTwins } from '../access/twins.ts';
import { isStaff, meantFor } from '../access/people.ts';
import { changedMembers, windowsOn } from '../access/readback.ts';
import { between } from '../access/report.ts';
import { targetsOf, type Target } from '../access/targets.ts';
import { say, type Said } from '../accounts/observe.ts';
import type { Actor } from '../contract/actor.ts';
import type { Operation } from '../contract/operation.ts';
import type { ProbeContext } from '../contract/probe.ts';
import { roleGiver } from './role-change.ts';

const APPROVE = /^(?:approve|accept|release|confirm|authori[sz]e|pay)$/i;

/** What staff approves, of somebody who is not staff, that we made. */
const approvals = (context: ProbeContext): { operation: Operation; target: Target }[] =>
  withoutTwins(context.operations).flatMap((operation) => {
    const meant = meantFor(context, operation);
    if (operation.method === 'GET' || meant?.top !== true || !APPROVE.test(tailOf(operation.path) ?? '')) return [];
    const target = context.actors.all
      .filter((actor) => !isStaff(actor))
      .flatMap((actor) => targetsOf(context, operation, actor, 4))
      .find(({ resource }) => resource.ours);
    return target === undefined ? [] : [{ operation, target }];
  });

/** Who asked for something is made staff for a moment, and approves it. On a development copy, where destruction was agreed to; the role is given back. */
export const approveOwn = async (context: ProbeContext): Promise<Said[]> => {
  const [first] = approvals(context);
  if (context.config.boundary?.environment !== 'development' || first === undefined) return [];
  const { operation, target } = first;
  const { owner } = target;
  const giver = roleGiver(context, [...owner.ids][0], 'destructive');
  if (giver === undefined || !isGood(await giver.give(giver.inCharge.role))) return [];
  try {
    await context.actors.check(owner);
    return [await tryApproval(context, operation, target, giver.inCharge)];
  } finally {
    await giver.give(owner.role);
    await context.actors.check(owner);
  }
};

const tryApproval = async (
  context: ProbeContext,
  operation: Operation,
  target: Target,
  inCharge: Actor,
): Promise<Said> => {
  const { owner, resource, url } = target;
  const before = await windowsOn(context, inCharge, resource);
  const done = await attempt(context, {
    operation,
    url,
    as: owner,
    resource,
    eyes: inCharge,
    before,
    mode: 'destructive',
  });
  const shown = [before[0]?.answer, done.answer, done.after?.[0]?.answer];
  const who = `${owner.name}, made ${inCharge.role} for a moment,`;
  if (done.change === undefined) {
    const verdict = done.answer.ok && done.answer.status !== 401 && before.length > 0 ? 'refuted' : 'inconclusive';
    return say(
      operation.id,
      verdict,
      `${who} tried to approve what it had asked for itself: it ${told(done.answer)}.`,
      shown,
      between(owner, owner),
    );
  }
  const members = changedMembers(done.change).join(', ');
  return say(
    operation.id,
    'confirmed',
    `${who} approved what it had asked for itself, and ${inCharge.name} reads that it has changed (${members}).`,
    shown,
    between(owner, owner),
  );
};
